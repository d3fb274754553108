// The week of a link, made to fit what the site has.

import { MOST } from "./link.js"
import { allowed, atTimes, onDays } from "./patterns.js"
import { between, emptyWeek } from "./week.js"

/** @typedef {import("../types").Entry} Entry */
/** @typedef {import("../types").LinkProblem} LinkProblem */
/** @typedef {import("../types").OwnWeek} OwnWeek */
/** @typedef {import("../types").Patterns} Patterns */

/** @template T @param {Record<string, T>} table @param {string} key @returns {T | undefined} */
// biome-ignore lint/suspicious/noPrototypeBuiltins: Object.hasOwn is missing in Chrome 90, Safari 14 and Firefox 90.
const own = (table, key) => (Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined)

/**
 * The week with what this site has. The kind of a problem says what changed: "unknown" (an exercise), "session", "bounded".
 * @param {OwnWeek} week @param {Patterns} data @returns {{ week: OwnWeek, problems: LinkProblem[] }}
 */
export function fitted(week, data) {
  /** @type {LinkProblem[]} */
  const problems = []
  /** @param {string} kind @param {string} what */
  const report = (kind, what = "") => problems.push({ kind, what })
  const known = week.sessions.filter((id, i) => own(data.session_names, id) && week.sessions.indexOf(id) === i)
  for (const id of week.sessions) if (id && !known.includes(id)) report("session", id.slice(0, 60))
  const sessions = known.length ? known.slice(0, data.start.most_sessions) : data.start.sessions
  if (known.length > sessions.length) report("bounded")
  /** @param {number} index of a session in the link */
  const place = index => sessions.indexOf(week.sessions[index])
  const days = week.days.length ? week.days : emptyWeek(data).days
  /** @type {OwnWeek} */
  let now = { ...week, days, sessions, exercises: [] }
  for (const given of week.exercises) {
    const slug = own(data.formerly, given.slug) || given.slug
    if (!own(data.exercises, slug)) report("unknown", given.slug)
    else if (now.exercises.length >= MOST.exercises || now.exercises.some(entry => entry.slug === slug))
      report("bounded", data.exercises[slug].name)
    else {
      const { entry, bounded } = fittedEntry(now, data, { ...given, slug }, place)
      if (bounded) report("bounded", data.exercises[slug].name)
      now = { ...now, exercises: [...now.exercises, entry] }
    }
  }
  return { week: now, problems }
}

/** @param {OwnWeek} week @param {Patterns} data @param {Entry} given @param {(index: number) => number} place */
function fittedEntry(week, data, given, place) {
  const about = data.exercises[given.slug]
  const seconds = between(given.seconds, 1, MOST.seconds)
  const reps = between(given.reps, 1, MOST.reps)
  /** @param {number[]} places */
  const inWeek = places => places.filter(day => week.days.includes(day))
  const on = { due: inWeek(given.on.due), more: inWeek(given.on.more) }
  /** @param {number[]} places */
  const moved = places => [...new Set(places.map(place))].filter(to => to >= 0).sort((a, b) => a - b)
  const at = { due: moved(given.at.due), more: moved(given.at.more) }
  at.more = at.more.filter(to => !at.due.includes(to)) // where a session was named twice
  /** @type {Entry} */
  let entry = { ...given, seconds, reps, side: about.limb ? given.side || "e" : "", on, at }
  if (!on.due.length) entry = onDays(week, data, entry, 1)
  if (!allowed(week, data, given.slug, at)) entry = atTimes(week, data, entry, at.due.length || 1)
  return {
    entry,
    bounded: JSON.stringify({ ...entry, at: 0 }) !== JSON.stringify({ ...given, at: 0 }) || entry.at !== at,
  }
}
