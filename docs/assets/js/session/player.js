// The player of a guided session: its views, buttons and settings around the playback.

import { isAudioSuspended } from "../core/audio.js"
import { wrapFocus } from "../core/focus_trap.js"
import { listen } from "../core/listeners.js"
import { chosen, hasChoice } from "../core/timetable.js"
import { showOverview } from "./overview.js"
import { fetchPages } from "./pages.js"
import { SessionPlayback } from "./playback.js"
import { readResumePoint } from "./resume_point.js"
import { Screen } from "./screen.js"
import { speak } from "./speech.js"

export class SessionPlayer extends SessionPlayback {
  /** @param {HTMLElement} host @param {import("./session_start.js").PlannedSession} planned */
  constructor(host, planned) {
    super(host, planned)
    const { face, week, day, session, settings } = this
    this.resumePoint = readResumePoint(this.key, day, session)
    if (!this.resumePoint) face.button("go-on").remove()
    /** All exercises of the session, the optional ones included. */
    this.all = chosen(week, day, session, true)
    this.view = "idle"
    this.resumesAfterSettings = false
    face.showTitle(this.name, day)
    face.part("choice").hidden = !hasChoice(week, day, session)
    face.part("awake").hidden = "wakeLock" in navigator
    face.part("unkept").hidden = settings.store()
    this.choose()
  }

  /** Takes the screen. @param {AbortSignal} signal */
  open(signal) {
    const { plan, week, day, session } = this
    listen(this.face.box, "change click keydown", this, signal)
    listen(document, "visibilitychange freeze", this, signal)
    this.screen = new Screen(this.host)
    this.showView("idle")
    // A reader who has seen such a list before begins with the tap that opened it, unless there is something to choose.
    const atOnce = this.settings.known && plan && !this.resumePoint && !hasChoice(week, day, session)
    this.loadPages(signal).then(() => {
      if (atOnce && !signal.aborted && this.view === "idle") this.transition("running", 0)
    })
  }

  /** Stops all, and gives the screen back. */
  close() {
    this.stop()
    this.wakeLock.set(false)
    clearTimeout(this.lockTimeout)
    if (navigator.audioSession) navigator.audioSession.type = "auto"
    if (this.screen) this.screen.close()
  }

  /** @param {AbortSignal} signal */
  async loadPages(signal) {
    const pages = await fetchPages(this.week.exercises, this.all)
    if (signal.aborted) return
    this.face.pages = pages
    const rules = Object.values(pages).map(({ rule }) => rule)
    this.face.write("rule", rules.find(Boolean) || "")
    if (this.state === "idle") this.choose()
    else if (this.clock.phase) this.face.showPicture(this.clock.phase.exercise)
  }

  /** The timetable of what is chosen, shown as the list of what is to come. */
  choose() {
    const slugs = chosen(this.week, this.day, this.session, this.face.optional.checked)
    this.setExercises(slugs)
    showOverview(this.face, this.all, slugs, this.seconds)
  }

  /** @override @param {string} view */
  showView(view) {
    this.view = view
    super.showView(view)
  }

  // ---- Events ----

  /** @param {Event} event */
  handleEvent(event) {
    const { type, target } = event
    if (event instanceof KeyboardEvent) this.pressKey(event)
    if (type === "change" && (target instanceof HTMLInputElement || target instanceof HTMLSelectElement))
      this.adjust(target.name)
    if (type === "click" && target instanceof Element) this.tap(target.closest("button"))
    if (type === "freeze" || (type === "visibilitychange" && document.hidden)) this.pageHidden()
    if (type === "visibilitychange" && !document.hidden) this.pageShown()
  }

  /** @param {KeyboardEvent} event */
  pressKey(event) {
    event.stopPropagation() // the theme's own keys lead away
    if (event.key === "Escape") this.escape()
    if (event.key === "Tab") wrapFocus(this.face.box, event)
  }

  escape() {
    if (this.view === "settings") this.press("back-to")
    else if (this.state === "running") this.press("pause")
    else this.press("close")
  }

  /** @param {HTMLButtonElement | null} button */
  tap(button) {
    this.update() // a page just woken may be late, and the button gone
    if (button && !button.hidden) this.press(button.name)
    else if (this.state === "running" && isAudioSuspended()) this.transition("running") // a tap wakes the audio
  }

  /** What each button does, by its name. @param {string} name */
  press(name) {
    const { state, clock } = this
    const previous = clock.elapsed > 3000 ? clock.index : Math.max(0, clock.index - 1)
    if (name === "close" || name === "end") this.host.remove()
    if (name === "begin") this.transition("running", 0)
    if (name === "go-on") this.resume()
    if (name === "pause") this.transition("paused")
    if (name === "resume") this.transition("running")
    if (name === "back") this.transition(state, previous)
    if (name === "skip") this.transition(state, clock.index + 1)
    if (name === "leave") this.skipExercise()
    if (name === "settings") this.openSettings()
    if (name === "back-to") this.closeSettings()
  }

  /**
   * Begins where the session was left, if that is still there: a hold with the pause before it, to take up the
   * position.
   */
  resume() {
    if (!this.resumePoint) return
    const { index, exercise, date, optional } = this.resumePoint
    this.face.optional.checked = optional
    this.choose()
    const { phases } = this.clock
    const isThere = phases[index] && phases[index].exercise === exercise
    const start = isThere ? index : 0
    const pauseBefore = phases[start].phase === "hold" && start > 0 && phases[start - 1].phase !== "hold"
    this.date = date
    this.transition("running", pauseBefore ? start - 1 : start)
  }

  // ---- Settings ----

  openSettings() {
    this.resumesAfterSettings = this.state === "running"
    if (this.resumesAfterSettings) this.transition("paused")
    this.face.button("leave").hidden = this.state !== "paused"
    this.showView("settings")
  }

  closeSettings() {
    this.showView(this.state)
    if (this.resumesAfterSettings) this.transition("running")
  }

  /** @param {string} name the name of the field that was changed */
  adjust(name) {
    if (name === "optional") return this.choose()
    this.settings.store()
    if (name === "voice") speak([]) // within the tap, which unlocks it
    if (name === "pace") this.changePace()
  }

  changePace() {
    if (this.state === "idle") return this.choose()
    this.setExercises(this.slugs)
    this.update()
  }

  /** Goes on with the next exercise. */
  skipExercise() {
    const { phase, phases, index } = this.clock
    const next = phases.findIndex(each => each.index > index && each.exercise !== phase?.exercise)
    this.transition(this.resumesAfterSettings ? "running" : "paused", next)
  }
}
