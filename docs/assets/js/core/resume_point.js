// A session left half-way, as it is kept: to be offered again for some hours.

import { readStored } from "./storage.js"

const HALF_A_DAY = 12 * 60 * 60 * 1000

/** What is kept of this session, if it was left within the last hours; else null. */
export function leftSession(plan, day, session) {
  const left = readStored("session")
  const same = plan && left && left.plan === plan && left.day === day && left.session === session
  return same && Math.abs(Date.now() - left.at) < HALF_A_DAY ? left : null
}
