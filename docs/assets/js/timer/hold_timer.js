// <hold-timer>: leads through the holds, rests and changes of side of one exercise.

import { query, queryAll } from "../core/elements.js"
import { TimerPlayer } from "./player.js"

class HoldTimer extends HTMLElement {
  static get observedAttributes() {
    return ["name", "verb", "seconds", "reps", "rest", "sides", "ready", "switch", "limb"]
  }

  constructor() {
    super()
    this.connection = new AbortController()
    /** @type {TimerPlayer | null} */
    this.player = null
  }

  connectedCallback() {
    this.connection = new AbortController()
    const box = this.controls()
    if (!this.player && box) this.player = new TimerPlayer(this, box)
    if (this.player) this.player.connect(this.connection.signal)
  }

  /** Left, as by instant navigation: nothing may go on. */
  disconnectedCallback() {
    this.connection.abort()
    if (this.player) this.player.reset()
  }

  /** @param {string} _name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(_name, before, after) {
    if (this.player && before !== after && this.player.state !== "running") this.player.reset()
  }

  /**
   * The controls it was given, or those of the page's template, added after its words.
   * @returns {HTMLElement | null}
   */
  controls() {
    const template = document.getElementById("gf-timer")
    if (template instanceof HTMLTemplateElement && !this.querySelector(".gf-timer"))
      this.append(template.content.cloneNode(true))
    // The template stays while the theme changes the page, so an address of its own could not be a relative one.
    for (const help of queryAll(this, ".gf-timer__urgent", HTMLAnchorElement))
      help.href = query(document, ".gf-header__urgent", HTMLAnchorElement).href
    return this.querySelector(".gf-timer")
  }
}

customElements.define("hold-timer", HoldTimer)
