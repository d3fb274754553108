// Which cards fit the choices made. No DOM.

/** @typedef {{name: string, value: string, checked: boolean}} Choice */
/** @typedef {Record<string, string | undefined>} Card the values of a card by the kind of choice, separated by spaces */

/**
 * The chosen values by the kind of choice.
 * @param {Choice[]} choices @returns {Map<string, string[]>}
 */
export function chosenValues(choices) {
  const chosen = new Map()
  for (const { name, value, checked } of choices) {
    if (checked) chosen.set(name, [...(chosen.get(name) ?? []), value])
  }
  return chosen
}

/**
 * A card fits when, of each kind of choice made, it has at least one.
 * @param {Card} card @param {Map<string, string[]>} chosen
 */
export function fits(card, chosen) {
  return [...chosen].every(([name, values]) => values.some(value => (card[name] ?? "").split(" ").includes(value)))
}

/**
 * Whether some card has the value and fits the choices of the other kinds.
 * @param {Choice} choice @param {Card[]} cards @param {Map<string, string[]>} chosen
 */
export function isPossible({ name, value }, cards, chosen) {
  const alone = new Map(chosen).set(name, [value])
  return cards.some(card => fits(card, alone))
}
