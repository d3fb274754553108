// The dose of a <hold-timer>: its attributes, and what the reader has changed of them.

import { sidesOf } from "../core/timetable.js"

/** @typedef {{ seconds?: number, reps?: number, swap?: boolean }} Changes */

/** @param {Element} timer @param {Changes} changes @returns {import("../core/types.js").Round} */
export function doseOf(timer, { swap, ...changes }) {
  /** @param {string} name @param {number} least @param {number} otherwise */
  const number = (name, least, otherwise) => {
    const value = Number(timer.getAttribute(name) || NaN)
    return value >= least && value < Infinity ? value : otherwise
  }
  const sides = sidesOf(timer.getAttribute("sides"))
  return {
    seconds: number("seconds", 0.001, 0),
    reps: Math.floor(number("reps", 1, 1)),
    rest: number("rest", 0, 0),
    ready: number("ready", 0, 5),
    change: number("switch", 0, 5),
    sides: swap ? sides.reverse() : sides,
    ...changes,
  }
}
