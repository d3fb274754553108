// The parts of the day that the sessions of a plan share.

const WAKING = [7, 22] // the hours that the sessions of a day share

/**
 * The hour from which each of a plan's `count` sessions is due: equal parts of the waking day, the first from midnight on.
 * @param {number} count
 */
export function hoursOf(count) {
  const [from, to] = WAKING
  return Array.from({ length: count }, (_, index) => index && from + ((to - from) * index) / count)
}

/**
 * Of a day's sessions the one whose part of the day has come at `moment`, else its first.
 * @param {import("../types").PublishedWeek} week
 * @param {string[]} ids the day's sessions, in the plan's order; at least one
 * @param {Date} moment
 */
export function sessionAt(week, ids, moment) {
  const hours = hoursOf(week.sessions.length)
  const hour = moment.getHours() + moment.getMinutes() / 60
  const come = ids.filter(id => hours[week.sessions.findIndex(session => session.id === id)] <= hour)
  return come[come.length - 1] ?? ids[0]
}
