// What a session shows of an exercise beyond its dose: it is taken out of the exercise's own page.

import { siteUrl } from "../core/site_url.js"

/** An element's text, or "" where there is none. */
function textOf(element) {
  return element ? element.textContent.trim() : ""
}

/** The figure, the line before Start, the things needed, the steps and the stop rule; without them where there is no page. */
export async function exercisePage({ url }) {
  try {
    const answer = await fetch(siteUrl(url))
    if (!answer.ok) return {}
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    const steps = page.getElementById("steps")
    const figure = page.querySelector(".gf-figure svg")
    return {
      // Its ids are made its own: the page it is shown on may have the same figure.
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
