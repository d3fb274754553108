// The week in the address of the page: a copied link, a bookmark and a reload then have it.

import { linkOf } from "./link.js"

// The last week of this document: the theme renews the page for a fragment that names a part of it, which holds no week.
let lastLink = ""

/** The link last written into the address of this document, "" where that was none. */
export const lastLinkOfDocument = () => lastLink

/** @param {import("../types").OwnWeek} week */
export function writeAddress(week) {
  lastLink = week.exercises.length || week.name || week.note ? linkOf(week) : ""
  const fragment = lastLink && `#${lastLink}`
  try {
    history.replaceState(history.state, "", location.pathname + location.search + fragment)
  } catch {
    // Some browsers limit how often the address changes; the next change of the week writes it.
  }
}
