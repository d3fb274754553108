// A page's words for what a player shows: they stand in data- attributes of its controls.

/**
 * The words of `box` for a key, for this limb where there are such, with the {values} filled in; else "".
 * @param {Element} box @param {string} key @param {string | null} [limb] @param {Record<string, unknown>} [values]
 */
export function wording(box, key, limb, values = {}) {
  /** @param {string} name */
  const find = name => box.getAttribute(`data-${name}`)
  const text = find(`${key}-${limb}`) || find(key) || ""
  return fill(text, values)
}

/** 45, or 1:05 from a minute on. @param {number} seconds */
export function digits(seconds) {
  return seconds < 60 ? `${seconds}` : `${Math.floor(seconds / 60)}:${`0${seconds % 60}`.slice(-2)}`
}

/** A text with its {values} filled in. @param {string | undefined} text @param {Record<string, unknown>} values */
export function fill(text, values) {
  return (text ?? "").replace(/\{(\w+)\}/g, (_, name) => String(values[name]))
}
