// From what a reader chose to a week. Which days and sessions is looked up in the tables of week/patterns.json (`data`,
// made by scripts/footing/patterns.py); here stands only which of equal patterns is taken: the one where least is done.

import { MOST } from "./link.js"

export const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

const sum = numbers => numbers.reduce((total, number) => total + number, 0)
const replaced = (week, entry) => ({
  ...week,
  exercises: week.exercises.map(old => (old.slug === entry.slug ? entry : old)),
})
const between = (value, least, most) => Math.min(Math.max(value, least), most)

export function emptyWeek(data) {
  return { name: "", note: "", days: DAYS.map((_, day) => day), sessions: data.start.sessions, exercises: [] }
}

/** The length of a hold, how often and on how many days, as the site gives it; once where it says nothing. */
export function usual(about) {
  const once = { start: 1, most: 1 }
  return {
    seconds: about.seconds.start,
    reps: (about.reps || once).start,
    perDay: about.per_day || once,
    days: about.days || once,
  }
}

/** Seconds of one round: get ready, each side's holds with the rests between, the change of side. */
export function roundSeconds({ seconds, reps, side }, about) {
  const once = reps * seconds + (reps - 1) * about.rest
  return about.ready + (side === "e" ? 2 * once + about.switch : once)
}

// Places

function tableOf(week, data, slug) {
  return data.sessions[week.sessions.length][data.exercises[slug].place]
}

/** How many times a day an exercise can be done at most. */
export function roomOf(week, data, slug) {
  return Math.max(
    ...Object.keys(tableOf(week, data, slug))
      .map(Number)
      .filter(Boolean),
  )
}

function spread(pattern) {
  const places = letter => [...pattern].map((found, i) => (found === letter ? i : -1)).filter(i => i >= 0)
  return { due: places("d"), more: places("o") }
}

/** Of the patterns for so often, the one on whose due places least is done; the first of equals. */
function lightest(table, due, most, load, fits = () => true) {
  const found = (table[due < most ? `${due}-${most}` : due] || table[due]).map(spread)
  const fitting = found.filter(fits)
  const weight = ({ due: places }) => sum(places.map(load))
  return (fitting.length ? fitting : found).reduce((best, next) => (weight(next) < weight(best) ? next : best))
}

/** Seconds of due work of the exercises other than `slug`, by day and session. */
function loads(week, data, slug) {
  const load = DAYS.map(() => week.sessions.map(() => 0))
  for (const entry of week.exercises) {
    if (entry.slug === slug) continue
    for (const day of entry.on.due) {
      for (const session of entry.at.due) load[day][session] += roundSeconds(entry, data.exercises[entry.slug])
    }
  }
  return load
}

/** The entry on so many of the week's days. */
function onDays(week, data, entry, due, most = due) {
  const days = DAYS.map((_, day) => (week.days.includes(day) ? "d" : ".")).join("")
  const [few, many] = [due, most].map(count => between(count, 1, week.days.length))
  const load = loads(week, data, entry.slug).map(sum)
  return { ...entry, on: lightest(data.days[days], few, many, day => load[day]) }
}

/** The entry in so many sessions of its days. On the floor, it joins what is on the floor already. */
function atTimes(week, data, entry, due, most = due) {
  const room = roomOf(week, data, entry.slug)
  const load = loads(week, data, entry.slug)
  const floor = data.places[data.places.length - 1]
  const there = week.exercises.find(
    ({ slug, at }) => slug !== entry.slug && data.exercises[slug].place === floor && at.due.length === 1,
  )
  const joins = there && data.exercises[entry.slug].place === floor && due === 1
  return {
    ...entry,
    at: lightest(
      tableOf(week, data, entry.slug),
      between(due, 1, room),
      between(most, 1, room),
      session => sum(entry.on.due.map(day => load[day][session])),
      pattern => !joins || pattern.due.includes(there.at.due[0]),
    ),
  }
}

// What a reader does: each gives a new week

export function withExercise(week, data, slug) {
  const about = data.exercises[slug]
  const { seconds, reps, perDay, days } = usual(about)
  let entry = { slug, seconds, reps, side: about.limb ? "e" : "", on: { due: [], more: [] }, at: { due: [], more: [] } }
  entry = onDays(week, data, entry, days.start, days.most)
  entry = atTimes(week, data, entry, perDay.start, perDay.most)
  return { ...week, exercises: [...week.exercises, entry] }
}

export function withoutExercise(week, slug) {
  return { ...week, exercises: week.exercises.filter(entry => entry.slug !== slug) }
}

/** One figure of one exercise anew: "seconds", "reps", "side", "days" a week, or "times" a day. */
export function withFigure(week, data, slug, key, value) {
  const entry = week.exercises.find(old => old.slug === slug)
  if (key === "days") return replaced(week, onDays(week, data, entry, value))
  if (key === "times") return replaced(week, atTimes(week, data, entry, value))
  return replaced(week, { ...entry, [key]: key === "side" ? value : between(value, 1, MOST[key]) })
}

/** The week on other days: an exercise that is due on every day stays so, the others keep their number where they can. */
export function withDays(week, data, days) {
  const whole = week.days.length
  return week.exercises.reduce(
    (now, { slug, on }) => {
      const entry = now.exercises.find(old => old.slug === slug)
      const stays = on.due.length !== whole && [...on.due, ...on.more].every(day => days.includes(day))
      if (stays) return now
      const due = on.due.length === whole ? days.length : on.due.length
      return replaced(now, onDays(now, data, entry, due, due + on.more.length))
    },
    { ...onThese(week, days), days },
  )
}

/** The week in other sessions of the day. */
export function withSessions(week, data, sessions) {
  const names = week.exercises.map(({ at }) =>
    [at.due, at.more].map(places => places.map(place => week.sessions[place])),
  )
  const placesOf = part =>
    part
      .map(name => sessions.indexOf(name))
      .filter(place => place >= 0)
      .sort((a, b) => a - b)
  const start = { ...week, sessions, exercises: [] }
  return week.exercises.reduce((now, entry, i) => {
    const kept = { due: placesOf(names[i][0]), more: placesOf(names[i][1]) }
    const [due, more] = [entry.at.due.length, entry.at.more.length]
    const stays = kept.due.length === due && kept.more.length === more && allowed(now, data, entry.slug, kept)
    const next = stays ? { ...entry, at: kept } : atTimes(now, data, entry, due, due + more)
    // biome-ignore lint/performance/noAccumulatingSpread: each step checks a whole week; a week has few exercises.
    return { ...now, exercises: [...now.exercises, next] }
  }, start)
}

/** The week's exercises on those of their days that are left. */
function onThese(week, days) {
  const left = places => places.filter(day => days.includes(day))
  const exercises = week.exercises.map(entry => ({
    ...entry,
    on: { due: left(entry.on.due), more: left(entry.on.more) },
  }))
  return { ...week, exercises }
}

function allowed(week, data, slug, { due, more }) {
  const table = tableOf(week, data, slug)
  const places = table[1].flatMap(pattern => spread(pattern).due)
  return due.length > 0 && [...due, ...more].every(place => places.includes(place))
}

// What a link says, made to fit the site

/** The week with what this site knows, and { kind, what } of what had to change: "unknown", "session", "bounded". */
export function fitted(week, data) {
  const problems = []
  const tell = (kind, what = "") => problems.push({ kind, what })
  const known = week.sessions.filter((id, i) => own(data.session_names, id) && week.sessions.indexOf(id) === i)
  for (const id of week.sessions) if (id && !known.includes(id)) tell("session", id.slice(0, 60))
  const sessions = known.length ? known.slice(0, data.start.most_sessions) : data.start.sessions
  if (known.length > sessions.length) tell("bounded")
  const place = old => sessions.indexOf(week.sessions[old])
  const days = week.days.length ? week.days : emptyWeek(data).days
  let now = { ...week, days, sessions, exercises: [] }
  for (const given of week.exercises) {
    const slug = own(data.formerly, given.slug) || given.slug
    if (!own(data.exercises, slug)) tell("unknown", given.slug)
    else if (now.exercises.length >= MOST.exercises || now.exercises.some(entry => entry.slug === slug))
      tell("bounded", data.exercises[slug].name)
    else {
      const entry = fittedEntry(now, data, { ...given, slug }, place)
      if (entry.bounded) tell("bounded", data.exercises[slug].name)
      now = { ...now, exercises: [...now.exercises, entry.fitted] }
    }
  }
  return { week: now, problems }
}

// biome-ignore lint/suspicious/noPrototypeBuiltins: Object.hasOwn is missing in Chrome 90, Safari 14 and Firefox 90.
const own = (table, key) => (Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined)

function fittedEntry(week, data, given, place) {
  const about = data.exercises[given.slug]
  const [seconds, reps] = ["seconds", "reps"].map(key => between(given[key], 1, MOST[key]))
  const side = about.limb ? given.side || "e" : ""
  const inWeek = places => places.filter(day => week.days.includes(day))
  const on = { due: inWeek(given.on.due), more: inWeek(given.on.more) }
  const moved = places => [...new Set(places.map(place))].filter(to => to >= 0).sort((a, b) => a - b)
  const at = { due: moved(given.at.due), more: moved(given.at.more) }
  at.more = at.more.filter(to => !at.due.includes(to)) // where a session was named twice
  let entry = { ...given, seconds, reps, side, on, at }
  if (!on.due.length) entry = onDays(week, data, entry, 1)
  if (!allowed(week, data, given.slug, at)) entry = atTimes(week, data, entry, at.due.length || 1)
  return {
    fitted: entry,
    bounded: JSON.stringify({ ...entry, at: 0 }) !== JSON.stringify({ ...given, at: 0 }) || entry.at !== at,
  }
}

// The week as other parts of the site take it

/** What is done when: { day, session, exercise, optional }, in order. */
export function slotsOf(week, data) {
  const rank = slug => data.places.indexOf(data.exercises[slug].place)
  const inOrder = [...week.exercises].sort((a, b) => rank(a.slug) - rank(b.slug))
  return week.days.flatMap(day =>
    week.sessions.flatMap((session, place) =>
      inOrder.flatMap(({ slug, on, at }) => {
        const due = on.due.includes(day) && at.due.includes(place)
        const there = [on, at].every((part, i) => part.due.concat(part.more).includes([day, place][i]))
        return there ? [{ day: DAYS[day], session, exercise: slug, optional: !due }] : []
      }),
    ),
  )
}

/** Seconds of due work with the moves, by day and session, of all seven days. */
export function secondsOf(week, data) {
  const slots = slotsOf(week, data)
  const entries = new Map(week.exercises.map(entry => [entry.slug, entry]))
  const lengthOf = due => {
    const onFloor = due.filter(slug => data.exercises[slug].place === data.places[data.places.length - 1]).length
    const toFloor = onFloor && onFloor < due.length ? 1 : 0
    const moves = (due.length - 1 - toFloor) * data.moves.between + toFloor * data.moves.floor
    return due.length ? sum(due.map(slug => roundSeconds(entries.get(slug), data.exercises[slug]))) + moves : 0
  }
  const due = (day, session) => slots.filter(slot => slot.day === day && slot.session === session && !slot.optional)
  return Object.fromEntries(
    DAYS.map(day => [
      day,
      Object.fromEntries(
        week.sessions.map(session => [session, lengthOf(due(day, session).map(slot => slot.exercise))]),
      ),
    ]),
  )
}

/** The week in the shape of week/<plan>.json, for a guided session. */
export function publishedWeek(week, data, name) {
  const seconds = secondsOf(week, data)
  const tenths = session =>
    Object.fromEntries(Object.entries(session).map(([id, length]) => [id, Math.round(length / 6) / 10]))
  return {
    name,
    slots: slotsOf(week, data),
    minutes: Object.fromEntries(DAYS.map(day => [day, tenths(seconds[day])])),
    sessions: week.sessions.map(id => ({ id, label: data.session_names[id] })),
    moves: data.moves,
    exercises: Object.fromEntries(
      week.exercises.map(({ slug, seconds: length, reps, side }) => {
        const given = data.exercises[slug]
        const { name: called, url, place, verb, limb, rest, ready, switch: change } = given
        const about = given.about && length === usual(given).seconds
        const sides = { e: "left right", l: "left", r: "right" }[side] || null
        const pauses = { rest: reps > 1 ? rest : 0, ready, switch: side === "e" ? change : 0 }
        return [slug, { name: called, url, place, verb, seconds: length, about, reps, sides, limb, ...pauses }]
      }),
    ),
  }
}
