// On which days, and in which sessions of a day, an exercise is done. The patterns are looked up in week/patterns.json
// (`data`, written by exports/json_api); this module chooses among equal ones: the one where least is done.

import { between, DAYS, roundSeconds, sum } from "./week.js"

/** @typedef {import("../types").Entry} Entry */
/** @typedef {import("../types").OwnWeek} OwnWeek */
/** @typedef {import("../types").Patterns} Patterns */
/** @typedef {import("../types").PatternTable} PatternTable */
/** @typedef {import("../types").Places} Places */

/** @param {OwnWeek} week @param {Patterns} data @param {string} slug */
function tableOf(week, data, slug) {
  return data.sessions[week.sessions.length][data.exercises[slug].place]
}

/** How many times a day an exercise can be done at most. @param {OwnWeek} week @param {Patterns} data @param {string} slug */
export function roomOf(week, data, slug) {
  return Math.max(
    ...Object.keys(tableOf(week, data, slug))
      .map(Number)
      .filter(Boolean),
  )
}

/** "d.o" as places. @param {string} pattern @returns {Places} */
function placesIn(pattern) {
  /** @param {string} letter */
  const places = letter => [...pattern].map((found, i) => (found === letter ? i : -1)).filter(i => i >= 0)
  return { due: places("d"), more: places("o") }
}

/**
 * Of the patterns for so often, the one on whose due places least is done; the first of equals.
 * @param {PatternTable} table @param {number} due @param {number} most @param {(place: number) => number} load
 * @param {(places: Places) => boolean} fits
 */
function lightest(table, due, most, load, fits = () => true) {
  const found = (table[due < most ? `${due}-${most}` : due] || table[due]).map(placesIn)
  const fitting = found.filter(fits)
  /** @param {Places} places */
  const weight = ({ due: places }) => sum(places.map(load))
  return (fitting.length ? fitting : found).reduce((best, next) => (weight(next) < weight(best) ? next : best))
}

/**
 * Seconds of due work of the exercises other than `slug`, by day and session.
 * @param {OwnWeek} week @param {Patterns} data @param {string} slug
 */
function loads(week, data, slug) {
  const load = DAYS.map(() => week.sessions.map(() => 0))
  for (const entry of week.exercises) {
    if (entry.slug === slug) continue
    for (const day of entry.on.due) {
      for (const session of entry.at.due) load[day][session] += roundSeconds(entry, data.exercises[entry.slug])
    }
  }
  return load
}

/**
 * The entry on so many of the week's days.
 * @param {OwnWeek} week @param {Patterns} data @param {Entry} entry @param {number} due @param {number} most
 * @returns {Entry}
 */
export function onDays(week, data, entry, due, most = due) {
  const days = DAYS.map((_, day) => (week.days.includes(day) ? "d" : ".")).join("")
  const [few, many] = [due, most].map(count => between(count, 1, week.days.length))
  const load = loads(week, data, entry.slug).map(sum)
  return { ...entry, on: lightest(data.days[days], few, many, day => load[day]) }
}

/**
 * The entry in so many sessions of its days. On the floor, it joins what is on the floor already.
 * @param {OwnWeek} week @param {Patterns} data @param {Entry} entry @param {number} due @param {number} most
 * @returns {Entry}
 */
export function atTimes(week, data, entry, due, most = due) {
  const room = roomOf(week, data, entry.slug)
  const load = loads(week, data, entry.slug)
  const floor = data.places[data.places.length - 1]
  const onFloor = week.exercises.find(
    ({ slug, at }) => slug !== entry.slug && data.exercises[slug].place === floor && at.due.length === 1,
  )
  const joined = data.exercises[entry.slug].place === floor && due === 1 ? onFloor : undefined
  return {
    ...entry,
    at: lightest(
      tableOf(week, data, entry.slug),
      between(due, 1, room),
      between(most, 1, room),
      session => sum(entry.on.due.map(day => load[day][session])),
      pattern => !joined || pattern.due.includes(joined.at.due[0]),
    ),
  }
}

/**
 * Whether an exercise can be done in these sessions.
 * @param {OwnWeek} week @param {Patterns} data @param {string} slug @param {Places} at
 */
export function allowed(week, data, slug, { due, more }) {
  const table = tableOf(week, data, slug)
  const places = table[1].flatMap(pattern => placesIn(pattern).due)
  return due.length > 0 && [...due, ...more].every(place => places.includes(place))
}
