// What the faces of the timer and of a session have in common: their parts, their words, their digits.

import { wording } from "./format.js"

export class PhaseFace extends HTMLElement {
  /** `block` is the class that names of parts begin with; `sources` are the elements that carry the page's words. */
  mountFace(block, box, sources) {
    Object.assign(this, { block, box, sources })
  }

  piece(name) {
    return this.box.querySelector(`.${this.block}__${name}`)
  }

  /** The page's words for a key, for this limb where there are such, with the {values} filled in. */
  wordsFor(key, limb, values) {
    for (const source of this.sources) {
      const text = wording(source, key, limb, values)
      if (text) return text
    }
    return ""
  }

  /** A verb in the page's words; one that the page has no words for is shown as it is. */
  verbName(verb = "hold", limb = "") {
    return this.wordsFor(`verb-${verb}`, limb) || verb[0].toUpperCase() + verb.slice(1)
  }

  /** Shows the digits, and on ring or plate the fraction of the phase that is left. */
  showTime(text, fraction) {
    this.piece("time").textContent = text
    this.box.style.setProperty("--chars", text.length)
    this.box.style.setProperty("--left", fraction)
  }

  /** Shows the parts that list `state` in data-in, and hides the others that have such a list. */
  showParts(state) {
    for (const part of this.box.querySelectorAll("[data-in]")) part.hidden = !part.dataset.in.split(" ").includes(state)
  }
}
