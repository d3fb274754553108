// The reader's progress in this browser's storage: read each time and written at once, so that two tabs never lose one
// another's ticks.

import { readStored, store } from "../core/storage.js"
import { cuesOf, ownLinkOf, planOf, recordOf, ticked, VERSION } from "./record.js"

/** @typedef {import("../types").DoneRecord} DoneRecord */

/** @type {Map<string, any>} what storage did not take: it lasts as long as the page */
export const unstored = new Map()

/** @param {string} key */
const current = key => (unstored.has(key) ? unstored.get(key) : readStored(key))

/** Stores a value, or keeps it as long as the page where storage refuses. @param {string} key @param {unknown} value */
function set(key, value) {
  if (store(key, value)) unstored.delete(key)
  else unstored.set(key, value)
}

/**
 * The progress now. `why` says why ticks are not stored: "unkept" where storage takes nothing, "newer" where a newer
 * version of the site wrote them.
 */
export function progress() {
  const { done, newer } = recordOf(readStored("progress"))
  /** @type {DoneRecord} */
  const shown = unstored.has("progress") ? unstored.get("progress").done : done
  const why = newer ? "newer" : unstored.size ? "unkept" : ""
  const [plan, link, cues] = [planOf(current("plan")), ownLinkOf(current("own-week")), cuesOf(current("cues"))]
  return { plan, link, done: shown, cues, newer, why }
}

/** Ticks a session of a plan on a date, or takes the tick away. @param {import("./record.js").Tick} session @param {boolean} on */
export function setTick(session, on) {
  const { done, newer } = progress()
  const value = { version: VERSION, done: ticked(done, session, on) }
  if (newer) unstored.set("progress", value)
  else set("progress", value)
}

/** Sets the reader's plan; null for none. A week of their own has a link. @param {string | null} plan @param {string} [link] */
export function setPlan(plan, link) {
  if (plan && link) set("own-week", link)
  set("plan", plan || undefined)
}
