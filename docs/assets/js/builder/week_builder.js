// What a reader does to a week of their own: choose, change, undo, store. The address always has the week; the device
// stores it only on request.

import { queryAll } from "../core/elements.js"
import { listen } from "../core/listeners.js"
import { readStored, store } from "../core/storage.js"
import { lastLinkOfDocument, writeAddress } from "./address.js"
import { downloadCalendar } from "./calendar_file.js"
import { withDays, withDoseValue, withExercise, withoutExercise, withSessions, withSides } from "./changes.js"
import { doseWords } from "./dose_words.js"
import { fitted } from "./fitted.js"
import { cleaned, linkOf, MOST, readLink } from "./link.js"
import { publishedWeek } from "./published.js"
import { DAYS, emptyWeek } from "./week.js"
import { WeekView } from "./week_view.js"

/** @typedef {import("../types").EntrySides} EntrySides */
/** @typedef {import("../types").OwnWeek} OwnWeek */
/** @typedef {import("../types").Patterns} Patterns */
/** @typedef {import("./dose_words.js").ValueKey} ValueKey */

const STORED = "own-week"
const UNDO = 100

export class WeekBuilder {
  /** @param {HTMLElement} root @param {Patterns} data */
  constructor(root, data) {
    this.root = root
    this.data = data
    this.view = new WeekView(root, data, this, (day, session) => this.startSession(day, session))
    this.say = this.view.say
    this.week = emptyWeek(data)
    /** @type {OwnWeek[]} */
    this.past = []
    /** @type {OwnWeek[]} */
    this.future = []
    /** @type {string | null} the fragment that was opened, while the address still has it */
    this.opened = null
    /** @type {(import("./week_view.js").Today & { link: string }) | null} of the week that the reader follows */
    this.today = null
    /** @type {Record<string, () => void>} by the name of a button */
    this.actions = {
      empty: () => this.empty(),
      undo: () => this.undo(),
      redo: () => this.redo(),
      keep: () => this.storeWeek(),
      forget: () => this.forget(),
      calendar: () => this.download(),
      change: () => this.view.showForm(),
      "to-week": () => this.view.showWeek(),
      "open-kept": () => this.show(this.storedLink ?? ""),
    }
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    listen(window, "hashchange", this, signal)
    listen(this.root, "click change gf-today:changed gf-plan:changed", this, signal)
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { type, target } = event
    if (type === "hashchange") this.open(true)
    else if (type.startsWith("gf-")) this.follow(event)
    else if (type === "change") {
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) this.choose(target)
    } else if (target instanceof Element) {
      const button = target.closest("button")
      if (button?.dataset.plan) this.startFrom(button)
      else if (button) this.actions[button.name]?.()
    }
  }

  // Where a week comes from

  /** Opens the week of the address; without one, the stored week or an empty one. */
  open(later = false) {
    const fragment = location.hash.slice(1)
    if (later && [this.opened, linkOf(this.week)].includes(fragment)) return // a second event for the same address
    this.opened = fragment
    const plan = this.view.planButtons.find(button => button.dataset.plan === fragment)
    const last = lastLinkOfDocument()
    if (plan) this.startFrom(plan)
    else if (/^w[0-9]/.test(fragment) || (fragment && !document.getElementById(fragment))) this.show(fragment, true)
    else if (later)
      this.writeAddress() // a part of this page: the week stays, and in the address
    else if (fragment && last) this.show(last)
    else if (this.storedLink !== null) this.show(this.storedLink)
    else this.startEmpty()
  }

  startEmpty() {
    this.view.setFormShown(true)
    this.set(this.week)
  }

  /** The week of a link as far as it can be shown, with what is wrong with it. @param {string} fragment */
  read(fragment) {
    const read = readLink(fragment)
    if (!read.week) return { week: emptyWeek(this.data), problems: read.problems }
    const { week, problems } = fitted(read.week, this.data)
    return { week, problems: [...read.problems, ...problems] }
  }

  /** Shows the week of a link, and what is wrong with it. @param {string} fragment @param {boolean} received by a link */
  show(fragment, received = false) {
    const { week, problems } = this.read(fragment)
    if (this.week.exercises.length) this.past.push(this.week)
    const theirs = received && week.exercises.length > 0 && fragment !== this.storedLink
    this.view.setFormShown(!theirs)
    const said = this.view.showProblems(problems, { received: theirs, hasStored: this.storedLink !== null })
    this.set(week, said, !problems.length) // a faulty link stays in the address, so that a reload shows the same
  }

  /** @param {HTMLButtonElement} button a plan's */
  startFrom(button) {
    const { week } = this.read(button.dataset.week ?? "")
    this.view.showProblems([])
    this.view.setFormShown(true)
    const { name, note } = this.week
    this.change({ ...week, name, note }, this.say("started", { name: button.textContent }))
  }

  // What the reader does

  /** @param {string} slug */
  toggle(slug) {
    const { data, week, say } = this
    const { name } = data.exercises[slug]
    if (week.exercises.some(entry => entry.slug === slug))
      this.change(withoutExercise(week, slug), say("removed", { name }))
    else if (week.exercises.length >= MOST.exercises) this.view.announce(say("full", { n: MOST.exercises }))
    else this.change(withExercise(week, data, slug), say("added", { name }))
  }

  /** @param {string} slug @param {ValueKey} key @param {number} value */
  setValue(slug, key, value) {
    this.changeDose(slug, withDoseValue(this.week, this.data, slug, key, value))
  }

  /** @param {string} slug @param {EntrySides} sides */
  setSides(slug, sides) {
    this.changeDose(slug, withSides(this.week, slug, sides))
  }

  /** @param {string} slug @param {OwnWeek} week with another dose of that exercise */
  changeDose(slug, week) {
    const { data, say } = this
    const about = data.exercises[slug]
    const entry = week.exercises.find(chosen => chosen.slug === slug)
    const words = entry && doseWords(entry, about, this.view.source, say)
    this.change(week, say("changed-dose", { name: about.name, ...words }))
  }

  /** @param {HTMLInputElement | HTMLTextAreaElement} field */
  choose(field) {
    const { data, week, say } = this
    if (field.name === "name") this.change({ ...week, name: cleaned(field.value, MOST.name) }, "")
    if (field.name === "note") this.change({ ...week, note: cleaned(field.value, MOST.note) }, "")
    if (field.name !== "day" && field.name !== "session") return
    const chosen = queryAll(this.root, `[name=${field.name}]:checked`, HTMLInputElement).map(box => box.value)
    const tooMany = field.name === "session" && chosen.length > data.start.most_sessions
    if (!chosen.length || tooMany) this.draw()
    else if (field.name === "day") {
      const days = chosen.map(day => DAYS.indexOf(day)).sort((a, b) => a - b)
      this.change(withDays(week, data, days), say("days-set", { n: days.length }))
    } else {
      const names = chosen.map(id => data.session_names[id]).join(", ")
      this.change(withSessions(week, data, chosen), say("sessions-set", { names }))
    }
  }

  empty() {
    this.view.showProblems([])
    this.change(emptyWeek(this.data), this.say("emptied"))
  }

  /** @param {OwnWeek} week @param {string} said */
  change(week, said) {
    this.past = [...this.past, this.week].slice(-UNDO)
    this.future = []
    this.set(week, said)
  }

  undo() {
    const week = this.past.pop()
    if (!week) return
    this.future.push(this.week)
    this.set(week, this.say("undone"))
  }

  redo() {
    const week = this.future.pop()
    if (!week) return
    this.past.push(this.week)
    this.set(week, this.say("redone"))
  }

  /** @returns {string | null} the link of the week stored on this device */
  get storedLink() {
    const link = readStored(STORED)
    return typeof link === "string" ? link : null
  }

  storeWeek() {
    this.view.announce(this.say(store(STORED, linkOf(this.week)) ? "kept" : "not-kept"), "stored")
    this.draw()
  }

  forget() {
    store(STORED)
    this.view.announce(this.say("forgotten"), "stored")
    this.draw()
  }

  /** Another plan was chosen, or this week has another day. @param {Event} event */
  follow(event) {
    const today = event instanceof CustomEvent ? event.detail : null
    if (today && JSON.stringify(today) === JSON.stringify(this.today)) return // each minute
    this.today = today
    this.draw()
  }

  /** Asks for a guided session; site/own_week_start.js starts it. @param {string} day @param {string} session */
  startSession(day, session) {
    const week = publishedWeek(this.week, this.data, this.view.titleOf(this.week))
    const link = linkOf(this.week)
    // A week that is not stored on this device leaves no trace there: no link to resume it by.
    const detail = { plan: null, link: this.storedLink === link ? link : null, day, session, week }
    this.root.dispatchEvent(new CustomEvent("own-week:start", { bubbles: true, detail }))
  }

  download() {
    downloadCalendar(this.week, this.data, this.root.dataset, {
      title: this.view.titleOf(this.week),
      address: this.address,
      source: this.view.source,
      say: this.say,
    })
    this.view.announce(this.say("saved"))
  }

  // The week shown

  /** @param {OwnWeek} week @param {string} said @param {boolean} inAddress */
  set(week, said = "", inAddress = true) {
    this.week = week
    if (inAddress) this.writeAddress()
    this.draw()
    this.view.announce(said)
  }

  writeAddress() {
    this.opened = null
    writeAddress(this.week)
  }

  /** The full address of the week. */
  get address() {
    return `${this.root.dataset.address || location.href.split("#")[0]}#${linkOf(this.week)}`
  }

  draw() {
    const link = linkOf(this.week)
    this.view.draw({
      week: this.week,
      link: this.address,
      plan: this.view.planButtons.find(button => button.dataset.week === link)?.dataset.plan ?? "",
      canUndo: this.past.length > 0,
      canRedo: this.future.length > 0,
      stored: this.storedLink === link,
      hasOther: this.storedLink !== null && this.storedLink !== link,
      isFollowed: this.storedLink !== null && readStored("plan") === "-",
      today: this.today?.link === link ? this.today : null,
    })
  }
}
