// A week as a calendar file (RFC 5545): for each session one repeating event for every set of exercises it has, in
// floating time, so that eight in the morning stays eight in every time zone.

import { DAYS } from "./week.js"

/** @typedef {import("../core/types").Slot} Slot */
/** @typedef {{ exercise: string, optional: boolean }} Exercise */

/** @param {number} number */
const two = number => String(number).padStart(2, "0")
/** @param {Date} date */
const dateOf = date => `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`
/** @param {string} text */
const escaped = text => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n")
/** Monday is 0. @param {Date} date */
const dayOf = date => (date.getDay() + 6) % 7

/** A line cut after at most 75 bytes, between characters; each further line begins with a space. @param {string} line */
export function folded(line) {
  const lines = [""]
  let bytes = 0
  for (const character of line) {
    const length = new TextEncoder().encode(character).length
    if (bytes + length > 75) {
      lines.push(" ")
      bytes = 1
    }
    lines[lines.length - 1] += character
    bytes += length
  }
  return lines.join("\r\n")
}

/** A hash of sixteen hexadecimal digits, so that a week imported again replaces its events. @param {string} text */
function hashOf(text) {
  /** @param {number} start */
  const half = start => {
    let hash = start
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619)
    return (hash >>> 0).toString(16).padStart(8, "0")
  }
  return half(2166136261) + half(40389)
}

/** What is done in one session, with the days (Monday is 0) on which it is the same. @param {Slot[]} slots */
function setsOf(slots) {
  /** @type {Map<string, { session: string, day: string, done: Exercise[] }>} */
  const byDay = new Map()
  for (const { day, session, exercise, optional } of slots) {
    const key = `${session} ${day}`
    byDay.set(key, { session, day, done: [...(byDay.get(key)?.done ?? []), { exercise, optional }] })
  }
  /** @type {Map<string, { session: string, done: Exercise[], days: number[] }>} */
  const sets = new Map()
  for (const { session, day, done } of byDay.values()) {
    const key = JSON.stringify([session, done])
    sets.set(key, { session, done, days: [...(sets.get(key)?.days ?? []), DAYS.indexOf(day)] })
  }
  return [...sets.values()]
}

/**
 * The file's text.
 * @param {object} week
 * @param {string} week.link
 * @param {string} week.title
 * @param {string} week.address
 * @param {string} week.note
 * @param {Slot[]} week.slots
 * @param {Record<string, Record<string, number>>} week.minutes by day and session
 * @param {{ id: string, label: string }[]} week.sessions
 * @param {Record<string, string>} week.times "HH:MM" by session
 * @param {(exercise: string, optional: boolean) => string} week.describe a line of the description
 * @param {Date} week.now when the file is written
 */
export function calendarOf({ link, title, address, note, slots, minutes, sessions, times, describe, now }) {
  const stamp = now.toISOString().replace(/[-:]|\.[0-9]+/g, "")
  const events = setsOf(slots).flatMap(({ session, done, days }) => {
    const first = new Date(now.getFullYear(), now.getMonth(), now.getDate())
    while (!days.includes(dayOf(first))) first.setDate(first.getDate() + 1)
    const label = sessions.find(({ id }) => id === session)?.label
    const longest = Math.max(1, ...days.map(day => Math.ceil(minutes[DAYS[day]][session])))
    const summary = escaped([title, label].join(": "))
    const identity = hashOf([link, session, ...days].join(" "))
    const lines = [...done.map(({ exercise, optional }) => describe(exercise, optional)), note, address]
    return [
      "BEGIN:VEVENT",
      `UID:${identity}@${new URL(address).hostname}`,
      `DTSTAMP:${stamp}`,
      `DTSTART:${dateOf(first)}T${times[session].replace(":", "").padStart(4, "0")}00`,
      `DURATION:PT${longest}M`,
      `RRULE:FREQ=WEEKLY;BYDAY=${days.map(day => DAYS[day].slice(0, 2).toUpperCase())}`,
      `SUMMARY:${summary}`,
      `DESCRIPTION:${escaped(lines.filter(Boolean).join("\n"))}`,
      `URL:${address}`,
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${summary}`,
      "TRIGGER:PT0M",
      "END:VALARM",
      "END:VEVENT",
    ]
  })
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${new URL(address).hostname}//EN`,
    ...events,
    "END:VCALENDAR",
  ]
  return lines.map(line => `${folded(line)}\r\n`).join("")
}
