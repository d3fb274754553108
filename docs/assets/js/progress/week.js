// A plan's week as the site publishes it, fetched once.

import { siteUrl } from "../core/site_url.js"

/** @typedef {import("../types").PublishedWeek} PublishedWeek */

/** @type {Map<string, Promise<PublishedWeek>>} */
const weeks = new Map()

/** The week of a plan; rejects where there is none, or no network. @param {string} plan @returns {Promise<PublishedWeek>} */
export function weekOf(plan) {
  const known = weeks.get(plan)
  if (known) return known
  const asked = fetch(siteUrl(`week/${plan}.json`))
  asked.catch(() => weeks.delete(plan)) // without a network it is fetched again; a plan that is gone is not
  const week = asked.then(answer => {
    if (!answer.ok) throw new Error(answer.statusText)
    return answer.json()
  })
  weeks.set(plan, week)
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
