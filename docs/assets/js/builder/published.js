// A reader's own week as other parts of the site take it.

import { DAYS, roundSeconds, siteDose, sum } from "./week.js"

/** @typedef {import("../core/types").Slot} Slot */
/** @typedef {import("../types").OwnWeek} OwnWeek */
/** @typedef {import("../types").Patterns} Patterns */
/** @typedef {import("../types").PublishedWeek} PublishedWeek */

const SIDES = { e: "left right", l: "left", r: "right", "": null }

/** What is done when, in order. @param {OwnWeek} week @param {Patterns} data @returns {Slot[]} */
export function slotsOf(week, data) {
  /** @param {string} slug */
  const rank = slug => data.places.indexOf(data.exercises[slug].place)
  const inOrder = [...week.exercises].sort((a, b) => rank(a.slug) - rank(b.slug))
  return week.days.flatMap(day =>
    week.sessions.flatMap((session, place) =>
      inOrder.flatMap(({ slug, on, at }) => {
        const due = on.due.includes(day) && at.due.includes(place)
        const there = [on, at].every((part, i) => part.due.concat(part.more).includes([day, place][i]))
        return there ? [{ day: DAYS[day], session, exercise: slug, optional: !due }] : []
      }),
    ),
  )
}

/**
 * Seconds of due work with the moves, by day and session, of all seven days.
 * @param {OwnWeek} week @param {Patterns} data @returns {Record<string, Record<string, number>>}
 */
export function secondsOf(week, data) {
  const slots = slotsOf(week, data)
  const rounds = new Map(week.exercises.map(entry => [entry.slug, roundSeconds(entry, data.exercises[entry.slug])]))
  /** @param {string[]} due */
  const lengthOf = due => {
    const onFloor = due.filter(slug => data.exercises[slug].place === data.places[data.places.length - 1]).length
    const toFloor = onFloor && onFloor < due.length ? 1 : 0
    const moves = (due.length - 1 - toFloor) * data.moves.between + toFloor * data.moves.floor
    return due.length ? sum(due.map(slug => rounds.get(slug) ?? 0)) + moves : 0
  }
  /** @param {string} day @param {string} session */
  const due = (day, session) => slots.filter(slot => slot.day === day && slot.session === session && !slot.optional)
  return Object.fromEntries(
    DAYS.map(day => [
      day,
      Object.fromEntries(
        week.sessions.map(session => [session, lengthOf(due(day, session).map(slot => slot.exercise))]),
      ),
    ]),
  )
}

/**
 * The week in the shape of week/<plan>.json, for a guided session.
 * @param {OwnWeek} week @param {Patterns} data @param {string} name @returns {PublishedWeek}
 */
export function publishedWeek(week, data, name) {
  const seconds = secondsOf(week, data)
  /** @param {Record<string, number>} sessions */
  const inMinutes = sessions =>
    Object.fromEntries(Object.entries(sessions).map(([id, length]) => [id, Math.round(length / 6) / 10]))
  return {
    name,
    slots: slotsOf(week, data),
    minutes: Object.fromEntries(DAYS.map(day => [day, inMinutes(seconds[day])])),
    sessions: week.sessions.map(id => ({ id, label: data.session_names[id] })),
    moves: data.moves,
    exercises: Object.fromEntries(week.exercises.map(entry => [entry.slug, publishedExercise(entry, data)])),
  }
}

/** @param {import("../types").Entry} entry @param {Patterns} data @returns {import("../core/types").Exercise} */
function publishedExercise({ slug, seconds, reps, side }, data) {
  const given = data.exercises[slug]
  const { name, url, place, verb, limb, rest, ready, switch: change } = given
  const about = given.about && seconds === siteDose(given).seconds
  const pauses = { rest: reps > 1 ? rest : 0, ready, switch: side === "e" ? change : 0 }
  return { name, url, place, verb, seconds, about, reps, sides: SIDES[side], limb, ...pauses }
}
