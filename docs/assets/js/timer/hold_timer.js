// <hold-timer>: leads through the holds, rests and changes of side of one exercise, against the clock.

import { NOTES, Tones } from "../core/audio.js"
import { listen } from "../core/listeners.js"
import { PhaseClock } from "../core/phase_clock.js"
import { timetable } from "../core/timetable.js"
import { ScreenLock } from "../core/wake_lock.js"
import { TimerFace } from "./face.js"

const MUTED = "gf-muted"

/** Does what may be denied, such as storage; the timer goes on without. */
function attempt(deed) {
  try {
    return deed()
  } catch {
    return null
  }
}

class HoldTimer extends TimerFace {
  static get observedAttributes() {
    return ["name", "verb", "seconds", "reps", "rest", "sides", "ready", "switch", "limb"]
  }

  connectedCallback() {
    this.connection = new AbortController()
    if (!this.clock) this.mount()
    if (this.box) listen(this.box, "change click keydown", this, this.connection.signal)
    listen(document, "visibilitychange", this, this.connection.signal)
    this.reset()
  }

  /** Left, as by instant navigation: nothing of it may go on. */
  disconnectedCallback() {
    this.connection.abort()
    this.reset()
  }

  attributeChangedCallback(_name, before, after) {
    if (this.box && before !== after && this.state !== "running") this.reset()
  }

  mount() {
    this.draw()
    if (!this.box) return
    this.tones = new Tones()
    this.lock = new ScreenLock()
    this.clock = new PhaseClock({
      now: () => Date.now(),
      schedule: (callback, delay) => setTimeout(callback, delay),
      cancel: timeout => clearTimeout(timeout),
      enter: () => this.enterPhase(),
      change: (state, before) => this.changeState(state, before),
      update: () => this.update(),
    })
    this.piece("sound").checked = !attempt(() => localStorage.getItem(MUTED))
  }

  handleEvent({ type, target, key }) {
    if (type === "change") this.adjust(target)
    if (key === "Escape" && this.full) this.press("close")
    if (type === "click" && target.type === "button") {
      this.update() // a page just woken may be late, and the button gone
      target.focus() // Safari does not, and then it could not hand the focus on
      if (!target.hidden) this.press(target.name)
    }
    if (type === "visibilitychange" && !document.hidden && this.state === "running") {
      this.lock.keep(true) // a hidden page has lost it
      this.transition("running")
    }
  }

  /** The dose of the attributes, with what the reader has changed. */
  dose(own) {
    const number = (name, least, otherwise) => {
      const value = Number(this.getAttribute(name) || NaN)
      return value >= least && value < Infinity ? value : otherwise
    }
    const sides = (this.getAttribute("sides") || "").match(/\b(left|right)\b/g) || [null]
    return {
      seconds: number("seconds", 0.001, 0),
      reps: Math.floor(number("reps", 1, 1)),
      rest: number("rest", 0, 0),
      ready: number("ready", 0, 5),
      change: number("switch", 0, 5),
      sides: own.swap ? sides.reverse() : sides,
      ...own,
    }
  }

  /** Idle, with the dose of the attributes or what the reader made of it. */
  reset(own = {}) {
    const { box } = this
    if (!box) return
    const dose = this.dose(own)
    const { seconds, reps, sides } = dose
    this.own = own
    this.reps = reps
    this.preview = { phase: "idle", side: sides[1] && sides[0], seconds }
    this.tones.silence()
    this.fill(false)
    this.clock.reset(timetable(dose))
    this.lock.keep(false)
    this.show("idle")
    this.announce(this.preview, this.clock.following, this.reps)
    this.update()
    box.setAttribute("aria-label", this.getAttribute("name") || this.words("name"))
    this.piece("seconds").value = seconds
    this.piece("reps").value = reps
    this.piece("swap").checked = own.swap
    this.piece("swap").parentNode.hidden = !sides[1]
    box.hidden = !seconds
    this.hidden = false // else it has no innerText
    // biome-ignore lint/performance/useDomNodeTextContent: only text that is rendered counts, which textContent does not tell.
    this.hidden = !seconds && !this.innerText.trim() // its own text remains
  }

  adjust(field) {
    if (field.name === "sound") {
      attempt(() => localStorage.setItem(MUTED, field.checked ? "" : "yes"))
      this.tones.silence()
      this.cue()
    } else if (this.state !== "running") {
      const value = field.checkValidity() && { [field.name]: field.valueAsNumber || field.checked }
      this.reset({ ...this.own, ...value })
    }
  }

  /** What each button does, by its name: in which state it goes on, and with which phase anew. */
  press(name) {
    if (name === "reset") return this.reset()
    if (name === "close") this.fill(false)
    const still = this.state === "running" ? "paused" : this.state
    const states = { pause: still, close: still, skip: this.state }
    const phases = { start: 0, restart: 0, skip: this.clock.index + 1 }
    this.transition(states[name] || "running", phases[name])
  }

  /** Goes on, running or not; where an index is given, at the beginning of that phase. */
  transition(state, index) {
    this.tones.silence()
    if (state === "running") this.fill(true)
    this.clock.setState(state)
    if (index >= 0) this.clock.goTo(index)
    this.update()
    this.cue(this.clock.elapsed < 300)
  }

  changeState(state, before) {
    const running = state === "running"
    if (running !== (before === "running")) this.lock.keep(running)
    this.show(state)
  }

  get state() {
    return this.clock.state
  }

  /** Begins the phases that are due, and shows the present one and what is left of it. */
  update() {
    const { clock } = this
    const { index } = clock
    if (this.state === "running" && clock.remaining < -1000) this.tones.silence() // the audio slept too: its tones are late
    clock.catchUp()
    if (clock.index !== index) this.cue()
    const { phase } = clock
    if (phase) this.tick(phase, clock.remaining)
    else this.tick(this.preview, this.preview.seconds * 1000)
    clock.wait()
  }

  enterPhase() {
    const { phase, following } = this.clock
    this.announce(phase, following, this.reps)
    if (this.state !== "paused" && navigator.vibrate) navigator.vibrate(NOTES[phase.phase].length * 150)
    this.tell("phase", { ...phase })
    if (!following) this.tell("done")
  }

  tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`hold-timer:${what}`, { bubbles: true, detail }))
  }

  /** Sets the tones of what is left of this phase and of the next one's beginning; of its own, if that is now. */
  cue(fresh) {
    const { phase: present, following, state } = this.clock
    if (!present) return
    const { phase, seconds } = present
    const cues = fresh ? [[phase, 0]] : []
    if (seconds >= 8) cues.push(["tick", seconds - 3], ["tick", seconds - 2], ["tick", seconds - 1])
    if (following) cues.push([following.phase, seconds])
    const heard = state === "running" || phase === "done"
    if (heard && cues.length && this.piece("sound").checked) this.tones.play(cues, () => this.clock.elapsed / 1000)
  }
}

customElements.define("hold-timer", HoldTimer)
