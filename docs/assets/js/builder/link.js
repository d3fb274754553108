// A reader's own week as the fragment of a link, and back. scripts/footing/planning/share_link.py describes the format,
// which never changes: today's links open in every later version. Nothing here knows the site's exercises: see fitted.js.

/** @typedef {import("../types").OwnWeek} OwnWeek */
/** @typedef {import("../types").Entry} Entry */
/** @typedef {import("../types").EntrySides} EntrySides */
/** @typedef {import("../types").Places} Places */
/** @typedef {import("../types").LinkProblem} LinkProblem */

export const MOST = { seconds: 600, reps: 60, exercises: 12, name: 40, note: 200, link: 4000 }

const HEAD = /^w([0-9]{1,6})(?=\.|$)/
const EXERCISE = /^([^=]{1,80})=([0-9]{1,9})s([0-9]{1,9})x([elr]?)=([1-7]*)(?:o([1-7]*))?=([1-9a-n]*)(?:o([1-9a-n]*))?$/

/** One line of text without control characters, cut to `most` characters. @param {string} text @param {number} most */
export function cleaned(text, most) {
  const line = text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu, " ").replace(/\s+/g, " ")
  return [...line.trim()].slice(0, most).join("").trim()
}

/** Two characters that change with the text. @param {string} text */
export function check(text) {
  let total = 0
  for (const character of text) total = (total * 31 + Number(character.codePointAt(0))) % 1296
  return total.toString(36).padStart(2, "0")
}

/** @param {string} text */
function toBase64(text) {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text))
  return btoa(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")
}

/** @param {string} code */
function fromBase64(code) {
  const bytes = Uint8Array.from(atob(code.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0))
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
}

/** @param {number[]} indexes */
const toPlaces = indexes => indexes.map(index => (index + 1).toString(36)).join("")
/** @param {Places} places */
const withMore = ({ due, more }) => toPlaces(due) + (more.length ? `o${toPlaces(more)}` : "")

/** The fragment of a week, without "#". @param {OwnWeek} week */
export function linkOf({ name, note, days, sessions, exercises }) {
  const parts = ["w1", [toPlaces(days), ...sessions].join("=")]
  if (name) parts.push(`N${toBase64(name)}`)
  if (note) parts.push(`T${toBase64(note)}`)
  for (const { slug, seconds, reps, side, on, at } of exercises) {
    const allDays = on.due.length === days.length && !on.more.length
    parts.push([slug, `${seconds}s${reps}x${side}`, allDays ? "" : withMore(on), withMore(at)].join("="))
  }
  const whole = parts.join(".")
  return `${whole}.${check(whole)}`
}

/** @param {string | undefined} code */
const fromPlaces = code => [...new Set(code || "")].map(digit => parseInt(digit, 36) - 1).sort((a, b) => a - b)

/** @param {string} due @param {string | undefined} more @returns {Places} */
function readPlaces(due, more) {
  const found = fromPlaces(due)
  return { due: found, more: fromPlaces(more).filter(place => !found.includes(place)) }
}

/** @param {string} part @param {number[]} days the week's @returns {Entry | null} */
function readExercise(part, days) {
  const match = EXERCISE.exec(part)
  if (!match) return null
  const [, slug, seconds, reps, side, due, more, first, beyond] = match
  const on = due || more ? readPlaces(due, more) : { due: days, more: [] }
  const sides = /** @type {EntrySides} */ (side)
  return { slug, seconds: Number(seconds), reps: Number(reps), side: sides, on, at: readPlaces(first, beyond) }
}

/**
 * The week of a fragment, null where it holds none. A problem's kind is "garbage" (not a link of this site), "newer" (of
 * a later version), "changed" (cut off or altered on its way) or "unreadable" (one part).
 * @param {string} fragment
 * @returns {{ week: OwnWeek | null, problems: LinkProblem[] }}
 */
export function readLink(fragment) {
  /** @param {string} kind */
  const nothing = kind => ({ week: null, problems: [{ kind, what: "" }] })
  let text = fragment
  try {
    text = decodeURIComponent(text)
  } catch {
    // A stray per cent sign: read as it is.
  }
  const head = HEAD.exec(text)
  if (!head || head[1] === "0" || text.length > MOST.link) return nothing("garbage")
  if (Number(head[1]) > 1) return nothing("newer")

  /** @type {LinkProblem[]} */
  const problems = []
  const parts = text.split(".").slice(1)
  const given = parts.length > 1 ? String(parts.pop()) : ""
  if (given !== check(text.slice(0, -given.length - 1))) {
    problems.push({ kind: "changed", what: "" })
    if (given.length !== 2) parts.push(given)
  }
  const [days, ...sessions] = (parts.shift() || "").split("=")
  /** @type {OwnWeek} */
  const week = { name: "", note: "", days: fromPlaces(days.replace(/[^1-7]/g, "")), sessions, exercises: [] }
  for (const part of parts) {
    const exercise = readExercise(part, week.days)
    if (exercise) week.exercises.push(exercise)
    else if (!readText(part, week) && part) problems.push({ kind: "unreadable", what: cleaned(part, 60) })
  }
  return { week, problems }
}

/** Sets the week's name or note where `part` is one; returns whether it was. @param {string} part @param {OwnWeek} week */
function readText(part, week) {
  if (!/^[NT]/.test(part)) return false
  const key = part[0] === "N" ? "name" : "note"
  try {
    week[key] = cleaned(fromBase64(part.slice(1)), MOST[key])
    return true
  } catch {
    return false
  }
}
