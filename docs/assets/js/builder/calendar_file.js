// Saves a reader's own week as a calendar file.

import { calendarOf } from "./calendar.js"
import { doseWords } from "./dose_words.js"
import { linkOf } from "./link.js"
import { publishedWeek } from "./published.js"

/**
 * @param {import("../types").OwnWeek} week
 * @param {import("../types").Patterns} data
 * @param {DOMStringMap} page `times`: "HH:MM" by session as JSON; `time`: for any other session
 * @param {{ title: string, address: string, source: string, say: import("./words.js").Say }} about
 */
export function downloadCalendar(week, data, page, { title, address, source, say }) {
  const given = JSON.parse(page.times ?? "{}")
  const times = Object.fromEntries(week.sessions.map(id => [id, given[id] || page.time]))
  const entries = new Map(week.exercises.map(entry => [entry.slug, entry]))
  /** @param {string} slug @param {boolean} optional */
  const describe = (slug, optional) => {
    const exercise = data.exercises[slug]
    const entry = entries.get(slug)
    const words = entry && doseWords(entry, exercise, source, say)
    return say(optional ? "calendar-optional" : "calendar-line", { name: exercise.name, ...words })
  }
  const { slots, minutes, sessions } = publishedWeek(week, data, title)
  const now = new Date()
  const { note } = week
  const text = calendarOf({
    link: linkOf(week),
    title,
    address,
    note,
    slots,
    minutes,
    sessions,
    times,
    describe,
    now,
  })
  const url = URL.createObjectURL(new Blob([text], { type: "text/calendar" }))
  Object.assign(document.createElement("a"), { href: url, download: say("file") }).click()
  setTimeout(() => URL.revokeObjectURL(url), 60000)
}
