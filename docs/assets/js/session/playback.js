// Plays the phases of a session: its cues, its sleep, its resume point.

import { cuesOf } from "../core/cues.js"
import { PhasePlayer } from "../core/phase_player.js"
import { sessionTimetable } from "../core/timetable.js"
import { SessionFace } from "./face.js"
import { clearResumePoint, storeResumePoint } from "./resume_point.js"
import { Settings } from "./settings.js"
import { speak, stopSpeech } from "./speech.js"
import { spokenTexts } from "./spoken_texts.js"

/**
 * @typedef {import("../core/types.js").SessionPhase} SessionPhase
 * @typedef {import("../core/types.js").PlayerState} PlayerState
 */

const AHEAD = 60 // seconds of cues scheduled in advance, on the audio's own clock
const ASLEEP = 4000 // milliseconds without an update, of which one a second is expected: the device slept
const MINUTE = 60_000
const LONG = 20 // seconds from which on the middle of a hold is announced

/** The date of today in this time zone, as 2026-11-28. */
function today() {
  const now = new Date()
  /** @param {number} number */
  const two = number => `0${number}`.slice(-2)
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** @extends {PhasePlayer<SessionPhase, SessionFace>} */
export class SessionPlayback extends PhasePlayer {
  /** @param {HTMLElement} host @param {import("./session_start.js").PlannedSession} planned */
  constructor(host, planned) {
    super(host, new SessionFace(host, planned.week))
    const { plan, link, day, session, week } = planned
    this.plan = plan
    this.day = day
    this.session = session
    this.week = week
    /** Under which its resume point is stored: nowhere for a reader's own week without a link. */
    this.key = plan || link
    this.name = week.sessions?.find(({ id }) => id === session)?.label ?? session
    this.settings = new Settings(this.face.part("settings"))
    /** @type {string[]} */
    this.slugs = []
    this.date = ""
    this.seconds = 0
    this.lastUpdate = 0
    /** @type {number | undefined} */
    this.lockTimeout = undefined
  }

  /** Replaces the timetable; a present phase goes on as far gone as it was. @param {string[]} slugs */
  setExercises(slugs) {
    this.slugs = slugs
    const phases = sessionTimetable(this.week, slugs, Number(this.settings.get("pace")))
    if (this.clock.phase) this.clock.replace(phases)
    else this.clock.reset(phases)
    this.seconds = phases[phases.length - 1].at
    this.cues.reset(cuesOf(phases, LONG))
    this.face.bar.divide(phases)
  }

  /** @override @param {PlayerState} state */
  transition(state, index = -1) {
    this.date = this.date || today()
    this.face.write("why", "")
    super.transition(state, index)
  }

  /**
   * Called as the state changes: shows its view, and keeps the screen awake while running and a minute into a pause.
   * @override @param {PlayerState} state @param {PlayerState} before
   */
  changeState(state, before) {
    const running = state === "running"
    this.lastUpdate = Date.now()
    this.showView(state)
    if (running === (before === "running")) return
    clearTimeout(this.lockTimeout)
    if (running) this.wakeLock.set(true)
    else this.lockTimeout = setTimeout(() => this.wakeLock.set(false), state === "paused" ? MINUTE : 0)
    if (running && navigator.audioSession) navigator.audioSession.type = this.settings.get("loud") ? "playback" : "auto"
  }

  /** @param {string} view */
  showView(view) {
    this.face.showView(view)
  }

  // ---- Sleep ----

  /** Pauses a page out of sight, unless the reader wants the clock to go on. */
  pageHidden() {
    if (this.state !== "running") return this.storeProgress()
    this.update()
    if (this.state === "running" && this.pausesUnseen) this.fallAsleep(Date.now())
  }

  get pausesUnseen() {
    return this.settings.get("unseen") === "pause"
  }

  /** @param {number} when */
  fallAsleep(when) {
    this.stop(when)
    this.face.write("why", this.face.words("slept"))
  }

  /** Pauses a running session as of the time `when`. */
  stop(when = Date.now()) {
    this.silence()
    if (this.state !== "running") return
    this.clock.setState("paused", when)
    this.clock.wait()
    this.showTime()
    this.storeProgress()
  }

  /** @override */
  update() {
    if (!this.clock.phase) return
    const slept = this.state === "running" && Date.now() - this.lastUpdate > ASLEEP
    if (slept && this.pausesUnseen) return this.fallAsleep(this.lastUpdate)
    this.lastUpdate = Date.now()
    super.update()
  }

  // ---- Phases ----

  get previous() {
    return this.clock.phases[this.clock.index - 1]
  }

  /** @override */
  showTime() {
    const { phase, remaining } = this.clock
    if (phase) this.face.showLeft(phase, remaining, this.seconds, this.state === "running")
  }

  /** Shows the phase; vibrates, flashes and speaks as far as the settings want it. @override */
  signalPhase() {
    const { phase, following } = this.clock
    if (!phase) return
    this.face.announcePhase(phase, this.previous, following)
    this.storeProgress()
    if (this.state === "paused") return
    if (this.settings.get("vibration")) this.vibrate()
    if (this.settings.get("flash")) this.face.flash()
    if (this.settings.get("voice")) speak(spokenTexts(this.face, phase, this.previous, this.name))
  }

  /** @override @param {SessionPhase} phase */
  phaseDetail({ phase, exercise, side, rep, seconds, index }) {
    return { phase, exercise, side, rep, seconds, index }
  }

  /** @override */
  finish() {
    const { plan, day, session, date } = this
    this.wakeLock.set(false)
    clearResumePoint()
    this.emit("done", { plan, day, session, date })
  }

  storeProgress() {
    const { key, day, session, date } = this
    const { phase, index } = this.clock
    const optional = this.face.optional.checked
    if (!phase || !key || this.state === "done") return
    storeResumePoint({ plan: key, day, session, index, exercise: phase.exercise, date, optional })
  }

  // ---- Tones ----

  /** @override */
  silence() {
    super.silence()
    stopSpeech()
  }

  /** @override */
  hasTones() {
    return !!this.settings.get("tones")
  }

  /** @override */
  audibleUntil() {
    return this.cues.position() + AHEAD
  }
}
