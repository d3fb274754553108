// What a reader can change: each function gives a new week.

import { MOST } from "./link.js"
import { allowed, atTimes, onDays } from "./patterns.js"
import { between, siteDose } from "./week.js"

/** @typedef {import("../types").Entry} Entry */
/** @typedef {import("../types").EntrySides} EntrySides */
/** @typedef {import("../types").OwnWeek} OwnWeek */
/** @typedef {import("../types").Patterns} Patterns */

/** @param {OwnWeek} week @param {Patterns} data @param {string} slug @returns {OwnWeek} */
export function withExercise(week, data, slug) {
  const about = data.exercises[slug]
  const { seconds, reps, perDay, days } = siteDose(about)
  /** @type {Entry} */
  let entry = { slug, seconds, reps, side: about.limb ? "e" : "", on: { due: [], more: [] }, at: { due: [], more: [] } }
  entry = onDays(week, data, entry, days.start, days.most)
  entry = atTimes(week, data, entry, perDay.start, perDay.most)
  return { ...week, exercises: [...week.exercises, entry] }
}

/** @param {OwnWeek} week @param {string} slug @returns {OwnWeek} */
export function withoutExercise(week, slug) {
  return { ...week, exercises: week.exercises.filter(entry => entry.slug !== slug) }
}

/**
 * With another value in the dose of one exercise of the week.
 * @param {OwnWeek} week @param {Patterns} data @param {string} slug
 * @param {import("./dose_words.js").ValueKey} key @param {number} value
 */
export function withDoseValue(week, data, slug, key, value) {
  return changed(week, slug, entry => {
    if (key === "days") return onDays(week, data, entry, value)
    if (key === "times") return atTimes(week, data, entry, value)
    return { ...entry, [key]: between(value, 1, MOST[key]) }
  })
}

/** @param {OwnWeek} week @param {string} slug @param {EntrySides} side */
export function withSides(week, slug, side) {
  return changed(week, slug, entry => ({ ...entry, side }))
}

/** @param {OwnWeek} week @param {string} slug @param {(entry: Entry) => Entry} change @returns {OwnWeek} */
function changed(week, slug, change) {
  return { ...week, exercises: week.exercises.map(entry => (entry.slug === slug ? change(entry) : entry)) }
}

/**
 * The week on other days: an exercise that is due on every day stays so, the others keep their number where they can.
 * @param {OwnWeek} week @param {Patterns} data @param {number[]} days
 */
export function withDays(week, data, days) {
  const whole = week.days.length
  return week.exercises.reduce(
    (now, { slug, on }) => {
      const stays = on.due.length !== whole && [...on.due, ...on.more].every(day => days.includes(day))
      if (stays) return now
      const due = on.due.length === whole ? days.length : on.due.length
      return changed(now, slug, entry => onDays(now, data, entry, due, due + on.more.length))
    },
    { ...onThese(week, days), days },
  )
}

/** The week in other sessions of the day. @param {OwnWeek} week @param {Patterns} data @param {string[]} sessions */
export function withSessions(week, data, sessions) {
  /** @param {number[]} places */
  const moved = places =>
    places
      .map(place => sessions.indexOf(week.sessions[place]))
      .filter(place => place >= 0)
      .sort((a, b) => a - b)
  /** @type {OwnWeek} */
  const start = { ...week, sessions, exercises: [] }
  return week.exercises.reduce((now, entry) => {
    const at = { due: moved(entry.at.due), more: moved(entry.at.more) }
    const [due, more] = [entry.at.due.length, entry.at.more.length]
    const stays = at.due.length === due && at.more.length === more && allowed(now, data, entry.slug, at)
    const next = stays ? { ...entry, at } : atTimes(now, data, entry, due, due + more)
    // biome-ignore lint/performance/noAccumulatingSpread: each step checks a whole week; a week has few exercises.
    return { ...now, exercises: [...now.exercises, next] }
  }, start)
}

/** The week's exercises on those of their days that are left. @param {OwnWeek} week @param {number[]} days */
function onThese(week, days) {
  /** @param {number[]} places */
  const remaining = places => places.filter(day => days.includes(day))
  const exercises = week.exercises.map(entry => ({
    ...entry,
    on: { due: remaining(entry.on.due), more: remaining(entry.on.more) },
  }))
  return { ...week, exercises }
}
