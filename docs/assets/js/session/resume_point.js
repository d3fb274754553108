// Where a session was left half-way: offered again for some hours.

import { readStored, store } from "../core/storage.js"

/**
 * @typedef {object} ResumePoint
 * @property {string} plan the plan's slug, or the link of a reader's own week
 * @property {string} day
 * @property {string} session
 * @property {number} index of the phase
 * @property {string | null} exercise
 * @property {string} date
 * @property {boolean} optional whether the optional exercises are part of it
 * @property {number} at the time of storing, in milliseconds
 */

const RESUME_POINT = "session"
const HALF_A_DAY = 12 * 60 * 60 * 1000

/**
 * The resume point of this session, if it was left within the last hours; else null.
 * @param {string | null | undefined} plan @param {string | undefined} day @param {string | undefined} session
 * @returns {ResumePoint | null}
 */
export function readResumePoint(plan, day, session) {
  const point = readStored(RESUME_POINT)
  const same = plan && point && point.plan === plan && point.day === day && point.session === session
  return same && Math.abs(Date.now() - point.at) < HALF_A_DAY ? point : null
}

/** @param {Omit<ResumePoint, "at">} point */
export function storeResumePoint(point) {
  store(RESUME_POINT, { ...point, at: Date.now() })
}

export function clearResumePoint() {
  store(RESUME_POINT)
}
