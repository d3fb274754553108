// The timetables of an exercise and of a session: flat lists of phases, worked out before the first second.

/**
 * @typedef {import("./types.js").Phase} Phase
 * @typedef {import("./types.js").Round} Round
 * @typedef {import("./types.js").SessionPhase} SessionPhase
 * @typedef {import("./types.js").Side} Side
 * @typedef {import("./types.js").Week} Week
 */

/**
 * Gives each phase its index and the second `at` which it begins.
 * @template {{ seconds: number }} P
 * @param {P[]} phases
 */
function withStarts(phases) {
  let end = 0
  return phases.map((phase, index) => {
    const at = end
    end += phase.seconds
    return { ...phase, index, at }
  })
}

/** The phases of a round, in order; one of no length is left out. @param {Round} round @returns {Phase[]} */
export function timetable({ seconds, reps, rest, sides, ready, change }) {
  /** @type {Omit<Phase, "index" | "at">[]} */
  const phases = []
  /** @param {Phase["phase"]} phase @param {Side | null} side @param {number} rep @param {number} seconds */
  const add = (phase, side, rep, seconds) => {
    if (seconds) phases.push({ phase, side, rep, seconds })
  }
  sides.forEach((side, index) => {
    if (index) add("switch", side, 1, change)
    else add("ready", side, 1, ready)
    for (let rep = 1; rep <= reps; rep++) {
      add("hold", side, rep, seconds)
      if (rep < reps) add("rest", side, rep, rest)
    }
  })
  phases.push({ phase: "done", side: null, rep: reps, seconds: 0 })
  return withStarts(phases)
}

/**
 * The slugs of a session in order; the optional ones too if wanted, or if there is nothing else.
 * @param {Week} week @param {string} day @param {string} session @param {boolean} [optional]
 */
export function chosen(week, day, session, optional) {
  const slots = week.slots.filter(slot => slot.day === day && slot.session === session)
  const required = slots.filter(slot => !slot.optional)
  return (optional || !required.length ? slots : required).map(slot => slot.exercise)
}

/**
 * Whether a session has optional exercises to choose.
 * @param {Week} week @param {string} day @param {string} session
 */
export function hasChoice(week, day, session) {
  return chosen(week, day, session, true).length > chosen(week, day, session).length
}

/** The sides of a dose; [null] where it has none. @param {string | null} text @returns {(Side | null)[]} */
export function sidesOf(text) {
  const sides = /** @type {Side[] | null} */ ((text || "").match(/\b(left|right)\b/g))
  return sides || [null]
}

/**
 * The phases of the exercises, in order. Between two exercises comes a "move", which belongs to the second. `pace`
 * stretches the pauses to get ready, change sides and move, no hold.
 * @param {Week} week @param {string[]} slugs @returns {SessionPhase[]}
 */
export function sessionTimetable(week, slugs, pace = 1) {
  /** @type {Omit<SessionPhase, "index" | "at">[]} */
  const phases = []
  slugs.forEach((exercise, index) => {
    const { place, sides, switch: change, ready, ...dose } = week.exercises[exercise]
    const both = sidesOf(sides)
    if (index) {
      const floors = [place, week.exercises[slugs[index - 1]].place].filter(each => each === "floor").length
      const seconds = (floors === 1 ? week.moves.floor : week.moves.between) * pace
      if (seconds) phases.push({ phase: "move", exercise, side: both[0], rep: 1, seconds })
    }
    const round = timetable({ ...dose, sides: both, ready: ready * pace, change: change * pace })
    for (const phase of round) if (phase.phase !== "done") phases.push({ ...phase, exercise })
  })
  phases.push({ phase: "done", exercise: null, side: null, rep: 0, seconds: 0 })
  return withStarts(phases)
}
