// The page's own words, out of its <template>; texts come into the page as text only.

/** say(key, values): the words of that key with their {places} filled; empty where the page has none. */
export function wordsOf(template) {
  const all = new Map(
    [...template.content.querySelectorAll("[data-say]")].map(word => [word.dataset.say, word.textContent]),
  )
  return (key, values = {}) =>
    (all.get(key) || "").replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place))
}

/** A fresh copy of what a <template> holds. */
export function copyOf(template) {
  return template.content.firstElementChild.cloneNode(true)
}
