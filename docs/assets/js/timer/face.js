// The face of a timer: its words, digits, ring and buttons, and how it becomes the screen of a phone.

import { leaveAlone } from "../core/focus_trap.js"
import { digits, wording } from "../core/format.js"

const SMALL_SCREEN = "not all and (min-width: 60em)"

export class TimerFace extends HTMLElement {
  /** Takes the controls it was given, or draws those of the page's template after its words. */
  draw() {
    const template = document.getElementById("gf-timer")
    if (template && !this.querySelector(".gf-timer")) this.append(template.content.cloneNode(true))
    this.box = this.querySelector(".gf-timer")
    this.behind = () => {}
  }

  piece(name) {
    return this.box.querySelector(`.gf-timer__${name}`)
  }

  /** The page's words for a key, for this limb where there are such, with the {values} filled in. */
  words(key, values) {
    return wording(this.box, key, this.getAttribute("limb"), values)
  }

  /** What a phase is called; a hold goes by its verb, which may be one that the page has no words for. */
  called({ phase }) {
    const verb = this.getAttribute("verb") || "hold"
    return this.words(phase) || this.words(`verb-${verb}`) || verb[0].toUpperCase() + verb.slice(1)
  }

  length({ seconds }) {
    return this.words(seconds < 60 ? "seconds" : "minutes", { n: digits(seconds) })
  }

  /** Says what is now and what follows. A screen reader reads the first three aloud, and never the seconds. */
  announce({ phase, side, rep }, next, reps) {
    const which = this.words(side)
    const texts = {
      word: this.called({ phase }),
      side: which && (this.words(`side-${phase}`, { side: which }) || which),
      count: reps > 1 && this.words(`count-${phase}`, { rep, reps }),
      next: next && `${this.words("next")} ${this.called(next)} ${next.seconds ? this.length(next) : ""}`,
    }
    for (const name in texts) this.piece(name).textContent = texts[name] || ""
    this.box.dataset.phase = phase
  }

  /** Shows the milliseconds left: in digits, and on the ring, which moves within a second to where it will be then. */
  tick({ rep, seconds }, left) {
    const text = rep ? digits(Math.ceil(left / 1000)) : this.length({ seconds })
    const ahead = this.state === "running" ? 1000 : 0
    this.piece("time").textContent = text || ""
    this.box.style.cssText = `--chars:${`${text}`.length};--left:${(left - ahead) / seconds / 1000}`
  }

  /** Shows the buttons of a state. The one that had the focus hands it on when it goes. */
  show(state) {
    const { box } = this
    const focused = document.activeElement
    box.dataset.state = state
    for (const part of box.querySelectorAll("[data-in]")) part.hidden = !part.dataset.in.includes(state)
    if (box.contains(focused) && !focused.getClientRects().length) box.querySelector("button:not([hidden])").focus()
  }

  /** Takes the whole of a small screen, with all behind it out of reach, or gives the screen back. */
  fill(wanted) {
    const { box } = this
    const on = wanted && matchMedia(SMALL_SCREEN).matches
    this.full = on
    box.classList.toggle("gf-timer--full", on)
    this.behind()
    if (on) this.behind = leaveAlone(box)
  }
}
