// The page's own words, out of its <template>; texts come into the page as text only.

import { fill } from "../core/format.js"

/**
 * The words of a key with their {places} filled in; empty where the page has none.
 * @typedef {(key: string, values?: object) => string} Say
 */

/** @param {Map<string, string>} texts the page's words by key @returns {Say} */
export function sayFrom(texts) {
  return (key, values = {}) => fill(texts.get(key), /** @type {Record<string, unknown>} */ (values))
}

/** @param {HTMLTemplateElement} template */
export function wordsOf(template) {
  /** @type {NodeListOf<HTMLElement>} */
  const words = template.content.querySelectorAll("[data-say]")
  return sayFrom(new Map([...words].map(word => [word.dataset.say ?? "", word.textContent ?? ""])))
}

/** A fresh copy of what a <template> holds. @param {HTMLTemplateElement} template */
export function copyOf(template) {
  return /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true))
}
