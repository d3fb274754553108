// How a dose reads, with the page's own words (`say`): the site's figures as they are, changed ones with what they were.

import { roomOf, usual } from "./week.js"

/** Seconds in words: "40 s", "2 min". */
export const timeIn = (seconds, say) =>
  seconds >= 60 && seconds % 60 === 0 ? say("minutes", { n: seconds / 60 }) : say("seconds", { n: seconds })

const counted = (key, n, say) => say(`${key}-${n}`, { n }) || say(key, { n })

/** What a changed figure was: "article: 10"; "our choice: 1" where the site chose it. */
export function wasIn({ was, stated }, source, say) {
  return stated ? say("stated", { source, was }) : say("usual", { was })
}

/** One figure: as the site says it where it is the site's, else the reader's with what it was. */
function figureIn(figure, same, words, source, say) {
  if (figure && same) return figure.said + (figure.ours && source ? say("ours") : "")
  return words + say("own") + (figure ? say("instead", { was: wasIn(figure, source, say) }) : "")
}

/** Which figures of an entry are the site's own: { seconds, reps, side, times, days }. */
export function unchanged({ seconds, reps, side, on, at }, about) {
  const { seconds: length, reps: number, perDay, days } = usual(about)
  const as = (places, { start, most }) => places.due.length === start && places.due.length + places.more.length === most
  return {
    seconds: seconds === length,
    reps: reps === number,
    side: side === (about.limb ? "e" : ""),
    times: as(at, perDay),
    days: as(on, days),
  }
}

const rangeIn = ({ due, more }) => (more.length ? `${due.length}–${due.length + more.length}` : due.length)

/** { dose: "Hold 10 s · 5 times‡ (article: 3) · each foot", often: "once a day† · every day" } */
export function doseWords(entry, about, source, say) {
  const same = unchanged(entry, about)
  const mark = (figure, key, words) => figureIn(figure, same[key], words, source, say)
  const parts = [say("does", { verb: about.says, time: mark(about.seconds, "seconds", timeIn(entry.seconds, say)) })]
  if (about.reps || !same.reps) parts.push(mark(about.reps, "reps", counted("times", entry.reps, say)))
  if (about.sides) {
    const was = { ...about.sides, was: about.sides.said, stated: !about.sides.ours }
    parts.push(mark(was, "side", say(entry.side === "l" ? "left" : "right", about)))
  }
  const often = [
    mark(about.per_day, "times", counted("per-day", rangeIn(entry.at), say)),
    mark(about.days, "days", counted("days", rangeIn(entry.on), say)),
  ]
  const begin = ["seconds", "reps"].map(key => same[key] && about[key]?.begin).filter(Boolean)
  if (begin.length) often.push(say("begin", { parts: begin.join(", ") }) + (source ? say("ours") : ""))
  return { dose: parts.join(" · "), often: often.join(" · ") }
}

/** What the figures of an entry can be set to: { key, value, least, most, figure } each. */
export function figuresOf(entry, week, data, most) {
  const about = data.exercises[entry.slug]
  return [
    { key: "seconds", value: entry.seconds, most: most.seconds, figure: about.seconds },
    { key: "reps", value: entry.reps, most: most.reps, figure: about.reps },
    { key: "times", value: entry.at.due.length, most: roomOf(week, data, entry.slug), figure: about.per_day },
    { key: "days", value: entry.on.due.length, most: week.days.length, figure: about.days },
  ]
}

/** The next figure down or up: by ones where it is small, by fives and fifteens where seconds are many. */
export function stepped(key, value, by) {
  if (key !== "seconds") return value + by
  const step = (by > 0 ? value : value - 1) < 10 ? 1 : (by > 0 ? value : value - 1) < 60 ? 5 : 15
  return (by > 0 ? Math.floor(value / step) + 1 : Math.ceil(value / step) - 1) * step
}
