// The face of a timer: words, digits, ring and buttons, and how it fills the screen of a phone.

import { query } from "../core/elements.js"
import { makeBackgroundInert } from "../core/focus_trap.js"
import { digits } from "../core/format.js"
import { PhaseFace } from "../core/phase_face.js"

/** @typedef {import("../core/types.js").Phase} Phase */
/**
 * @typedef {{ phase: string, side: string | null, rep?: number, seconds: number }} Shown a phase, or the preview of a
 * dose
 */

const SMALL_SCREEN = "not all and (min-width: 60em)"

export class TimerFace extends PhaseFace {
  /** @param {HTMLElement} timer @param {HTMLElement} box */
  constructor(timer, box) {
    super("gf-timer", box, [box])
    this.timer = timer
    this.fullScreen = false
    this.restoreBackground = () => {}
  }

  /** The field of a setting. @param {string} name */
  field(name) {
    return query(this.box, `.gf-timer__${name}`, HTMLInputElement)
  }

  /** @param {number} seconds */
  length(seconds) {
    return this.words(seconds < 60 ? "seconds" : "minutes", "", { n: digits(seconds) })
  }

  /** @param {Shown} phase @param {Phase | undefined} next @param {number} reps */
  announcePhase(phase, next, reps) {
    const exercise = { verb: this.timer.getAttribute("verb"), limb: this.timer.getAttribute("limb"), reps }
    const length = next?.seconds ? this.length(next.seconds) : ""
    this.announce(phase.phase, {
      ...this.phaseTexts(phase, exercise),
      next: next ? this.nextText(this.phaseName(next.phase, exercise), length) : "",
    })
  }

  /**
   * Shows the milliseconds left: in digits, and on the ring, which moves within a second to where it will be then.
   * @param {Shown} phase @param {number} left @param {boolean} running
   */
  showLeft({ rep, seconds }, left, running) {
    const text = rep ? digits(Math.ceil(left / 1000)) : this.length(seconds)
    const ahead = running ? 1000 : 0
    this.showTime(seconds ? text : "", seconds ? (left - ahead) / seconds / 1000 : 1)
  }

  /**
   * Shows the dose in the fields that change it.
   * @param {import("../core/types.js").Round} dose @param {boolean} swap
   */
  showDose({ seconds, reps, sides }, swap) {
    this.field("seconds").value = `${seconds}`
    this.field("reps").value = `${reps}`
    this.field("swap").checked = swap
    const label = this.field("swap").closest("label")
    if (label) label.hidden = sides.length < 2
  }

  /** @param {string} state */
  showState(state) {
    this.box.dataset.state = state
    this.showParts(state)
  }

  /**
   * Takes the whole of a small screen, with all behind it out of reach, or gives the screen back.
   * @param {boolean} wanted
   */
  setFullScreen(wanted) {
    this.fullScreen = wanted && matchMedia(SMALL_SCREEN).matches
    this.box.classList.toggle("gf-timer--full", this.fullScreen)
    this.restoreBackground()
    if (this.fullScreen) this.restoreBackground = makeBackgroundInert(this.box)
  }
}
