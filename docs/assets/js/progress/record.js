// The record of what was done: {"2026-11-26": {"full": ["morning"]}} is a session of a plan on a date. What it may hold, how
// two are merged, and its file. Everything from outside is checked here.

import { isDate, later } from "./days.js"

/** @typedef {import("../types").DoneRecord} DoneRecord */
/** @typedef {[date: string, plan: string, session: string]} Tick */
/** @typedef {(part: string, value: unknown) => void} ReportBad */
/** @typedef {Record<string, boolean | number | string>} Cues the reader's settings of the sounds and speech */

export const VERSION = 1
export const KIND = "exercise-record"
export const OWN = "-" // the reader's own week; no plan has this slug
const MOST = { dates: 1000, plans: 20, sessions: 20, cues: 40, letters: 64, link: 4000, file: 1000000 }

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isPlain = value => typeof value === "object" && value !== null && !Array.isArray(value)
/** @param {unknown} value @returns {value is string} */
const isId = value =>
  typeof value === "string" && value.length <= MOST.letters && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
/** @param {unknown} value @returns {value is string} */
const isPlan = value => value === OWN || isId(value)
/** @param {unknown} value */
const isCue = value =>
  typeof value === "boolean" || Number.isFinite(value) || (typeof value === "string" && value.length <= MOST.letters)
/** @template T @param {Record<string, T>} object @param {string} key @returns {T | undefined} */
// biome-ignore lint/suspicious/noPrototypeBuiltins: Object.hasOwn is missing in Chrome 90, Safari 14 and Firefox 90.
const own = (object, key) => (Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined)
/** @param {unknown} value @returns {boolean} */
const isNewer = value => isPlain(value) && typeof value.version === "number" && value.version > VERSION

/**
 * Every tick in `value`, which may be anything; what is no tick is passed to `bad`.
 * @param {unknown} value @param {ReportBad} bad @returns {Generator<Tick>}
 */
function* ticksIn(value, bad) {
  /** @param {unknown} holder @param {number} most @returns {[string, unknown][]} */
  const parts = (holder, most) => {
    const entries = isPlain(holder) ? Object.entries(holder) : []
    if (!isPlain(holder) || entries.length > most) bad("done", "")
    return entries.slice(0, most)
  }
  for (const [date, plans] of parts(value, MOST.dates)) {
    if (!isDate(date)) bad("date", date)
    else
      for (const [plan, sessions] of parts(plans, MOST.plans)) {
        if (!isPlan(plan)) bad("plan", plan)
        else if (!Array.isArray(sessions) || sessions.length > MOST.sessions) bad("done", date)
        else
          for (const session of sessions) {
            if (isId(session)) yield [date, plan, session]
            else bad("session", session)
          }
      }
  }
}

/** The record with all these ticks, each once and in order; beyond the most dates the oldest go. @param {Iterable<Tick>} ticks */
function recordWith(ticks) {
  /** @type {Map<string, Map<string, Set<string>>>} */
  const days = new Map()
  for (const [date, plan, session] of ticks) {
    const plans = days.get(date) ?? new Map()
    days.set(date, plans.set(plan, new Set([...(plans.get(plan) ?? []), session])))
  }
  const dates = sortedByKey(days).slice(-MOST.dates)
  return Object.fromEntries(dates.map(([date, plans]) => [date, plainPlans(plans)]))
}

/** @template T @param {Map<string, T>} map */
const sortedByKey = map => [...map].sort(([one], [other]) => (one < other ? -1 : 1))

/** @param {Map<string, Set<string>>} plans */
function plainPlans(plans) {
  return Object.fromEntries(sortedByKey(plans).map(([plan, sessions]) => [plan, [...sessions].sort()]))
}

/**
 * A stored record: its valid ticks, and whether a newer version of the site wrote it, which this one must not change.
 * @param {unknown} value @returns {{ done: DoneRecord, newer: boolean }}
 */
export function recordOf(value) {
  if (isNewer(value)) return { done: {}, newer: true }
  return { done: recordWith(ticksIn(isPlain(value) ? value.done : {}, () => {})), newer: false }
}

/** Both records in one. @param {DoneRecord} one @param {DoneRecord} other @returns {DoneRecord} */
export function merged(one, other) {
  return recordWith([...ticksIn(one, () => {}), ...ticksIn(other, () => {})])
}

/** The sessions of `plan` done on `date`. @param {DoneRecord} done @param {string} date @param {string} plan */
export function doneOn(done, date, plan) {
  return own(own(done, date) || {}, plan) || []
}

/** How many sessions were done on `date`, of any plan. @param {DoneRecord} done @param {string} date */
export function countOn(done, date) {
  return Object.values(own(done, date) || {}).reduce((count, sessions) => count + sessions.length, 0)
}

/**
 * The record with one session ticked, or not; what no record may hold changes nothing.
 * @param {DoneRecord} done @param {Tick} tick @param {boolean} on @returns {DoneRecord}
 */
export function ticked(done, [date, plan, session], on) {
  const others = [...ticksIn(done, () => {})].filter(tick => tick.join() !== [date, plan, session].join())
  return recordWith(on && isDate(date) && isPlan(plan) && isId(session) ? [...others, [date, plan, session]] : others)
}

/** A stored plan's slug, "-" for a week of the reader's own; null for anything else. @param {unknown} value */
export function planOf(value) {
  return isPlan(value) ? value : null
}

/** The stored link of a week of the reader's own; null for anything else. What it says is checked where it is read. @param {unknown} value */
export function ownLinkOf(value) {
  return typeof value === "string" && value.length <= MOST.link && /^w[0-9]/.test(value) ? value : null
}

/** The stored settings of the cues; null for anything else. @param {unknown} value @returns {Cues | null} */
export function cuesOf(value) {
  if (!isPlain(value) || Object.keys(value).length > MOST.cues) return null
  const valid = Object.entries(value).every(([key, cue]) => /^[a-z]\w*$/i.test(key) && isCue(cue))
  return valid ? /** @type {Cues} */ ({ ...value }) : null
}

/**
 * The text of a record's file.
 * @param {{ plan: string | null, link?: string | null, done: DoneRecord, cues: Cues | null }} progress
 */
export function written({ plan, link, done, cues }) {
  const week = link ? { week: link } : {}
  return `${JSON.stringify({ kind: KIND, version: VERSION, plan, ...week, done, cues }, null, 1)}\n`
}

/**
 * What a file holds, read on the date `today`; or why it is refused (`fault`), and which part is wrong (`what`).
 * @param {string} text @param {string} today
 * @returns {{ fault: string, what: string } | { fault?: undefined, plan: string | null, link: string | null, done: DoneRecord, cues: Cues | null }}
 */
export function read(text, today) {
  /** @param {string} fault @param {unknown} what */
  const refused = (fault, what = "") => ({ fault, what: String(what).slice(0, 40) })
  if (text.length > MOST.file) return refused("large")
  /** @type {unknown} */
  let value
  try {
    value = JSON.parse(text)
  } catch {
    return refused("json")
  }
  if (!isPlain(value) || value.kind !== KIND) return refused("kind")
  if (isNewer(value)) return refused("newer")
  if (value.version !== VERSION) return refused("version")
  const { plan = null, week = null, cues = null, done } = value
  if (plan !== null && !isPlan(plan)) return refused("plan", plan)
  if (week !== null && !ownLinkOf(week)) return refused("week")
  if (cues !== null && !cuesOf(cues)) return refused("cues")
  /** @type {{ fault: string, what: string }[]} */
  const faults = []
  /** @type {ReportBad} */
  const bad = (fault, what) => faults.push(refused(fault, what))
  const ticks = [...ticksIn(done, bad)]
  const ahead = ticks.find(([date]) => date > later(today, 1)) // a day on: elsewhere it is tomorrow
  if (ahead) faults.push(refused("ahead", ahead[0]))
  return faults[0] || { plan, link: ownLinkOf(week), done: recordWith(ticks), cues: cuesOf(cues) }
}
