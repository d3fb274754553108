// Plays a timetable on a face: the part that <hold-timer> and <guided-session> share.

import { NOTES } from "./audio.js"
import { CueSchedule } from "./cues.js"
import { PhaseClock } from "./phase_clock.js"
import { ScreenWakeLock } from "./wake_lock.js"

/** @typedef {import("./types.js").PlayerState} PlayerState */

/**
 * @template {import("./types.js").Phase} P
 * @template {import("./phase_face.js").PhaseFace} F
 */
export class PhasePlayer {
  /** @param {HTMLElement} host the custom element, which fires the events @param {F} face */
  constructor(host, face) {
    this.host = host
    this.face = face
    this.wakeLock = new ScreenWakeLock()
    /** @type {PhaseClock<P>} */
    this.clock = new PhaseClock({
      now: () => Date.now(),
      schedule: (callback, delay) => setTimeout(callback, delay),
      cancel: timeout => clearTimeout(timeout),
      enter: () => this.enterPhase(),
      change: (state, before) => this.changeState(state, before),
      update: () => this.update(),
    })
    this.cues = new CueSchedule(this.clock)
  }

  get state() {
    return this.clock.state
  }

  /** Goes on, running or not; where an index is given, at the beginning of that phase. @param {PlayerState} state */
  transition(state, index = -1) {
    this.silence()
    this.clock.setState(state)
    if (index >= 0) {
      this.clock.goTo(index)
      this.signalPhase()
    }
    this.update()
    if (this.state === "done") this.scheduleCues()
  }

  /** Begins the phases that are due, and shows the present one and how much of it is left. */
  update() {
    const { clock } = this
    const { index } = clock
    if (this.state === "running" && clock.remaining < -1000) this.silence() // the audio slept too: its tones are late
    clock.catchUp()
    if (clock.index !== index) this.signalPhase()
    this.showTime()
    if (this.state === "running") this.scheduleCues()
    clock.wait()
  }

  /** Called as each phase begins, those missed in a sleep included. */
  enterPhase() {
    const { phase, following } = this.clock
    if (!phase) return
    this.emit("phase", this.phaseDetail(phase))
    if (!following) this.finish()
  }

  /** After a page was hidden: the wake lock is lost, and the audio may be suspended. */
  pageShown() {
    if (this.state !== "running") return
    this.wakeLock.set(true)
    this.transition("running")
  }

  scheduleCues(announce = true) {
    const { phase } = this.clock
    const audible = this.state === "running" || this.state === "done"
    if (phase && audible && this.hasTones()) this.cues.schedule(this.audibleUntil(phase), announce)
  }

  silence() {
    this.cues.silence()
  }

  vibrate() {
    const { phase } = this.clock
    if (phase && navigator.vibrate) navigator.vibrate(NOTES[phase.phase].length * 150)
  }

  /** @param {string} type @param {unknown} [detail] */
  emit(type, detail) {
    this.host.dispatchEvent(new CustomEvent(`${this.host.localName}:${type}`, { bubbles: true, detail }))
  }

  // ---- What each player does in its own way ----

  /** @param {PlayerState} _state @param {PlayerState} _before */
  changeState(_state, _before) {}

  /** Shows or signals the present phase, after those missed in a sleep. */
  signalPhase() {}

  showTime() {}

  finish() {}

  hasTones() {
    return true
  }

  /** The second before which tones are scheduled now. @param {P} phase */
  audibleUntil(phase) {
    return phase.at + phase.seconds
  }

  /** What the event of a phase says. @param {P} phase @returns {unknown} */
  phaseDetail({ phase, side, rep, seconds }) {
    return { phase, side, rep, seconds }
  }
}
