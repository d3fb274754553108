// Days and parts of days, as values: a date is "2026-11-26", a day "thu". No clock and no page in here.

const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
const WAKING = [7, 22] // the hours that the sessions of a day share

const two = number => String(number).padStart(2, "0")
const utc = date => new Date(`${date}T00:00Z`)

/** The date of a moment where the reader is. */
export function dateOf(moment) {
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** Whether it is a date of the years from 2000 to 2099. */
export function isDate(text) {
  return /^20\d\d-\d\d-\d\d$/.test(text) && utc(text) >= 0 && utc(text).toISOString().startsWith(text)
}

export function dayOf(date) {
  return DAYS[utc(date).getUTCDay()]
}

export function later(date, days) {
  const moved = utc(date)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** The dates of the last `count` weeks, each from the day `first` on, oldest first; the last one holds `date`. */
export function weeksTo(date, first, count) {
  const gone = (utc(date).getUTCDay() - DAYS.indexOf(first) + 7) % 7
  const week = back => DAYS.map((_, day) => later(date, day - gone - 7 * back))
  return Array.from({ length: count }, (_, index) => week(count - 1 - index))
}

/** The hour from which each of a plan's `count` sessions is due: equal parts of the waking day, the first from midnight on. */
export function hoursOf(count) {
  const [from, to] = WAKING
  return Array.from({ length: count }, (_, index) => index && from + ((to - from) * index) / count)
}

/** The sessions of a day of a week (as /week/<plan>.json has it), in the plan's order, with what is done in each. */
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
 * whose part of the day has come; where that is done, the next one of the day that is not. What was left out before is
 * not asked for again: it would pile up in the evening. `now` or `next`, or neither where nothing more is due.
 */
export function dueAt(sessions, done, hour) {
  const due = sessions.filter(session => session.due)
  const come = due.filter(({ from }) => from <= hour)
  const open = session => session && !done.includes(session.id)
  const now = come[come.length - 1] || due[0]
  if (open(now)) return { now, next: null }
  return { now: null, next: due.slice(come.length).find(open) || null }
}

/** The first day after `date` on which the week has anything due: its date, or null. */
export function nextDate(week, date) {
  const found = DAYS.map((_, index) => later(date, index + 1))
  return found.find(each => sessionsOn(week, dayOf(each)).some(session => session.due)) || null
}

/** Of a day's exercises the sitting that `slug` belongs to: the one offered, else the first that has it; and what follows in it. */
export function placeOf(slug, sessions, offered) {
  const has = session => session?.slots.some(slot => slot.exercise === slug)
  const session = has(offered) ? offered : sessions.find(has)
  if (!session) return null
  const slots = session.slots.map(slot => slot.exercise)
  return { session, next: slots[slots.indexOf(slug) + 1] || null }
}
