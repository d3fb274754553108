// A reader's own week as a value: what an empty one holds, the site's dose of an exercise, how long a round takes.

/** @typedef {import("../types").OwnWeek} OwnWeek */

export const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

/** @param {number[]} numbers */
export const sum = numbers => numbers.reduce((total, number) => total + number, 0)

/** @param {number} value @param {number} least @param {number} most */
export const between = (value, least, most) => Math.min(Math.max(value, least), most)

/** @param {import("../types").Patterns} data @returns {OwnWeek} */
export function emptyWeek(data) {
  return { name: "", note: "", days: DAYS.map((_, day) => day), sessions: data.start.sessions, exercises: [] }
}

/**
 * The length of a hold, how often and on how many days, as the site gives it; once where it says nothing.
 * @param {import("../types").SiteDose} about
 */
export function siteDose(about) {
  const once = { start: 1, most: 1 }
  return {
    seconds: about.seconds.start,
    reps: (about.reps || once).start,
    perDay: about.per_day || once,
    days: about.days || once,
  }
}

/**
 * Seconds of one round: get ready, each side's holds with the rests between, the change of side.
 * @param {Pick<import("../types").Entry, "seconds" | "reps" | "side">} entry
 * @param {Pick<import("../types").SiteExercise, "rest" | "ready" | "switch">} about
 */
export function roundSeconds({ seconds, reps, side }, about) {
  const once = reps * seconds + (reps - 1) * about.rest
  return about.ready + (side === "e" ? 2 * once + about.switch : once)
}
