// <own-week>: a week of one's own. It stands in the address alone; undo goes back to what it was before, and nothing is
// kept on the device until the reader says so.

import { readStored, store } from "../core/storage.js"
import { calendarOf } from "./calendar.js"
import { WeekChart } from "./chart.js"
import { doseWords } from "./dose_words.js"
import { cleaned, linkOf, MOST, readLink } from "./link.js"
import { Picks } from "./picks.js"
import {
  DAYS,
  emptyWeek,
  fitted,
  publishedWeek,
  withDays,
  withExercise,
  withFigure,
  withoutExercise,
  withSessions,
} from "./week.js"
import { wordsOf } from "./words.js"

const KEPT = "own-week"
const UNDO = 100

let shown = "" // the last week of this document: the theme may renew the page for a place on it, which is no address of a week

class OwnWeek extends HTMLElement {
  connectedCallback() {
    this.controller = new AbortController()
    const { signal } = this.controller
    window.addEventListener("hashchange", this, { signal })
    this.addEventListener("click", this, { signal })
    this.addEventListener("change", this, { signal })
    if (!this.data) this.load(signal)
  }

  disconnectedCallback() {
    this.controller.abort()
  }

  part(name) {
    return this.querySelector(`[data-part=${name}]`)
  }

  /** Fetches the tables and opens the week, unless the reader has left the page by then: the address is another page's. */
  async load(signal) {
    try {
      const response = await fetch(this.dataset.patterns, { signal })
      if (!response.ok) throw new Error(response.statusText)
      this.data = await response.json()
    } catch {
      this.classList.add("gf-own--failed") // the plans remain, as without a script
      return
    }
    if (signal.aborted) return
    this.mount()
    this.open()
  }

  mount() {
    const { data } = this
    const { source } = this.dataset
    this.say = wordsOf(this.part("words"))
    const items = new Map([...this.querySelectorAll("[data-exercise]")].map(item => [item.dataset.exercise, item]))
    const templates = { edit: this.part("edit"), stepper: this.part("stepper"), sides: this.part("sides") }
    this.picks = new Picks(items, templates, data, source, this.say, (...done) => this.act(...done))
    this.chart = new WeekChart(this.part("chart"), this.part("row"), items, this.say)
    this.dayOrder = [...this.querySelectorAll("[name=day]")].map(box => box.value)
    this.week = emptyWeek(data)
    this.past = []
    this.future = []
    this.querySelector(".gf-own__without").remove()
    for (const part of ["page", "bar"]) this.part(part).hidden = false
  }

  handleEvent({ type, target }) {
    if (!this.week) return null // it opens what the address says once its data is there
    if (type === "hashchange") return this.open(true)
    if (type === "change") return target.name ? this.choose(target) : null
    const button = target.closest("button")
    if (!button) return null
    if (button.dataset.plan) return this.startFrom(button)
    const press = {
      empty: "empty",
      undo: "undo",
      redo: "redo",
      keep: "keepIt",
      forget: "forget",
      calendar: "download",
      change: "showForm",
      "to-week": "showWeek",
    }[button.name]
    if (press) return this[press]()
    if (button.name === "open-kept") this.show(readStored(KEPT))
    return null
  }

  // Where a week comes from

  /** What the address says; nothing: what is kept, or an empty week. */
  open(later = false) {
    const fragment = location.hash.slice(1)
    if (later && [this.opened, linkOf(this.week)].includes(fragment)) return null // told twice
    this.opened = fragment
    const plan = [...this.querySelectorAll("[data-plan]")].find(button => button.dataset.plan === fragment)
    if (plan) return this.startFrom(plan)
    if (/^w[0-9]/.test(fragment) || (fragment && !this.anchor(fragment))) return this.show(fragment, true)
    if (later) return this.remember() // a place on this page: the week stays, and in the address
    if (fragment && shown) return this.show(shown)
    if (typeof readStored(KEPT) === "string") return this.show(readStored(KEPT))
    return this.set(this.week)
  }

  anchor(id) {
    return document.getElementById(id)
  }

  /** The week of a fragment, with what is to be said of it. */
  show(fragment, received = false) {
    const read = readLink(fragment)
    const { week, problems } = read.week ? fitted(read.week, this.data) : { week: emptyWeek(this.data), problems: [] }
    if (this.week.exercises.length) this.past.push(this.week)
    const theirs = received && week.exercises.length > 0 && fragment !== readStored(KEPT)
    this.reveal(!theirs)
    const all = [...read.problems, ...problems]
    this.set(week, this.tell(all, theirs), !all.length) // a faulty link stays as it is, so that a reload tells the same
  }

  startFrom(button) {
    const { week } = fitted(readLink(button.dataset.week).week, this.data)
    this.tell([])
    this.reveal(true)
    this.change(
      { ...week, name: this.week.name, note: this.week.note },
      this.say("started", { name: button.textContent }),
    )
  }

  /** Tells what was found wrong with a link, and whose week it is; gives the same as one text. */
  tell(problems, received = false) {
    const box = this.part("problems")
    const lines = problems.map(({ kind, what }) =>
      this.say(what || kind !== "bounded" ? `problem-${kind}` : "problem-bounded-", { what }),
    )
    if (received) lines.push(this.say("received"))
    if (received && typeof readStored(KEPT) === "string") lines.push(this.say("other-kept"))
    box.replaceChildren(
      ...[...new Set(lines)].map(text => Object.assign(document.createElement("p"), { textContent: text })),
    )
    box.hidden = !lines.length
    return box.textContent
  }

  /** Whether the form is seen: a week that came by link is looked at first, above it. */
  reveal(form) {
    this.part("form").hidden = !form
    this.classList.toggle("gf-own--received", !form)
    this.querySelector("[name=change]").hidden = form
  }

  showForm() {
    this.reveal(true)
    this.querySelector("#own-from").focus()
  }

  /** A link to the chart would replace the week in the address, at which the theme loads the page again. */
  showWeek() {
    const heading = this.part("chart").querySelector("h2")
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    heading.scrollIntoView()
  }

  // What the reader does

  act(kind, slug, key, value) {
    const { data, week, say } = this
    const { name } = data.exercises[slug]
    if (kind === "figure") {
      const next = withFigure(week, data, slug, key, value)
      const entry = next.exercises.find(chosen => chosen.slug === slug)
      return this.change(
        next,
        say("changed-dose", { name, ...doseWords(entry, data.exercises[slug], this.dataset.source, say) }),
      )
    }
    if (week.exercises.some(entry => entry.slug === slug))
      return this.change(withoutExercise(week, slug), say("removed", { name }))
    if (week.exercises.length >= MOST.exercises) return this.announce(say("full", { n: MOST.exercises }))
    return this.change(withExercise(week, data, slug), say("added", { name }))
  }

  choose(field) {
    const { data, week, say } = this
    const chosen = [...this.querySelectorAll(`[name=${field.name}]:checked`)].map(box => box.value)
    if (field.name === "day") {
      const days = chosen.map(day => DAYS.indexOf(day)).sort((a, b) => a - b)
      if (!days.length) return this.draw()
      return this.change(withDays(week, data, days), say("days-set", { n: days.length }))
    }
    if (field.name === "session") {
      if (!chosen.length || chosen.length > data.start.most_sessions) return this.draw()
      const names = chosen.map(id => data.session_names[id]).join(", ")
      return this.change(withSessions(week, data, chosen), say("sessions-set", { names }))
    }
    if (field.name === "name" || field.name === "note") {
      return this.change({ ...week, [field.name]: cleaned(field.value, MOST[field.name]) }, "")
    }
    return null
  }

  empty() {
    this.tell([])
    this.change(emptyWeek(this.data), this.say("emptied"))
  }

  change(week, said) {
    this.past = [...this.past, this.week].slice(-UNDO)
    this.future = []
    this.set(week, said)
  }

  undo() {
    if (!this.past.length) return
    this.future.push(this.week)
    this.set(this.past.pop(), this.say("undone"))
  }

  redo() {
    if (!this.future.length) return
    this.past.push(this.week)
    this.set(this.future.pop(), this.say("redone"))
  }

  keepIt() {
    this.announce(this.say(store(KEPT, linkOf(this.week)) ? "kept" : "not-kept"))
    this.draw()
  }

  forget() {
    store(KEPT)
    this.announce(this.say("forgotten"))
    this.draw()
  }

  // The week shown

  set(week, said = "", remember = true) {
    this.week = week
    if (remember) this.remember()
    this.draw()
    this.announce(said)
  }

  /** The week into the address, which a copied link, a bookmark and a reload then have. */
  remember() {
    this.opened = null
    shown = this.week.exercises.length || this.week.name || this.week.note ? linkOf(this.week) : ""
    const fragment = shown && `#${shown}`
    try {
      history.replaceState(history.state, "", location.pathname + location.search + fragment)
    } catch {
      // Some browsers take only so many addresses in a minute; the next change tells them.
    }
  }

  announce(text) {
    this.part("said").textContent = text
  }

  get title() {
    return this.week ? this.week.name || this.dataset.title : ""
  }

  get link() {
    return `${this.dataset.address || location.href.split("#")[0]}#${linkOf(this.week)}`
  }

  draw() {
    const { week, data, say } = this
    const any = week.exercises.length > 0
    this.picks.draw(week)
    this.drawForm()
    for (const [name, shown] of [
      ["none", !any],
      ["chart", any],
      ["actions", any],
    ])
      this.part(name).hidden = !shown
    const { seconds, minutes } = this.chart.draw(week, data, this.title, this.dataset.source, this.dayOrder)
    const [least, most] = [Math.min(...minutes.filter(Boolean)), Math.max(...minutes)]
    const n = week.exercises.length
    const exercises = say(`exercises-${n}`) || say("exercises", { n })
    this.part("sum").disabled = !any
    this.part("sum").textContent = any
      ? say("sum", { exercises, minutes: least === most ? most : `${least}–${most}` })
      : exercises
    this.drawLong(seconds)
    this.drawStart()
    this.drawKeeping()
  }

  drawForm() {
    const { week } = this
    for (const box of this.querySelectorAll("[name=day]")) box.checked = week.days.includes(DAYS.indexOf(box.value))
    for (const box of this.querySelectorAll("[name=session]")) box.checked = week.sessions.includes(box.value)
    this.querySelector("[name=name]").value = week.name
    this.querySelector("[name=note]").value = week.note
    this.querySelector("[name=undo]").setAttribute("aria-disabled", String(!this.past.length))
    this.querySelector("[name=redo]").setAttribute("aria-disabled", String(!this.future.length))
    this.querySelector("share-button").dataset.url = this.link
    this.querySelector("share-button").dataset.title = this.title
    this.querySelector("share-button").dataset.text = this.title
  }

  drawLong(seconds) {
    const { data, say, week } = this
    const all = week.sessions.flatMap(session =>
      DAYS.map(day => ({ session, day, n: Math.ceil(seconds[day][session] / 60) })),
    )
    const longest = all.reduce((a, b) => (b.n > a.n ? b : a))
    const box = this.part("long")
    box.hidden = seconds[longest.day][longest.session] <= data.start.limit
    box.textContent = say("long", {
      ...longest,
      day: this.nameOf(longest.day),
      session: data.session_names[longest.session].toLowerCase(),
    })
  }

  nameOf(day) {
    return this.chart.heads[this.dayOrder.indexOf(day)].title
  }

  /** The sessions of today, or of the next day that has any, to be led through; where the site can do that. */
  drawStart() {
    const { data, say, week } = this
    const place = this.part("start")
    place.hidden = !customElements.get("session-start") || !week.exercises.length
    if (place.hidden) return
    const published = publishedWeek(week, data, this.title)
    const today = (new Date().getDay() + 6) % 7
    const day = [...DAYS, ...DAYS]
      .slice(today, today + 7)
      .find(id => Object.values(published.minutes[id]).some(Boolean))
    const buttons = published.sessions
      .filter(({ id }) => published.minutes[day][id])
      .map(({ id, label }) => {
        const button = Object.assign(document.createElement("button"), {
          type: "button",
          className: "gf-button gf-button--main",
        })
        const minutes = Math.ceil(published.minutes[day][id])
        button.textContent = say(day === DAYS[today] ? "start-now" : "start-on", {
          session: label,
          day: this.nameOf(day),
          minutes,
        })
        button.onclick = () =>
          this.dispatchEvent(
            new CustomEvent("own-week:start", {
              bubbles: true,
              detail: { plan: null, link: this.keptLink, day, session: id, week: published },
            }),
          ) // to who leads through sessions, in the script of every page
        return button
      })
    place.replaceChildren(...buttons)
  }

  /** The week's link if it is the one kept here; null for another, of which nothing is to be remembered. */
  get keptLink() {
    const link = linkOf(this.week)
    return readStored(KEPT) === link ? link : null
  }

  drawKeeping() {
    const stored = readStored(KEPT)
    const same = !!this.keptLink
    this.querySelector("[name=keep]").hidden = same
    this.querySelector("[name=forget]").hidden = !same
    this.querySelector("[name=open-kept]").hidden = same || typeof stored !== "string"
  }

  download() {
    const { data, say, week } = this
    const given = data.times || JSON.parse(this.dataset.times)
    const times = Object.fromEntries(week.sessions.map(id => [id, given[id] || this.dataset.time]))
    const entries = new Map(week.exercises.map(entry => [entry.slug, entry]))
    const describe = (slug, optional) => {
      const about = data.exercises[slug]
      return say(optional ? "calendar-optional" : "calendar-line", {
        name: about.name,
        ...doseWords(entries.get(slug), about, this.dataset.source, say),
      })
    }
    const { slots, minutes, sessions } = publishedWeek(week, data, this.title)
    const text = calendarOf({
      link: linkOf(week),
      title: this.title,
      address: this.link,
      note: week.note,
      slots,
      minutes,
      sessions,
      times,
      describe,
      now: new Date(),
    })
    const url = URL.createObjectURL(new Blob([text], { type: "text/calendar" }))
    Object.assign(document.createElement("a"), { href: url, download: say("file") }).click()
    setTimeout(() => URL.revokeObjectURL(url), 60000)
    this.announce(say("saved"))
  }
}

customElements.define("own-week", OwnWeek)
