// A plan's week as the site publishes it, fetched once.

import { siteUrl } from "../core/site_url.js"

const weeks = new Map()

/** The week of a plan; fails where there is none, or no network. */
export function weekOf(plan) {
  if (!weeks.has(plan)) {
    const asked = fetch(siteUrl(`week/${plan}.json`))
    asked.catch(() => weeks.delete(plan)) // no network: asked again; a plan that is gone is not
    weeks.set(
      plan,
      asked.then(answer => {
        if (!answer.ok) throw new Error(answer.status)
        return answer.json()
      }),
    )
  }
  return weeks.get(plan)
}

const locale = () => {
  const { lang } = document.documentElement
  return navigator.languages.find(each => each.split("-")[0] === lang.split("-")[0]) || lang
}

/** A date in the page's language: sayDate("2026-11-26", {weekday: "long"}) is "Thursday". */
export function sayDate(date, parts) {
  return new Intl.DateTimeFormat(locale(), { timeZone: "UTC", ...parts }).format(new Date(`${date}T00:00Z`))
}
