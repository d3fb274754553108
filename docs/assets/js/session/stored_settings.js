// The stored choices of a session's settings, by the names of their fields.

import { readStored, store } from "../core/storage.js"

const SETTINGS = "cues"

/** Null where there are none yet. @returns {Record<string, unknown> | null} */
export const readSettings = () => readStored(SETTINGS)

/** Returns whether that worked. @param {Record<string, unknown>} choices */
export const storeSettings = choices => store(SETTINGS, choices)
