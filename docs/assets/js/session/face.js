// The face of a guided session: what it shows, out of the page's templates. It knows nothing of time.

import { makeBackgroundInert } from "../core/focus_trap.js"
import { digits } from "../core/format.js"
import { PhaseFace } from "../core/phase_face.js"

const paragraph = (element, className, text) => {
  const made = document.createElement(element)
  made.className = className
  made.textContent = text
  return made
}

export class SessionFace extends PhaseFace {
  draw() {
    this.append(document.getElementById("gf-session").content.cloneNode(true))
    const box = this.querySelector(".gf-session")
    const timer = document.getElementById("gf-timer").content.querySelector(".gf-timer")
    this.mountFace("gf-session", box, [box, timer])
  }

  field(name) {
    return this.box.querySelector(`[name=${name}]`)
  }

  write(name, text) {
    for (const piece of this.box.querySelectorAll(`.gf-session__${name}`))
      if (piece.textContent !== text) piece.textContent = text
  }

  /** The words for a key: the session's own, else the timer's. */
  words(key, limb, values) {
    return this.wordsFor(key, limb, values)
  }

  verb({ verb }) {
    return this.verbName(verb || "hold")
  }

  length(seconds) {
    const n = seconds < 60 || seconds % 60 ? digits(seconds) : seconds / 60
    return this.words(seconds < 60 ? "seconds" : "minutes", "", { n })
  }

  /** What is said of a phase: its name, side and count; `before` is the phase before it. */
  texts({ phase, exercise, side, rep }, before) {
    const dose = this.week.exercises[exercise]
    if (!dose) return { word: this.words(phase), side: "", count: "" }
    const { limb, reps, place } = dose
    const from = before?.exercise && this.week.exercises[before.exercise].place
    return {
      word: phase === "hold" ? this.verb(dose) : this.words(phase, phase === "move" ? place !== from && place : limb),
      side: side ? this.words(side, limb) : "",
      count: reps > 1 ? this.words(`count-${phase}`, "", { rep, reps }) : "",
    }
  }

  /** The line of what follows: an exercise by its name, a phase of this one by its own. */
  following(next) {
    if (!next) return ""
    const { phase, exercise, seconds } = next
    if (phase === "move") return this.words("next-move", "", { exercise: this.week.exercises[exercise].name })
    return `${this.words("next")} ${this.texts(next).word} ${seconds ? this.length(Math.round(seconds)) : ""}`.trim()
  }

  /** Says what is now and what follows. A screen reader reads name and words aloud, and never the seconds. */
  announce(now, before, next) {
    const texts = this.texts(now, before)
    for (const name in texts) this.write(name, texts[name])
    const dose = this.week.exercises[now.exercise]
    this.write("name", dose ? dose.name : "")
    this.write("next", this.following(next))
    this.box.dataset.phase = now.phase
    this.picture(now.exercise)
  }

  /** The exercise's figure, or its steps where it has none; and its line of caution. */
  picture(exercise) {
    const { figure, steps, before } = this.pages[exercise] || {}
    this.write("before", before || "")
    if (this.pictured === exercise || !(figure || steps)) return
    this.pictured = exercise
    const place = this.piece("picture")
    place.innerHTML = figure || ""
    if (figure) return
    const list = document.createElement("ol")
    list.append(...steps.map(step => paragraph("li", "", step)))
    place.append(list)
    place.tabIndex = 0 // it may have to be scrolled
  }

  /** What is to come, before the start: each exercise with its dose, things needed and line of caution. */
  list(all, slugs, seconds) {
    const values = { count: slugs.length, minutes: Math.ceil(seconds / 60) }
    this.write("sum", this.words(slugs.length === 1 ? "sum-one" : "sum", "", values))
    this.piece("list").replaceChildren(...all.map(slug => this.item(slug, slugs.includes(slug))))
  }

  item(slug, included) {
    const dose = this.week.exercises[slug]
    const { needs, before } = this.pages[slug] || {}
    const { reps, limb, sides } = dose
    const both =
      sides && (sides.includes(" ") ? this.words(limb ? "each" : "each-side", "", { limb }) : this.words(sides, limb))
    const facts = [
      this.words(dose.about ? "dose-about" : "dose", "", { verb: this.verb(dose), length: this.length(dose.seconds) }),
      reps > 1 && this.words("times", "", { reps }),
      both,
    ]
    const item = paragraph("li", included ? "" : "gf-session__item--left-out", "")
    item.append(paragraph("b", "", dose.name), paragraph("span", "gf-session__dose", facts.filter(Boolean).join(" · ")))
    for (const text of [needs, before]) if (text) item.append(paragraph("span", "gf-session__fact", text))
    return item
  }

  /** A bar for each exercise, as wide as it is long. */
  divide(phases) {
    this.segments = []
    for (const { exercise, seconds, at } of phases) {
      let segment = this.segments[this.segments.length - 1]
      if (!exercise) break
      if (!segment || segment.exercise !== exercise) {
        segment = { exercise, from: at, seconds: 0, bar: document.createElement("i") }
        this.segments.push(segment)
      }
      segment.seconds += seconds
    }
    for (const { bar, seconds } of this.segments) bar.style.flexGrow = seconds
    this.piece("bar").replaceChildren(...this.segments.map(({ bar }) => bar))
  }

  /** Shows the milliseconds left of a phase in digits and on its plate, and how far the whole is, of all its seconds. */
  tick({ seconds, at }, left, all, ahead) {
    const text = `${digits(Math.max(0, Math.ceil(left / 1000)))}`
    const gone = at + seconds - left / 1000
    const rest = Math.max(0, Math.ceil(all - gone))
    this.write("left", this.words("time-left", "", { time: rest < 60 ? this.length(rest) : digits(rest) }))
    this.piece("bar").setAttribute("aria-valuenow", all ? Math.round((gone / all) * 100) : 100)
    for (const { bar, from, seconds } of this.segments)
      bar.style.setProperty("--gone", Math.min(1, Math.max(0, (gone - from) / seconds)))
    this.showTime(text, seconds ? Math.max(0, left - ahead) / seconds / 1000 : 0)
  }

  /** Shows the parts of a view. What had the focus hands it on when it goes. */
  show(view) {
    const { box } = this
    box.dataset.view = view
    this.showParts(view)
    const focused = document.activeElement
    if (box.contains(focused) && focused.getClientRects().length) return
    const first = [...box.querySelectorAll(".gf-session__buttons button")].filter(
      button => button.getClientRects().length,
    )
    const main = first.find(button => ["pause", "resume"].includes(button.name)) || first[0] || box
    main.focus({ preventScroll: true })
  }

  /** Takes the screen; the keys stay within. */
  open() {
    this.opener = document.activeElement
    this.giveBack = makeBackgroundInert(this)
    document.documentElement.classList.add("gf-busy")
  }

  close() {
    if (!this.giveBack) return
    this.giveBack()
    this.giveBack = null
    document.documentElement.classList.remove("gf-busy")
    if (this.opener?.isConnected) this.opener.focus({ preventScroll: true })
  }

  /** From the last thing to focus on to the first, and back: for browsers that know no inert. */
  wrap(event) {
    const all = [...this.box.querySelectorAll("button, input, select, a")].filter(each => each.getClientRects().length)
    const [first, last] = event.shiftKey ? [all[all.length - 1], all[0]] : [all[0], all[all.length - 1]]
    if (document.activeElement !== last && document.activeElement !== this.box) return
    first.focus()
    event.preventDefault()
  }

  flash() {
    const flash = this.piece("flash")
    if (Date.now() - this.flashed < 400) return // never more than three in a second
    this.flashed = Date.now()
    flash.classList.remove("gf-session__flash--on")
    flash.getClientRects() // begins anew
    flash.classList.add("gf-session__flash--on")
  }
}
