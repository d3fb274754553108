// What a player shows of a phase: its words, digits, the fraction that is left, and the controls of its state.

import { query, queryAll } from "./elements.js"
import { isRendered } from "./focus_trap.js"
import { wording } from "./format.js"

/**
 * @typedef {{ verb: string | null, limb: string | null, reps: number }} Exercise what the words of a phase depend on
 */

export class PhaseFace {
  /**
   * @param {string} block class that the names of parts begin with
   * @param {HTMLElement} box
   * @param {Element[]} sources elements whose data- attributes hold the words
   */
  constructor(block, box, sources) {
    this.block = block
    this.box = box
    this.sources = sources
  }

  /** @param {string} name @returns {HTMLElement} */
  part(name) {
    return query(this.box, `.${this.block}__${name}`, HTMLElement)
  }

  /**
   * Writes a text to the parts of a name. What already says so stays as it is, so that it is not announced again.
   * @param {string} name @param {string} text
   */
  write(name, text) {
    for (const part of queryAll(this.box, `.${this.block}__${name}`, HTMLElement))
      if (part.textContent !== text) part.textContent = text
  }

  /**
   * The page's words for a key, for this limb where there are such, with the {values} filled in.
   * @param {string} key @param {string | null} [limb] @param {Record<string, unknown>} [values]
   */
  words(key, limb, values) {
    for (const source of this.sources) {
      const text = wording(source, key, limb, values)
      if (text) return text
    }
    return ""
  }

  /**
   * A verb in the page's words; one that the page has no words for is shown as it is.
   * @param {string | null} verb @param {string | null} [limb]
   */
  verbName(verb, limb) {
    const name = verb || "hold"
    return this.words(`verb-${name}`, limb) || name[0].toUpperCase() + name.slice(1)
  }

  /** What a phase is called; a hold goes by its verb. @param {string} phase @param {Exercise} exercise */
  phaseName(phase, { verb, limb }) {
    return this.words(phase, limb) || this.verbName(verb, limb)
  }

  /**
   * The name, side and count of a phase.
   * @param {{ phase: string, side: string | null, rep?: number }} phase @param {Exercise} exercise
   */
  phaseTexts({ phase, side, rep }, exercise) {
    const { limb, reps } = exercise
    const which = side && this.words(side, limb)
    return {
      word: this.phaseName(phase, exercise),
      side: which ? this.words(`side-${phase}`, limb, { side: which }) || which : "",
      count: reps > 1 ? this.words(`count-${phase}`, limb, { rep, reps }) : "",
    }
  }

  /**
   * Shows texts in the parts of their names. A screen reader announces those of the phase, and never the seconds.
   * @param {string} phase @param {Record<string, string>} texts
   */
  announce(phase, texts) {
    for (const name in texts) this.write(name, texts[name])
    this.box.dataset.phase = phase
  }

  /** The line of what follows. @param {string} name @param {string} length */
  nextText(name, length) {
    return [this.words("next"), name, length].filter(Boolean).join(" ")
  }

  /**
   * Shows the digits, and on ring or plate the fraction of the phase that is left.
   * @param {string} text @param {number} fraction
   */
  showTime(text, fraction) {
    this.part("time").textContent = text
    this.box.style.setProperty("--chars", `${text.length}`)
    this.box.style.setProperty("--left", `${fraction}`)
  }

  /**
   * Shows the parts that list `state` in data-in, and hides the others that have such a list. Hands focus on to
   * the main button if what had it has disappeared; takes it from elsewhere only if wanted.
   * @param {string} state
   */
  showParts(state, takeFocus = false) {
    const focused = document.activeElement
    for (const part of queryAll(this.box, "[data-in]", HTMLElement))
      part.hidden = !part.dataset.in?.split(" ").includes(state)
    const inside = focused && this.box.contains(focused)
    if (inside ? !isRendered(focused) : takeFocus) this.focusMainButton()
  }

  focusMainButton() {
    const buttons = queryAll(this.part("buttons"), "button", HTMLButtonElement).filter(isRendered)
    const main = buttons.find(({ name }) => ["pause", "resume"].includes(name)) || buttons[0] || this.box
    main.focus({ preventScroll: true })
  }
}
