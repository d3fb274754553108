// How a dose reads, with the page's own words (`say`): the site's values as they are, changed ones with what they replace.

import { roomOf } from "./patterns.js"
import { siteDose } from "./week.js"

/** @typedef {import("../types").DoseValue} DoseValue */
/** @typedef {import("../types").Entry} Entry */
/** @typedef {import("../types").OwnWeek} OwnWeek */
/** @typedef {import("../types").Patterns} Patterns */
/** @typedef {import("../types").Places} Places */
/** @typedef {import("../types").SiteDose} SiteDose */
/** @typedef {import("./words.js").Say} Say */
/** @typedef {Pick<DoseValue, "said" | "was" | "stated" | "ours">} ShownValue */
/** @typedef {"seconds" | "reps" | "times" | "days"} ValueKey */

/** Seconds in words: "40 s", "2 min". @param {number} seconds @param {Say} say */
const timeIn = (seconds, say) =>
  seconds >= 60 && seconds % 60 === 0 ? say("minutes", { n: seconds / 60 }) : say("seconds", { n: seconds })

/** @param {string} key @param {number | string} n @param {Say} say */
const counted = (key, n, say) => say(`${key}-${n}`, { n }) || say(key, { n })

/** The sides of the site's dose as a value. @param {SiteDose} about @returns {ShownValue | null} */
export function sidesOf({ sides }) {
  return sides && { ...sides, was: sides.said, stated: !sides.ours }
}

/**
 * A replaced value: "article: 10"; "our choice: 1" where the site chose it.
 * @param {ShownValue} value @param {string} source @param {Say} say
 */
export function replacedIn({ was, stated }, source, say) {
  return stated ? say("stated", { source, was }) : say("usual", { was })
}

/**
 * A value as the site says it where it is the site's, else the reader's `words` with what they replace.
 * @param {ShownValue | null} value @param {boolean} same @param {string} words @param {string} source @param {Say} say
 */
function valueIn(value, same, words, source, say) {
  if (value && same) return value.said + (value.ours && source ? say("ours") : "")
  return words + say("own") + (value ? say("instead", { was: replacedIn(value, source, say) }) : "")
}

/** Which values of an entry are the site's. @param {Entry} entry @param {SiteDose} about */
export function unchanged({ seconds, reps, side, on, at }, about) {
  const site = siteDose(about)
  /** @param {Places} places @param {{ start: number, most: number }} often */
  const same = (places, { start, most }) =>
    places.due.length === start && places.due.length + places.more.length === most
  return {
    seconds: seconds === site.seconds,
    reps: reps === site.reps,
    side: side === (about.limb ? "e" : ""),
    times: same(at, site.perDay),
    days: same(on, site.days),
  }
}

/** @param {Places} places */
const rangeIn = ({ due, more }) => (more.length ? `${due.length}–${due.length + more.length}` : due.length)

/**
 * { dose: "Hold 10 s · 5 times‡ (article: 3) · each foot", often: "once a day† · every day" }
 * @param {Entry} entry @param {SiteDose} about @param {string} source @param {Say} say
 */
export function doseWords(entry, about, source, say) {
  const same = unchanged(entry, about)
  /** @param {ShownValue | null} value @param {keyof typeof same} key @param {string} words */
  const valueWords = (value, key, words) => valueIn(value, same[key], words, source, say)
  const time = valueWords(about.seconds, "seconds", timeIn(entry.seconds, say))
  const parts = [say("does", { verb: about.says, time })]
  if (about.reps || !same.reps) parts.push(valueWords(about.reps, "reps", counted("times", entry.reps, say)))
  const sides = sidesOf(about)
  if (sides) parts.push(valueWords(sides, "side", say(entry.side === "l" ? "left" : "right", about)))
  const often = [
    valueWords(about.per_day, "times", counted("per-day", rangeIn(entry.at), say)),
    valueWords(about.days, "days", counted("days", rangeIn(entry.on), say)),
  ]
  const begin = [same.seconds && about.seconds.begin, same.reps && about.reps?.begin].filter(Boolean)
  if (begin.length) often.push(say("begin", { parts: begin.join(", ") }) + (source ? say("ours") : ""))
  return { dose: parts.join(" · "), often: often.join(" · ") }
}

/**
 * The values of an entry that can be set.
 * @param {Entry} entry @param {OwnWeek} week @param {Patterns} data @param {{ seconds: number, reps: number }} most
 * @returns {{ key: ValueKey, value: number, most: number, site: DoseValue | null }[]}
 */
export function valuesOf(entry, week, data, most) {
  const about = data.exercises[entry.slug]
  return [
    { key: "seconds", value: entry.seconds, most: most.seconds, site: about.seconds },
    { key: "reps", value: entry.reps, most: most.reps, site: about.reps },
    { key: "times", value: entry.at.due.length, most: roomOf(week, data, entry.slug), site: about.per_day },
    { key: "days", value: entry.on.due.length, most: week.days.length, site: about.days },
  ]
}

/**
 * The next value down or up: by ones, but seconds by fives from 10 and by fifteens from 60.
 * @param {ValueKey} key @param {number} value @param {number} by
 */
export function stepped(key, value, by) {
  if (key !== "seconds") return value + by
  const step = (by > 0 ? value : value - 1) < 10 ? 1 : (by > 0 ? value : value - 1) < 60 ? 5 : 15
  return (by > 0 ? Math.floor(value / step) + 1 : Math.ceil(value / step) - 1) * step
}
