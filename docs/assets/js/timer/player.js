// Plays the holds, rests and changes of side of one exercise on the face of a <hold-timer>.

import { cuesOf } from "../core/cues.js"
import { listen } from "../core/listeners.js"
import { PhasePlayer } from "../core/phase_player.js"
import { timetable } from "../core/timetable.js"
import { doseOf } from "./dose.js"
import { TimerFace } from "./face.js"
import { isMuted, storeMuted } from "./muted.js"

/**
 * @typedef {import("../core/types.js").Phase} Phase
 * @typedef {import("../core/types.js").PlayerState} PlayerState
 * @typedef {import("./dose.js").Changes} Changes
 */

/** @extends {PhasePlayer<Phase, TimerFace>} */
export class TimerPlayer extends PhasePlayer {
  /** @param {HTMLElement} timer @param {HTMLElement} box */
  constructor(timer, box) {
    super(timer, new TimerFace(timer, box))
    /** @type {Changes} */
    this.changes = {}
    this.dose = doseOf(timer, {})
    this.face.field("sound").checked = !isMuted()
  }

  /** @param {AbortSignal} signal */
  connect(signal) {
    listen(this.face.box, "change click keydown", this, signal)
    listen(document, "visibilitychange", this, signal)
    this.reset()
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { type, target } = event
    if (type === "change" && target instanceof HTMLInputElement) this.adjust(target)
    if (type === "click" && target instanceof HTMLButtonElement) this.click(target)
    if (event instanceof KeyboardEvent && event.key === "Escape" && this.face.fullScreen) this.press("close")
    if (type === "visibilitychange" && !document.hidden) this.pageShown()
  }

  /** @param {HTMLButtonElement} button */
  click(button) {
    this.update() // a page just woken may be late, and the button gone
    button.focus() // Safari does not, and then focus could not be handed on
    if (!button.hidden) this.press(button.name)
  }

  /** Idle, with the dose of the attributes and the reader's changes. @param {Changes} changes */
  reset(changes = {}) {
    const { face, host } = this
    this.changes = changes
    this.dose = doseOf(host, changes)
    const phases = timetable(this.dose)
    this.cues.reset(cuesOf(phases))
    this.clock.reset(phases)
    this.wakeLock.set(false)
    face.setFullScreen(false)
    face.showState("idle")
    face.announcePhase(this.preview, this.clock.following, this.dose.reps)
    face.showDose(this.dose, !!changes.swap)
    this.update()
    face.box.setAttribute("aria-label", host.getAttribute("name") || face.words("name"))
    face.box.hidden = !this.dose.seconds
    host.hidden = false // else it has no innerText
    // biome-ignore lint/performance/useDomNodeTextContent: only rendered text counts, which textContent does not know.
    host.hidden = !this.dose.seconds && !host.innerText.trim() // its own text remains
  }

  /** What an idle timer shows in place of a phase. */
  get preview() {
    const { sides, seconds } = this.dose
    return { phase: "idle", side: sides.length > 1 ? sides[0] : null, seconds }
  }

  /** @param {HTMLInputElement} field */
  adjust(field) {
    if (field.name === "sound") {
      storeMuted(!field.checked)
      this.silence()
      this.scheduleCues(false)
    } else if (this.state !== "running") {
      const value = field.checkValidity() && { [field.name]: field.valueAsNumber || field.checked }
      this.reset({ ...this.changes, ...value })
    }
  }

  /** What each button does, by its name: the state it leads to, and the phase it begins. @param {string} name */
  press(name) {
    const { state } = this
    const still = state === "running" ? "paused" : state
    if (name === "reset") this.reset()
    if (name === "close") this.face.setFullScreen(false)
    if (name === "start" || name === "restart") this.transition("running", 0)
    if (name === "resume") this.transition("running")
    if (name === "pause" || name === "close") this.transition(still)
    if (name === "skip") this.transition(state, this.clock.index + 1)
  }

  /** @override @param {PlayerState} state */
  transition(state, index = -1) {
    if (state === "running") this.face.setFullScreen(true)
    super.transition(state, index)
  }

  /** @override @param {PlayerState} state @param {PlayerState} before */
  changeState(state, before) {
    const running = state === "running"
    if (running !== (before === "running")) this.wakeLock.set(running)
    this.face.showState(state)
  }

  /** @override */
  enterPhase() {
    const { phase, following } = this.clock
    if (phase) this.face.announcePhase(phase, following, this.dose.reps)
    super.enterPhase()
  }

  /** @override */
  signalPhase() {
    if (this.state !== "paused") this.vibrate()
  }

  /** @override */
  showTime() {
    const { phase, remaining } = this.clock
    const running = this.state === "running"
    this.face.showLeft(phase || this.preview, phase ? remaining : this.preview.seconds * 1000, running)
  }

  /** @override */
  finish() {
    this.emit("done")
  }

  /** @override */
  hasTones() {
    return this.face.field("sound").checked
  }

  /** @override @param {Phase} phase */
  audibleUntil(phase) {
    return phase.at + phase.seconds + 0.001 // the beginning of the next phase included
  }
}
