// What only the page about this device does with the reader's progress in this browser's storage.

import { store } from "../core/storage.js"
import { merged, VERSION } from "../progress/record.js"
import { progress, unstored } from "../progress/store.js"

/** @typedef {import("../types").DoneRecord} DoneRecord */
/** @typedef {import("../progress/record.js").Cues} Cues */

/**
 * Adds what a file holds: its ticks to those here; its plan, own week and cues replace those here. Returns "" where all is stored;
 * otherwise why not ("newer", "unkept"), and nothing is changed.
 * @param {{ plan: string | null, link: string | null, done: DoneRecord, cues: Cues | null }} file
 */
export function addRecord({ plan, link, done, cues }) {
  const now = progress()
  if (now.newer) return "newer"
  const values = {
    progress: { version: VERSION, done: merged(now.done, done) },
    ...(plan && { plan }),
    ...(link && { "own-week": link }),
    ...(cues && { cues }),
  }
  const before = Object.keys(values).map(key => ({ key, text: readText(key) }))
  const stored = Object.entries(values).every(([key, value]) => store(key, value))
  for (const { key, text } of before) {
    if (stored) unstored.delete(key)
    else writeText(key, text)
  }
  return stored ? "" : "unkept"
}

/** The stored text under a key as it is. @param {string} key */
function readText(key) {
  try {
    return localStorage.getItem(`gf-${key}`)
  } catch {
    return null
  }
}

/** @param {string} key @param {string | null} text null for none */
function writeText(key, text) {
  try {
    if (text === null) localStorage.removeItem(`gf-${key}`)
    else localStorage.setItem(`gf-${key}`, text)
  } catch {} // denied: then nothing was written before either
}

/** Deletes all that the site has stored in this browser. Returns whether that worked. */
export function deleteStored() {
  unstored.clear()
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith("gf-")) localStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}

/** Whether this browser stores anything at all. */
export function canStore() {
  return store("trial", 1) && store("trial", undefined)
}
