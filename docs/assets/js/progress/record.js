// The record of what was done: {"2026-11-26": {"full": ["morning"]}} is a session of a plan on a date. What may stand in
// it, how two become one, and the file it is carried in. Everything from outside comes through here.

import { isDate, later } from "./days.js"

export const VERSION = 1
export const KIND = "exercise-record"
const OWN = "-" // a week of the reader's own, which no plan's address can be
const MOST = { dates: 1000, plans: 20, sessions: 20, cues: 40, letters: 64, file: 1000000 }

const isPlain = value => typeof value === "object" && value !== null && !Array.isArray(value)
const isId = value =>
  typeof value === "string" && value.length <= MOST.letters && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
const isPlan = value => value === OWN || isId(value)
const isCue = value =>
  typeof value === "boolean" || Number.isFinite(value) || (typeof value === "string" && value.length <= MOST.letters)
// biome-ignore lint/suspicious/noPrototypeBuiltins: Object.hasOwn is missing in Chrome 90, Safari 14 and Firefox 90.
const own = (object, key) => (Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined)
const isNewer = value => isPlain(value) && typeof value.version === "number" && value.version > VERSION

/** Every tick in whatever `value` is, as [date, plan, session]; what cannot be one is told to `bad`. */
function* ticksIn(value, bad) {
  const parts = (holder, name, most) => {
    const keys = isPlain(holder) ? Object.keys(holder) : []
    if (!isPlain(holder) || keys.length > most) bad(name, "")
    return keys.slice(0, most)
  }
  for (const date of parts(value, "done", MOST.dates)) {
    if (!isDate(date)) bad("date", date)
    else
      for (const plan of parts(value[date], "done", MOST.plans)) {
        const sessions = value[date][plan]
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

/** The record with all these ticks, each once and in order; beyond the most dates the oldest go. */
function recordWith(ticks) {
  const days = new Map()
  for (const [date, plan, session] of ticks) {
    if (!days.has(date)) days.set(date, new Map())
    const plans = days.get(date)
    plans.set(plan, new Set([...(plans.get(plan) || []), session]))
  }
  const plansOf = plans => Object.fromEntries([...plans.keys()].sort().map(plan => [plan, [...plans.get(plan)].sort()]))
  const dates = [...days.keys()].sort().slice(-MOST.dates)
  return Object.fromEntries(dates.map(date => [date, plansOf(days.get(date))]))
}

/** What was kept: its ticks as far as they are sound, and whether a newer version wrote it, which is then not ours to touch. */
export function recordOf(value) {
  if (isNewer(value)) return { done: {}, newer: true }
  return { done: recordWith(ticksIn(isPlain(value) ? value.done : {}, () => {})), newer: false }
}

/** Both records in one. */
export function merged(one, other) {
  return recordWith([...ticksIn(one, () => {}), ...ticksIn(other, () => {})])
}

/** The sessions of `plan` done on `date`. */
export function doneOn(done, date, plan) {
  return own(own(done, date) || {}, plan) || []
}

/** How many sessions were done on `date`, of any plan. */
export function countOn(done, date) {
  return Object.values(own(done, date) || {}).reduce((count, sessions) => count + sessions.length, 0)
}

/** The record with one session ticked, or not; what no record may hold changes nothing. */
export function ticked(done, [date, plan, session], on) {
  const others = [...ticksIn(done, () => {})].filter(tick => tick.join() !== [date, plan, session].join())
  return recordWith(on && isDate(date) && isPlan(plan) && isId(session) ? [...others, [date, plan, session]] : others)
}

/** A plan's address as it was kept; null for anything else. */
export function planOf(value) {
  return isId(value) ? value : null
}

/** The settings of the cues as they were kept; null for anything that no settings are. */
export function cuesOf(value) {
  const sound = isPlain(value) && Object.entries(value).every(([key, cue]) => /^[a-z]\w*$/i.test(key) && isCue(cue))
  return sound && Object.keys(value).length <= MOST.cues ? { ...value } : null
}

/** The text of a file that carries all this elsewhere. */
export function written({ plan, done, cues }) {
  return `${JSON.stringify({ kind: KIND, version: VERSION, plan, done, cues }, null, 1)}\n`
}

/** What a file carries on the date `today`: {plan, done, cues}; or {fault, what}: why it is refused, and which part is wrong. */
export function read(text, today) {
  const refused = (fault, what = "") => ({ fault, what: String(what).slice(0, 40) })
  if (text.length > MOST.file) return refused("large")
  let value
  try {
    value = JSON.parse(text)
  } catch {
    return refused("json")
  }
  if (!isPlain(value) || value.kind !== KIND) return refused("kind")
  if (isNewer(value)) return refused("newer")
  if (value.version !== VERSION) return refused("version")
  const { plan = null, cues = null, done } = value
  if (plan !== null && !planOf(plan)) return refused("plan", plan)
  if (cues !== null && !cuesOf(cues)) return refused("cues")
  const faults = []
  const ticks = [...ticksIn(done, (fault, what) => faults.push(refused(fault, what)))]
  const ahead = ticks.find(([date]) => date > later(today, 1)) // a day on: elsewhere it is tomorrow
  if (ahead) faults.push(refused("ahead", ahead[0]))
  return faults[0] || { plan, done: recordWith(ticks), cues: cuesOf(cues) }
}
