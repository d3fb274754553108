// Today, as every page shows it: what a plan has today, what is done, which session comes now and which next.

import { dateOf, dayOf, dueAt, nextDate, sessionsOn } from "./days.js"
import { doneOn } from "./record.js"
import { progress } from "./store.js"

/** @typedef {import("../types").PublishedWeek} PublishedWeek */
/** @typedef {import("./days.js").DaySession} DaySession */

/**
 * The day of a plan at a moment. `state` is "now" or "next" where a session is offered; else "done" (all that is due),
 * "over" (the rest was missed), or "rest" (nothing is due, until the date `until`).
 * @param {string} plan @param {PublishedWeek} week @param {Date} moment
 */
export function todayOf(plan, week, moment) {
  const date = dateOf(moment)
  const sessions = sessionsOn(week, dayOf(date))
  const done = doneOn(progress().done, date, plan)
  const { now, next } = dueAt(sessions, done, moment.getHours() + moment.getMinutes() / 60, week.missed)
  const due = sessions.filter(session => session.due)
  const state = now
    ? "now"
    : next
      ? "next"
      : !due.length
        ? "rest"
        : due.every(({ id }) => done.includes(id))
          ? "done"
          : "over"
  return { date, sessions, done, offered: now || next, state, until: nextDate(week, date) }
}

/** The session's name; `only` where the plan has one session a day. @param {PublishedWeek} week @param {DaySession} session @param {string} [only] */
export function nameOf(week, session, only) {
  return (week.sessions.length === 1 && only) || session.label
}
