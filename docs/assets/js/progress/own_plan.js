// A week of the reader's own as a plan like the others, out of its link. What reads links is fetched where it is needed.

import { loadScript } from "../core/load.js"

/**
 * The script "own"; it exports what the week builder uses of it.
 * @typedef {Pick<typeof import("../builder/link.js"), "readLink">
 *   & Pick<typeof import("../builder/fitted.js"), "fitted">
 *   & Pick<typeof import("../builder/published.js"), "publishedWeek">} OwnScript
 */

const script = () => /** @type {Promise<OwnScript>} */ (loadScript("own"))

/** The name of a link's week; "" where it has none. @param {string} link */
export async function ownNameOf(link) {
  return (await script()).readLink(link).week?.name ?? ""
}

/**
 * A link's week in the shape of week/<plan>.json; rejects where the link has none.
 * @param {string} link @param {import("../types").Patterns} data
 */
export async function ownWeekOf(link, data) {
  const { readLink, fitted, publishedWeek } = await script()
  const { week } = readLink(link)
  if (!week) throw new Error("no week in the link")
  return publishedWeek(fitted(week, data).week, data, week.name)
}
