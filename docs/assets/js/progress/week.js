// A plan's week, fetched once: as the site publishes it, or a week of the reader's own.

import { siteUrl } from "../core/site_url.js"
import { ownWeekOf } from "./own_plan.js"
import { OWN } from "./record.js"
import { progress } from "./store.js"

/** @typedef {import("../types").PublishedWeek} PublishedWeek */

/** @type {Map<string, Promise<PublishedWeek>>} by slug, or by the link of a week of the reader's own */
const weeks = new Map()

/** The week of a plan; rejects where there is none, or no network. @param {string} plan @returns {Promise<PublishedWeek>} */
export function weekOf(plan) {
  const link = plan === OWN ? (progress().link ?? "") : null
  const key = link ?? plan
  const known = weeks.get(key)
  if (known) return known
  const asked = fetch(siteUrl(`week/${link === null ? plan : "patterns"}.json`))
  asked.catch(() => weeks.delete(key)) // without a network it is fetched again; a plan that is gone is not
  const found = asked.then(answer => {
    if (!answer.ok) throw new Error(answer.statusText)
    return answer.json()
  })
  const week = link === null ? found : found.then(data => ownWeekOf(link, data))
  weeks.set(key, week)
  return week
}

const locale = () => {
  const { lang } = document.documentElement
  return navigator.languages.find(each => each.split("-")[0] === lang.split("-")[0]) || lang
}

/**
 * A date in the page's language: formatDate("2026-11-26", {weekday: "long"}) is "Thursday".
 * @param {string} date @param {Intl.DateTimeFormatOptions} parts
 */
export function formatDate(date, parts) {
  return new Intl.DateTimeFormat(locale(), { timeZone: "UTC", ...parts }).format(new Date(`${date}T00:00Z`))
}
