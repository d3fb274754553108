// One page found by the search, in the theme's classes.

import { fill } from "../core/format.js"
import { siteUrl } from "../core/site_url.js"

/**
 * A page or a section of it. `title` and `text` are HTML out of the index, with what was found marked.
 * @typedef {{ location: string, title: string, text: string, score: number, terms: Record<string, boolean> }} SearchResult
 */

/**
 * A page with its sections: those as good as its best one at once, the others behind "more".
 * @param {SearchResult[]} sections best first
 * @param {DOMStringMap} words the dialog's data-more-one, data-more-other and data-missing
 */
export function resultItem(sections, words) {
  const pageIndex = sections.findIndex(({ location }) => !location.includes("#"))
  const others = sections.filter((_, index) => index !== pageIndex)
  const worse = others.findIndex(({ score }) => score < sections[0].score)
  const best = worse < 0 ? others : others.slice(0, worse)
  const more = worse < 0 ? [] : others.slice(worse)
  const item = document.createElement("li")
  item.className = "md-search-result__item"
  if (pageIndex >= 0) item.append(resultLink(sections[pageIndex], words, "h1", !pageIndex && !best.length))
  item.append(...best.map(section => resultLink(section, words, "h2", true)))
  if (more.length) item.append(moreResults(more, words))
  return item
}

/** @param {SearchResult[]} sections @param {DOMStringMap} words */
function moreResults(sections, words) {
  const details = document.createElement("details")
  details.className = "md-search-result__more"
  const label = fill(sections.length === 1 ? words.moreOne : words.moreOther, { n: sections.length })
  const summary = document.createElement("summary")
  summary.tabIndex = -1
  summary.append(Object.assign(document.createElement("div"), { textContent: label }))
  details.append(summary, ...sections.map(section => resultLink(section, words, "h2", true)))
  return details
}

/** @param {SearchResult} result @param {DOMStringMap} words @param {"h1" | "h2"} heading @param {boolean} teaser */
function resultLink({ location, title, text, score, terms }, words, heading, teaser) {
  const link = document.createElement("a")
  Object.assign(link, { href: siteUrl(location), className: "md-search-result__link", tabIndex: -1 })
  const article = document.createElement("article")
  article.className = "md-search-result__article md-typeset"
  article.dataset.mdScore = score.toFixed(2)
  if (heading === "h1") article.insertAdjacentHTML("beforeend", '<div class="md-search-result__icon md-icon"></div>')
  const name = document.createElement(heading)
  name.append(harmless(title))
  article.append(name)
  if (teaser) article.append(harmless(text))
  const missing = Object.keys(terms).filter(term => !terms[term])
  if (teaser && missing.length) article.append(missingTerms(missing, words))
  link.append(article)
  return link
}

const SHOWN = new Set(["CODE", "LI", "MARK", "OL", "P", "UL"])

/**
 * Markup of the index without anything that could run or load: these elements without attributes, and the text of all
 * others. A page's title stands in the index as its author wrote it.
 * @param {string} html
 */
function harmless(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html") // in a document where no script runs
  for (const element of parsed.querySelectorAll("script, style, template")) element.remove()
  return harmlessCopy(parsed.body)
}

/** @param {Node} parent */
function harmlessCopy(parent) {
  const copy = document.createDocumentFragment()
  for (const node of parent.childNodes) {
    const content = node instanceof Text ? node.data : harmlessCopy(node)
    if (!SHOWN.has(node.nodeName)) copy.append(content)
    else {
      const element = document.createElement(node.nodeName)
      element.append(content)
      copy.append(element)
    }
  }
  return copy
}

/** @param {string[]} terms @param {DOMStringMap} words */
function missingTerms(terms, words) {
  const line = document.createElement("p")
  line.className = "md-search-result__terms"
  line.append(`${words.missing}: `)
  for (const term of terms) line.append(Object.assign(document.createElement("del"), { textContent: term }), " ")
  return line
}
