// A week of one's own as the fragment of a link, and back. scripts/footing/week_link.py tells the format, which is for
// ever: links made today open in every later version. Nothing here knows the site's exercises; see fitted() in week.js.
//
// A week: { name, note, days: [0 … 6], sessions: [id], exercises: [{ slug, seconds, reps, side, on, at }] }, where
// `side` is "e" (each in turn), "l", "r" or "", and `on` (days, Monday 0) and `at` (sessions) are { due: [], more: [] }.

export const MOST = { seconds: 600, reps: 60, exercises: 12, name: 40, note: 200, link: 4000 }

const HEAD = /^w([0-9]{1,6})(?=\.|$)/
const EXERCISE = /^([^=]{1,80})=([0-9]{1,9})s([0-9]{1,9})x([elr]?)=([1-7]*)(?:o([1-7]*))?=([1-9a-n]*)(?:o([1-9a-n]*))?$/

/** One line of text without what only steers a screen, at most so many characters. */
export function cleaned(text, most) {
  const line = String(text)
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu, " ")
    .replace(/\s+/g, " ")
  return [...line.trim()].slice(0, most).join("").trim()
}

export function check(text) {
  let total = 0
  for (const character of text) total = (total * 31 + character.codePointAt(0)) % 1296
  return total.toString(36).padStart(2, "0")
}

function toBase64(text) {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text))
  return btoa(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")
}

function fromBase64(code) {
  const bytes = Uint8Array.from(atob(code.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0))
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
}

const toPlaces = indexes => indexes.map(index => (index + 1).toString(36)).join("")
const withMore = ({ due, more }) => toPlaces(due) + (more.length ? `o${toPlaces(more)}` : "")

/** The fragment of a week, without "#". */
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

const fromPlaces = code => [...new Set(code || "")].map(digit => parseInt(digit, 36) - 1).sort((a, b) => a - b)

function readPlaces(due, more) {
  const found = fromPlaces(due)
  return { due: found, more: fromPlaces(more).filter(place => !found.includes(place)) }
}

function readExercise(part, days) {
  const match = EXERCISE.exec(part)
  if (!match) return null
  const [, slug, seconds, reps, side, due, more, first, beyond] = match
  const on = due || more ? readPlaces(due, more) : { due: days, more: [] }
  return { slug, seconds: Number(seconds), reps: Number(reps), side, on, at: readPlaces(first, beyond) }
}

/**
 * What a fragment says: { week, problems }. `week` is null where it is no week at all. A problem is { kind, what }:
 * "garbage" (no link of ours), "newer" (a later version's), "changed" (cut off or altered on its way), "unreadable" (one part).
 */
export function readLink(fragment) {
  const nothing = kind => ({ week: null, problems: [{ kind, what: "" }] })
  let text = String(fragment)
  try {
    text = decodeURIComponent(text)
  } catch {
    // A stray per cent sign: read as it is.
  }
  const head = HEAD.exec(text)
  if (!head || head[1] === "0" || text.length > MOST.link) return nothing("garbage")
  if (Number(head[1]) > 1) return nothing("newer")

  const problems = []
  const parts = text.split(".").slice(1)
  const given = parts.length > 1 ? parts.pop() : ""
  if (given !== check(text.slice(0, -given.length - 1))) {
    problems.push({ kind: "changed", what: "" })
    if (given.length !== 2) parts.push(given)
  }
  const [days, ...sessions] = (parts.shift() || "").split("=")
  const week = { name: "", note: "", days: fromPlaces(days.replace(/[^1-7]/g, "")), sessions, exercises: [] }
  for (const part of parts) {
    const exercise = readExercise(part, week.days)
    if (exercise) week.exercises.push(exercise)
    else if (!readText(part, week) && part) problems.push({ kind: "unreadable", what: cleaned(part, 60) })
  }
  return { week, problems }
}

/** Whether `part` is the week's name or its note, which is then set. */
function readText(part, week) {
  const key = { N: "name", T: "note" }[part[0]]
  if (!key) return false
  try {
    week[key] = cleaned(fromBase64(part.slice(1)), MOST[key])
    return true
  } catch {
    return false
  }
}
