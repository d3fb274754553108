// Days and parts of days, as values: a date is "2026-11-26", a day "thu". No clock and no DOM.

import { hoursOf } from "../core/waking_hours.js"

/** @typedef {import("../types").PublishedWeek} PublishedWeek */
/** @typedef {ReturnType<typeof sessionsOn>[number]} DaySession */

const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

/** @param {number} number */
const two = number => String(number).padStart(2, "0")
/** @param {string} date */
const utc = date => new Date(`${date}T00:00Z`)

/** The local date of a moment. @param {Date} moment */
export function dateOf(moment) {
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** Whether it is a date of the years from 2000 to 2099. @param {string} text */
export function isDate(text) {
  return /^20\d\d-\d\d-\d\d$/.test(text) && utc(text).getTime() >= 0 && utc(text).toISOString().startsWith(text)
}

/** @param {string} date */
export function dayOf(date) {
  return DAYS[utc(date).getUTCDay()]
}

/** @param {string} date @param {number} days */
export function later(date, days) {
  const moved = utc(date)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/**
 * The dates of the last `count` weeks, each from the day `first` on, oldest first; the last one holds `date`.
 * @param {string} date @param {string} first @param {number} count
 */
export function weeksTo(date, first, count) {
  const elapsed = (utc(date).getUTCDay() - DAYS.indexOf(first) + 7) % 7
  /** @param {number} back */
  const week = back => DAYS.map((_, day) => later(date, day - elapsed - 7 * back))
  return Array.from({ length: count }, (_, index) => week(count - 1 - index))
}

/** The sessions of a day of a week, in the plan's order, with what is done in each. @param {PublishedWeek} week @param {string} day */
export function sessionsOn(week, day) {
  const hours = hoursOf(week.sessions.length)
  const all = week.sessions.map(({ id, label }, index) => {
    const slots = week.slots.filter(slot => slot.day === day && slot.session === id)
    return {
      id,
      label,
      slots,
      from: hours[index],
      minutes: week.minutes[day][id],
      due: slots.some(slot => !slot.optional),
    }
  })
  return all.filter(({ slots }) => slots.length)
}

/**
 * Which of a day's `sessions` to offer at `hour` (12.5 is half past twelve), those in `done` being done: the last one
 * whose part of the day has come. Where that is done, a plan that says "later" offers what was missed before it, the
 * latest first; others drop what was missed. Then the next one of the day. `now` or `next`, or neither where nothing more is due.
 * @param {DaySession[]} sessions @param {string[]} done @param {number} hour @param {PublishedWeek["missed"]} [missed]
 */
export function dueAt(sessions, done, hour, missed = "drop") {
  const due = sessions.filter(session => session.due)
  const begun = due.filter(({ from }) => from <= hour)
  const come = (begun.length ? [...begun] : due.slice(0, 1)).reverse()
  /** @param {DaySession} session */
  const isOpen = session => !done.includes(session.id)
  const now = (missed === "later" ? come : come.slice(0, 1)).find(isOpen) || null
  return { now, next: (!now && due.slice(begun.length).find(isOpen)) || null }
}

/** The first date after `date` on which the week has anything due, or null. @param {PublishedWeek} week @param {string} date */
export function nextDate(week, date) {
  const found = DAYS.map((_, index) => later(date, index + 1))
  return found.find(each => sessionsOn(week, dayOf(each)).some(session => session.due)) || null
}

/**
 * The session of a day that `slug` belongs to, and what follows in it: the one offered, else the first that has it.
 * @param {string} slug @param {DaySession[]} sessions @param {DaySession | null} offered
 */
export function placeOf(slug, sessions, offered) {
  /** @param {DaySession | null} session */
  const has = session => session?.slots.some(slot => slot.exercise === slug)
  const session = offered && has(offered) ? offered : sessions.find(has)
  if (!session) return null
  const slots = session.slots.map(slot => slot.exercise)
  return { session, next: slots[slots.indexOf(slug) + 1] || null }
}
