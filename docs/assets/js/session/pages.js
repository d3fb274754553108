// What a session shows of an exercise beyond its dose: it is taken from the exercise's own page.

import { siteUrl } from "../core/site_url.js"

/**
 * @typedef {object} ExercisePage what was found; nothing of it where there is no page
 * @property {string} [figure] the figure's SVG
 * @property {string} [before] the line of caution before the start
 * @property {string} [rule] when to stop
 * @property {string} [needs] the things needed
 * @property {string[]} [steps]
 */

/** An element's text, or "" where there is none. @param {Element | null | undefined} element */
function textOf(element) {
  return element?.textContent?.trim() ?? ""
}

/** The pages of the exercises, by slug. @param {Record<string, { url: string }>} exercises @param {string[]} slugs */
export async function fetchPages(exercises, slugs) {
  /** @type {Record<string, ExercisePage>} */
  const pages = {}
  const fetched = slugs.map(async slug => {
    pages[slug] = await fetchPage(exercises[slug].url)
  })
  await Promise.all(fetched)
  return pages
}

/** @param {string} url @returns {Promise<ExercisePage>} */
async function fetchPage(url) {
  try {
    const response = await fetch(siteUrl(url))
    if (!response.ok) return {}
    const page = new DOMParser().parseFromString(await response.text(), "text/html")
    const steps = page.getElementById("steps")
    const figure = page.querySelector(".gf-figure svg")
    return {
      // Its ids get a prefix: the page it is shown on may have the same figure.
      figure: figure?.outerHTML.replace(
        /\b(?:id|aria-labelledby|aria-describedby)="|url\(#|href="#/g,
        "$&gf-session__",
      ),
      before: textOf(page.querySelector(".gf-before")),
      rule: textOf(page.querySelector(".gf-stop-rule")),
      needs: textOf(steps?.previousElementSibling),
      steps: [...page.querySelectorAll("#steps + ol > li")].map(textOf),
    }
  } catch {
    return {}
  }
}
