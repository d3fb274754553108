// The face of a timer: its words, digits, ring and buttons, and how it becomes the screen of a phone.

import { makeBackgroundInert } from "../core/focus_trap.js"
import { digits } from "../core/format.js"
import { PhaseFace } from "../core/phase_face.js"

const SMALL_SCREEN = "not all and (min-width: 60em)"

export class TimerFace extends PhaseFace {
  /** Takes the controls it was given, or draws those of the page's template after its words. */
  draw() {
    const template = document.getElementById("gf-timer")
    if (template && !this.querySelector(".gf-timer")) this.append(template.content.cloneNode(true))
    const box = this.querySelector(".gf-timer")
    this.mountFace("gf-timer", box, [box])
    this.behind = () => {}
  }

  /** The page's words for a key, for this limb where there are such, with the {values} filled in. */
  words(key, values) {
    return this.wordsFor(key, this.getAttribute("limb"), values)
  }

  /** What a phase is called; a hold goes by its verb, which may be one that the page has no words for. */
  called({ phase }) {
    return this.words(phase) || this.verbName(this.getAttribute("verb") || "hold", this.getAttribute("limb"))
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
    this.showTime(text ? `${text}` : "", seconds ? (left - ahead) / seconds / 1000 : 1)
  }

  /** Shows the buttons of a state. The one that had the focus hands it on when it goes. */
  show(state) {
    const { box } = this
    const focused = document.activeElement
    box.dataset.state = state
    this.showParts(state)
    if (box.contains(focused) && !focused.getClientRects().length) box.querySelector("button:not([hidden])").focus()
  }

  /** Takes the whole of a small screen, with all behind it out of reach, or gives the screen back. */
  fill(wanted) {
    const { box } = this
    const on = wanted && matchMedia(SMALL_SCREEN).matches
    this.full = on
    box.classList.toggle("gf-timer--full", on)
    this.behind()
    if (on) this.behind = makeBackgroundInert(box)
  }
}
