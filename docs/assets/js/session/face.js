// The face of a guided session: what it shows, from the page's templates. It knows nothing of time.

import { query } from "../core/elements.js"
import { digits } from "../core/format.js"
import { PhaseFace } from "../core/phase_face.js"
import { element } from "./overview.js"
import { ProgressBar } from "./progress_bar.js"

/**
 * @typedef {import("../core/types.js").SessionPhase} SessionPhase
 * @typedef {import("../core/types.js").Week} Week
 * @typedef {import("./pages.js").ExercisePage} ExercisePage
 */

const NO_EXERCISE = { name: "", verb: null, limb: null, reps: 1, place: "" }

/** @param {string} id */
const templateContent = id => query(document, `template#${id}`, HTMLTemplateElement).content

/** 45, or in minutes: 2, 1:05. @param {number} seconds */
const amount = seconds => (seconds < 60 || seconds % 60 ? digits(seconds) : `${seconds / 60}`)

export class SessionFace extends PhaseFace {
  /** Draws itself in `host` from the page's templates. @param {HTMLElement} host @param {Week} week */
  constructor(host, week) {
    host.append(templateContent("gf-session").cloneNode(true))
    const box = query(host, ".gf-session", HTMLElement)
    const timer = query(templateContent("gf-timer"), ".gf-timer", Element)
    super("gf-session", box, [box, timer]) // the words of phases and sides are the timer's
    this.week = week
    /** @type {Record<string, ExercisePage>} */
    this.pages = {}
    this.bar = new ProgressBar(this.part("bar"))
    /** @type {string | null} */
    this.pictured = null
    this.flashed = 0
  }

  /** @param {string} name */
  button(name) {
    return query(this.box, `button[name=${name}]`, HTMLButtonElement)
  }

  /** The choice of the optional exercises. */
  get optional() {
    return query(this.box, "input[name=optional]", HTMLInputElement)
  }

  /** @param {string | null} slug */
  exercise(slug) {
    return slug ? this.week.exercises[slug] : NO_EXERCISE
  }

  /** A length of time: 45 s, 2 min, 1:05 min. @param {number} seconds */
  length(seconds) {
    return this.words(seconds < 60 ? "seconds" : "minutes", "", { n: amount(seconds) })
  }

  /** A length of time with its unit in full: 45 seconds, 1 minute. @param {number} seconds */
  longLength(seconds) {
    const n = amount(seconds)
    return this.words(`long-${seconds < 60 ? "second" : "minute"}${n === "1" ? "" : "s"}`, "", { n })
  }

  /**
   * The name of the session and of its day, in the week's and the language's words.
   * @param {string} name @param {string} day
   */
  showTitle(name, day) {
    const monday = 4 // the fourth of January 2021 was one
    const date = new Date(2021, 0, monday + ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].indexOf(day))
    const weekday = date.toLocaleDateString(document.documentElement.lang, { weekday: "long" })
    this.write("title", this.words("title", "", { session: name, day: weekday }))
    this.write("over", this.words("end", "", { session: name }))
  }

  /**
   * The name, side and count of a phase; a change of position is called after the new one.
   * @param {SessionPhase} now @param {SessionPhase} [before]
   */
  textsOf(now, before) {
    const exercise = this.exercise(now.exercise)
    const texts = this.phaseTexts(now, exercise)
    if (now.phase !== "move") return texts
    const from = before?.exercise && this.exercise(before.exercise).place
    return { ...texts, word: this.words("move", exercise.place === from ? "" : exercise.place) }
  }

  /**
   * The line of what follows: an exercise by its name, a phase of this one by its own.
   * @param {SessionPhase | undefined} next
   */
  following(next) {
    if (!next) return ""
    const exercise = this.exercise(next.exercise)
    if (next.phase === "move") return this.words("next-move", "", { exercise: exercise.name })
    return this.nextText(
      this.phaseName(next.phase, exercise),
      next.seconds ? this.length(Math.round(next.seconds)) : "",
    )
  }

  /** @param {SessionPhase} now @param {SessionPhase | undefined} before @param {SessionPhase | undefined} next */
  announcePhase(now, before, next) {
    const { name } = this.exercise(now.exercise)
    this.announce(now.phase, { ...this.textsOf(now, before), name, next: this.following(next) })
    this.showPicture(now.exercise)
  }

  /** The exercise's figure, or its steps where it has none; and its line of caution. @param {string | null} exercise */
  showPicture(exercise) {
    const { figure, steps, before } = (exercise && this.pages[exercise]) || {}
    this.write("before", before || "")
    if (this.pictured === exercise || !(figure || steps)) return
    this.pictured = exercise
    const place = this.part("picture")
    place.innerHTML = figure || ""
    if (figure || !steps) return
    const list = document.createElement("ol")
    list.append(...steps.map(step => element("li", "", step)))
    place.append(list)
    place.tabIndex = 0 // it may have to be scrolled
  }

  /**
   * Shows the milliseconds left of a phase in digits and on its plate, and how far the whole is, of all its seconds.
   * @param {SessionPhase} phase @param {number} left @param {number} all @param {boolean} running
   */
  showLeft({ seconds, at }, left, all, running) {
    const gone = at + seconds - left / 1000
    const rest = Math.max(0, Math.ceil(all - gone))
    const ahead = running ? 1000 : 0 // the plate moves within a second to where it will be then
    this.write("left", this.words("time-left", "", { time: rest < 60 ? this.length(rest) : digits(rest) }))
    this.bar.show(gone, all)
    const text = digits(Math.max(0, Math.ceil(left / 1000)))
    this.showTime(text, seconds ? Math.max(0, left - ahead) / seconds / 1000 : 0)
  }

  /** @param {string} view */
  showView(view) {
    this.box.dataset.view = view
    this.showParts(view, true)
  }

  flash() {
    const flash = this.part("flash")
    if (Date.now() - this.flashed < 400) return // never more than three in a second
    this.flashed = Date.now()
    flash.classList.remove("gf-session__flash--on")
    flash.getClientRects() // restarts the animation
    flash.classList.add("gf-session__flash--on")
  }
}
