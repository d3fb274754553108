// <hold-timer>: leads through the holds, rests and changes of side of one exercise, against the clock.

import { NOTES, Tones } from "../core/audio.js"
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
    if (!this.box) this.equip()
    document.addEventListener("visibilitychange", this)
    this.setAnew()
  }

  /** Left, as by instant navigation: nothing of it may go on. */
  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this)
    this.setAnew()
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after && this.state !== "running") this.setAnew()
  }

  equip() {
    this.draw()
    if (!this.box) return
    this.tones = new Tones()
    this.lock = new ScreenLock()
    this.piece("sound").checked = !attempt(() => localStorage.getItem(MUTED))
    for (const type of ["change", "click", "keydown"]) this.box.addEventListener(type, this)
  }

  handleEvent({ type, target, key }) {
    if (type === "change") this.adjust(target)
    if (key === "Escape" && this.full) this.press("close")
    if (type === "click" && target.type === "button") {
      this.follow() // a page just woken may be late, and the button gone
      target.focus() // Safari does not, and then it could not hand the focus on
      if (!target.hidden) this.press(target.name)
    }
    if (type === "visibilitychange" && !document.hidden && this.state === "running") {
      this.lock.keep(true) // a hidden page has lost it
      this.lead("running")
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
  setAnew(own = {}) {
    const { box } = this
    if (!box) return
    const dose = this.dose(own)
    const { seconds, reps, sides } = dose
    this.own = own
    this.reps = reps
    this.phases = [{ phase: "idle", side: sides[1] && sides[0], seconds }, ...timetable(dose)]
    this.tones.silence()
    this.fill(false)
    this.turn("idle")
    this.enter(0, this.stopped)
    this.follow()
    box.setAttribute("aria-label", this.getAttribute("name") || this.words("name"))
    this.piece("seconds").value = seconds
    this.piece("reps").value = reps
    this.piece("swap").checked = own.swap
    this.piece("swap").parentNode.hidden = !sides[1]
    box.hidden = !seconds
    this.hidden = false // else it has no innerText
    this.hidden = !seconds && !this.innerText.trim() // words of its own remain
  }

  adjust(field) {
    if (field.name === "sound") {
      attempt(() => localStorage.setItem(MUTED, field.checked ? "" : "yes"))
      this.tones.silence()
      this.cue()
    } else if (this.state !== "running") {
      const value = field.checkValidity() && { [field.name]: field.valueAsNumber || field.checked }
      this.setAnew({ ...this.own, ...value })
    }
  }

  /** What each button does, by its name: in which state it goes on, and with which phase anew. */
  press(name) {
    if (name === "reset") return this.setAnew()
    if (name === "close") this.fill(false)
    const still = this.state === "running" ? "paused" : this.state
    const states = { pause: still, close: still, skip: this.state }
    const phases = { start: 1, restart: 1, skip: this.index + 1 }
    this.lead(states[name] || "running", phases[name])
  }

  /** Goes on, running or not; where an index is given, with that phase and at its beginning. */
  lead(state, index) {
    this.tones.silence()
    if (state === "running") this.fill(true)
    this.turn(state)
    if (index) this.begin(index, this.stopped || Date.now())
    this.follow()
    this.cue(this.gone < 300)
  }

  turn(state) {
    const running = state === "running"
    if (running !== (this.state === "running")) this.lock.keep(running)
    if (running && this.stopped) this.from += Date.now() - this.stopped
    this.stopped = running ? 0 : this.stopped || Date.now()
    this.state = state
    this.show(state)
  }

  // Both in milliseconds, by the clock on the wall: the steadier performance.now() may stand still while a device sleeps.

  get gone() {
    return (this.stopped || Date.now()) - this.from
  }

  get left() {
    return this.now.seconds * 1000 - this.gone
  }

  /** Begins what is due, one phase after the other, shows what is left, and comes back at the next second. */
  follow() {
    clearTimeout(this.timer)
    if (this.gone < 0) this.from = Date.now() // the device's clock was put back: the phase begins anew
    while (this.state === "running" && this.left <= 0) {
      if (this.left < -1000) this.tones.silence() // the audio slept too: what it has in store is late
      this.begin(this.index + 1, this.from + this.now.seconds * 1000)
      this.cue()
    }
    this.tick(this.now, this.left)
    if (this.state === "running")
      this.timer = setTimeout(() => this.follow(), this.left > 0 ? this.left % 1000 || 1000 : 0)
  }

  enter(index, from) {
    const [now, next] = this.phases.slice(index)
    Object.assign(this, { index, from, now, next })
    this.announce(now, next, this.reps)
  }

  begin(index, from) {
    this.enter(index, from)
    const { now, next } = this
    if (!next) this.turn("done")
    if (this.state !== "paused" && navigator.vibrate) navigator.vibrate(NOTES[now.phase].length * 150)
    this.tell("phase", { ...now })
    if (!next) this.tell("done")
  }

  tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`hold-timer:${what}`, { bubbles: true, detail }))
  }

  /** Sets the tones of what is left of this phase and of the next one's beginning; of its own, if that is now. */
  cue(fresh) {
    const { phase, seconds } = this.now
    const cues = fresh ? [[phase, 0]] : []
    if (seconds >= 8) cues.push(["tick", seconds - 3], ["tick", seconds - 2], ["tick", seconds - 1])
    if (this.next) cues.push([this.next.phase, seconds])
    const heard = this.state === "running" || phase === "done"
    if (heard && cues.length && this.piece("sound").checked) this.tones.play(cues, () => this.gone / 1000)
  }
}

customElements.define("hold-timer", HoldTimer)
