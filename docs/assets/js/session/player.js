// <guided-session>: plays a whole session, phase after phase, by the clock on the wall. startSession() opens it.

import { NOTES, Tones } from "../core/audio.js"
import { listen } from "../core/listeners.js"
import { PhaseClock } from "../core/phase_clock.js"
import { leftSession } from "../core/resume_point.js"
import { store } from "../core/storage.js"
import { chosen, hasChoice, sessionTimetable } from "../core/timetable.js"
import { ScreenLock } from "../core/wake_lock.js"
import { cuesOf } from "./cues.js"
import { SessionFace } from "./face.js"
import { exercisePage } from "./pages.js"
import { keepSettings, readSettings } from "./settings.js"
import { hush, say } from "./voice.js"

const AHEAD = 60 // seconds of tones set in advance, on the audio's own clock
const ASLEEP = 4000 // milliseconds without a tick, of which one a second is due: the device slept
const MINUTE = 60_000

class GuidedSession extends SessionFace {
  connectedCallback() {
    this.connection = new AbortController()
    const { signal } = this.connection
    const { day, session, plan, link, week, audio } = this.play
    this.week = week
    this.key = plan || link // under which it is remembered
    this.pages = {}
    this.tones = new Tones(audio)
    this.lock = new ScreenLock()
    this.clock = new PhaseClock({
      now: () => Date.now(),
      schedule: (callback, delay) => setTimeout(callback, delay),
      cancel: timeout => clearTimeout(timeout),
      enter: () => this.enterPhase(),
      change: (state, before) => this.changeState(state, before),
      update: () => this.update(),
    })
    this.left = leftSession(this.key, day, session)
    this.draw()
    if (!this.left) this.field("go-on").remove()
    this.fields = [...this.piece("settings").querySelectorAll("input, select")]
    const known = readSettings(this.fields)
    listen(this.box, "change click keydown", this, signal)
    listen(document, "visibilitychange freeze", this, signal)
    this.entitle()
    this.choose()
    this.open()
    this.look("idle")
    // Who has seen such a list before begins with the tap that opened it, unless there is something to choose in it.
    const atOnce = known && plan && !this.left && !hasChoice(week, day, session)
    this.fetchPages(signal).then(() => atOnce && !signal.aborted && this.view === "idle" && this.begin(0))
  }

  /** Left, as by instant navigation: nothing of it may go on, and where it stopped is kept. */
  disconnectedCallback() {
    this.connection.abort()
    this.halt("paused")
    this.lock.keep(false)
    clearTimeout(this.minute)
    if (navigator.audioSession) navigator.audioSession.type = "auto"
    this.close()
    document.dispatchEvent(new CustomEvent("guided-session:closed"))
  }

  /** Its name: the session and the day, in the week's and the language's words. */
  entitle() {
    const { day, session, week } = this.play
    const monday = 4 // the fourth of January 2021 was one
    const date = new Date(2021, 0, monday + ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].indexOf(day))
    const named = (week.sessions || []).find(each => each.id === session)
    this.called = named ? named.label : session
    const weekday = date.toLocaleDateString(document.documentElement.lang, { weekday: "long" })
    this.write("title", this.words("title", "", { session: this.called, day: weekday }))
    this.write("over", this.words("end", "", { session: this.called }))
    this.piece("choice").hidden = !hasChoice(week, day, session)
    this.piece("awake").hidden = "wakeLock" in navigator
    this.piece("unkept").hidden = keepSettings(this.fields)
  }

  /** The timetable of what is chosen, shown as the list of what is to come. */
  choose() {
    const { day, session, week } = this.play
    const slugs = chosen(week, day, session, this.field("optional").checked)
    this.lay(slugs)
    this.list(chosen(week, day, session, true), slugs, this.all)
  }

  lay(slugs) {
    this.slugs = slugs
    const phases = sessionTimetable(this.week, slugs, Number(this.field("pace").value))
    if (this.now) this.clock.replace(phases)
    else this.clock.reset(phases)
    this.all = phases[phases.length - 1].at
    this.cues = cuesOf(phases)
    this.divide(phases)
  }

  async fetchPages(signal) {
    const { day, session, week } = this.play
    const fetched = chosen(week, day, session, true).map(async slug => {
      this.pages[slug] = await exercisePage(week.exercises[slug])
    })
    await Promise.all(fetched)
    if (signal.aborted) return
    const rules = Object.values(this.pages).map(({ rule }) => rule)
    this.write("rule", rules.find(Boolean) || "")
    if (this.state === "idle") this.choose()
    else if (this.now) this.picture(this.now.exercise)
  }

  handleEvent(event) {
    const { type, target, key } = event
    if (type === "keydown") {
      event.stopPropagation() // the theme's own keys lead away
      if (key === "Escape") this.escape()
      if (key === "Tab") this.wrap(event)
    }
    if (type === "change") this.adjust(target)
    if (type === "click") this.tapped(target.closest("button"))
    if (type === "freeze" || (type === "visibilitychange" && document.hidden)) this.unseen()
    if (type === "visibilitychange" && !document.hidden && this.state === "running") {
      this.lock.keep(true) // a hidden page has lost it
      this.transition("running")
    }
  }

  tapped(button) {
    this.update() // a page just woken may be late, and the button gone
    if (button && !button.hidden) this.press(button.name)
    else if (this.state === "running" && this.tones.asleep) this.transition("running") // a tap wakes the audio
  }

  escape() {
    if (this.view === "settings") this.press("back-to")
    else if (this.state === "running") this.press("pause")
    else this.remove()
  }

  press(name) {
    if (name === "close" || name === "end") this.remove()
    if (name === "begin") this.begin(0)
    if (name === "go-on") this.goOn()
    if (name === "pause") this.transition("paused")
    if (name === "resume") this.transition("running")
    if (name === "back")
      this.transition(this.state, this.clock.elapsed > 3000 ? this.clock.index : Math.max(0, this.clock.index - 1))
    if (name === "skip") this.transition(this.state, this.clock.index + 1)
    if (name === "leave") this.leave()
    if (name === "settings") this.openSettings()
    if (name === "back-to") this.closeSettings()
  }

  // ---- Settings ----

  setting(name) {
    const field = this.field(name)
    return field.type === "checkbox" ? field.checked : field.value
  }

  openSettings() {
    this.resumes = this.state === "running"
    if (this.resumes) this.transition("paused")
    this.field("leave").hidden = this.state !== "paused"
    this.look("settings")
  }

  closeSettings() {
    this.look(this.state)
    if (this.resumes) this.transition("running")
  }

  adjust(field) {
    if (field.name === "optional") return this.choose()
    keepSettings(this.fields)
    if (field.name === "voice") say([])
    if (field.name === "pace") this.stretch()
  }

  /** Another pace: the same phases, the present one as far gone as it was. */
  stretch() {
    if (this.state === "idle") return this.choose()
    this.lay(this.slugs)
    this.update()
  }

  /** On with the next exercise. */
  leave() {
    const { exercise } = this.now
    const { phases, index } = this.clock
    const rest = phases.findIndex(phase => phase.index > index && phase.exercise !== exercise)
    this.transition(this.resumes ? "running" : "paused", rest)
  }

  // ---- Time. In milliseconds by the clock on the wall: the steadier performance.now() may stand still in a sleep. ----

  get state() {
    return this.clock.state
  }

  get now() {
    return this.clock.phase
  }

  /** Begins with a phase; all within the tap, which alone may wake audio and voice. */
  begin(index) {
    const today = new Date()
    const two = number => `0${number}`.slice(-2)
    this.date = this.date || `${today.getFullYear()}-${two(today.getMonth() + 1)}-${two(today.getDate())}`
    this.transition("running", index)
  }

  /** From where it was left, if that is still there: a hold with the pause before it, to take up the position. */
  goOn() {
    const { index, exercise, date, optional } = this.left
    this.field("optional").checked = optional
    this.choose()
    const { phases } = this.clock
    const there = phases[index] && phases[index].exercise === exercise ? index : 0
    const before = phases[there].phase === "hold" && there && phases[there - 1].phase !== "hold"
    this.date = date
    this.begin(before ? there - 1 : there)
  }

  /** Goes on, running or not; where an index is given, at the beginning of that phase. */
  transition(state, index) {
    this.silence()
    this.clock.setState(state)
    if (index >= 0) this.clock.goTo(index)
    if (index >= 0) this.perform()
    this.why("")
    this.update()
    if (this.state === "done") this.sound()
  }

  changeState(state, before) {
    const running = state === "running"
    this.seen = Date.now()
    this.look(state)
    if (running === (before === "running")) return
    clearTimeout(this.minute)
    if (running) this.lock.keep(true)
    else this.minute = setTimeout(() => this.lock.keep(false), state === "paused" ? MINUTE : 0)
    if (running && navigator.audioSession) navigator.audioSession.type = this.setting("loud") ? "playback" : "auto"
  }

  look(view) {
    this.view = view
    this.show(view)
  }

  /** Out of sight: paused, unless the reader wants the clock to go on. */
  unseen() {
    if (this.state !== "running") return this.remember()
    this.update()
    if (this.state === "running" && this.setting("unseen") === "pause") this.fallAsleep(Date.now())
  }

  fallAsleep(when) {
    this.halt("paused", when)
    this.why(this.words("slept"))
  }

  halt(state, when) {
    this.silence()
    if (this.state !== "running") return
    this.clock.setState(state, when)
    this.clock.wait()
    this.tick(this.now, this.clock.remaining, this.all, 0)
    this.remember()
  }

  why(text) {
    this.write("why", text)
  }

  /** Begins the phases that are due, and shows and says the last of them and what is left of it. */
  update() {
    const { clock } = this
    if (!this.now) return
    const running = this.state === "running"
    if (running && Date.now() - this.seen > ASLEEP && this.setting("unseen") === "pause")
      return this.fallAsleep(this.seen)
    this.seen = Date.now()
    const { index } = clock
    if (running && clock.remaining < -1000) this.silence() // the audio slept too: its tones are late
    clock.catchUp()
    if (clock.index !== index) this.perform()
    this.tick(this.now, clock.remaining, this.all, this.state === "running" ? 1000 : 0)
    if (this.state === "running") this.sound()
    clock.wait()
  }

  enterPhase() {
    const { phase, exercise, side, rep, seconds } = this.now
    this.tell("phase", { phase, exercise, side, rep, seconds, index: this.clock.index })
    if (!this.clock.following) this.finish()
  }

  finish() {
    const { plan, day, session } = this.play
    this.lock.keep(false)
    store("session")
    this.tell("done", { plan, day, session, date: this.date })
  }

  tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`guided-session:${what}`, { bubbles: true, detail }))
  }

  /** Shows and says the phase that is now, and keeps it as where the session stands. */
  perform() {
    const { now } = this
    const { phases, index, following } = this.clock
    this.announce(now, phases[index - 1], following)
    this.remember()
    if (this.state === "paused") return
    if (this.setting("vibration")) navigator.vibrate(NOTES[now.phase].length * 150)
    if (this.setting("flash")) this.flash()
    if (this.setting("voice")) say(this.spoken())
  }

  spoken() {
    const { now } = this
    const { phases, index } = this.clock
    const { word, side, count } = this.texts(now, phases[index - 1])
    const { name } = this.week.exercises[now.exercise] || {}
    const { before } = this.pages[now.exercise] || {}
    if (now.phase === "move")
      return [this.words("say-move", "", { exercise: name }), word !== this.words("move") && word]
    if (now.phase === "ready") return [name, side, count, before]
    if (now.phase === "switch") return [word, side]
    if (now.phase === "done") return [this.words("end", "", { session: this.called })]
    return now.phase === "rest" ? [word] : [word, count]
  }

  remember() {
    if (!this.now || !this.key || this.state === "done") return
    const { day, session } = this.play
    const { key: plan, date } = this
    const { index } = this.clock
    const { exercise } = this.now
    store("session", {
      plan,
      day,
      session,
      index,
      exercise,
      date,
      optional: this.field("optional").checked,
      at: Date.now(),
    })
  }

  // ---- Tones ----

  silence() {
    this.tones.silence()
    this.heard = 0
    hush()
  }

  /** Sets the tones of the coming minute, as far as they are not set yet. A phase just begun sounds at once. */
  async sound() {
    const heard = this.state === "running" || this.state === "done"
    if (!heard || !this.now || !this.setting("tones")) return
    const position = () => this.now.at + this.clock.elapsed / 1000
    const since = this.heard || position() - (this.clock.elapsed < 300 ? this.clock.elapsed / 1000 : 0)
    const until = position() + AHEAD
    const cues = this.cues.filter(([, at]) => at >= since && at < until)
    const set = cues.map(([name, at]) => [name, at > position() ? at : 0]) // 0 is now
    if (!set.length || (await this.tones.play(set, position))) this.heard = until
  }
}

customElements.define("guided-session", GuidedSession)
