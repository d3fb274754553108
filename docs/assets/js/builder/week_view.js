// What the page shows of a reader's own week: the exercises to choose from, the form, the chart and what can be done
// with the week.

import { query, queryAll } from "../core/elements.js"
import { WeekChart } from "./chart.js"
import { Picks } from "./picks.js"
import { publishedWeek } from "./published.js"
import { ReceivedWeek } from "./received_week.js"
import { sessionButtons } from "./session_buttons.js"
import { DAYS } from "./week.js"
import { wordsOf } from "./words.js"

/** @typedef {import("../types").LinkProblem} LinkProblem */
/** @typedef {import("../types").OwnWeek} OwnWeek */
/** @typedef {import("../types").Patterns} Patterns */
/** @typedef {ReturnType<typeof import("../progress/today_model.js").todayOf>} Today */

/**
 * What is shown of a week.
 * @typedef {object} Shown
 * @property {OwnWeek} week
 * @property {string} link its full address
 * @property {string} plan the slug of the plan that it is, unchanged; "" for any other week
 * @property {boolean} canUndo
 * @property {boolean} canRedo
 * @property {boolean} stored whether it is the week stored on this device
 * @property {boolean} hasOther whether another week is stored
 * @property {boolean} isFollowed whether the reader follows the stored week
 * @property {Today | null} today of the week that the reader follows, where it is this one
 */

export class WeekView {
  /**
   * @param {HTMLElement} root
   * @param {Patterns} data
   * @param {import("./picks.js").PickActions} pickActions
   * @param {(day: string, session: string) => void} startSession
   */
  constructor(root, data, pickActions, startSession) {
    this.root = root
    this.data = data
    this.startSession = startSession
    this.source = root.dataset.source ?? ""
    this.say = wordsOf(this.template("words"))
    const exercises = queryAll(root, "[data-exercise]", HTMLElement)
    const items = new Map(exercises.map(item => [item.dataset.exercise ?? "", item]))
    const templates = { edit: this.template("edit"), stepper: this.template("stepper"), sides: this.template("sides") }
    this.picks = new Picks(items, templates, data, this.source, this.say, pickActions)
    this.chart = new WeekChart(this.part("chart"), this.template("row"), items, this.say)
    const rows = { day: this.template("day"), session: this.template("session"), exercise: this.template("exercise") }
    this.received = new ReceivedWeek(this.part("received"), rows, items, data, this.source, this.say)
    this.dayOrder = this.boxes("day").map(box => box.value)
    query(root, ".gf-own__without", HTMLElement).remove()
    this.heading = query(root, ".gf-own__intro h1", HTMLElement)
    this.part("page").hidden = false
  }

  /** @param {string} name */
  part(name) {
    return query(this.root, `[data-part=${name}]`, HTMLElement)
  }

  /** @param {string} name */
  template(name) {
    return query(this.root, `[data-part=${name}]`, HTMLTemplateElement)
  }

  /** @param {string} name */
  button(name) {
    return query(this.root, `[name=${name}]`, HTMLButtonElement)
  }

  /** @param {string} name */
  boxes(name) {
    return queryAll(this.root, `[name=${name}]`, HTMLInputElement)
  }

  get planButtons() {
    return queryAll(this.root, "[data-plan]", HTMLButtonElement)
  }

  /** @param {OwnWeek} week */
  titleOf(week) {
    return week.name || (this.root.dataset.title ?? "")
  }

  /** Says what has changed: in the part "said" for screen readers, in "stored" beside the buttons. @param {string} text @param {string} [where] */
  announce(text, where = "said") {
    for (const name of ["said", "stored"]) this.part(name).textContent = name === where ? text : ""
  }

  /**
   * Shows what is wrong with a link; returns that, and whose week it is, as one text.
   * @param {LinkProblem[]} problems @param {{ received?: boolean, hasStored?: boolean }} options
   */
  showProblems(problems, { received = false, hasStored = false } = {}) {
    const box = this.part("problems")
    const lines = problems.map(({ kind, what }) =>
      this.say(what || kind !== "bounded" ? `problem-${kind}` : "problem-bounded-", { what }),
    )
    if (received && hasStored) lines.push(this.say("other-kept"))
    const unique = [...new Set(lines)]
    box.replaceChildren(...unique.map(text => Object.assign(document.createElement("p"), { textContent: text })))
    box.hidden = !lines.length
    return [...(received ? [this.part("received-from").textContent] : []), ...unique].join(" ")
  }

  /** Shows the builder, or only the week: one that came by a link is first shown without the builder. @param {boolean} shown */
  setFormShown(shown) {
    for (const part of ["form", "bar"]) this.part(part).hidden = !shown
    this.part("received").hidden = shown
    this.root.classList.toggle("gf-own--received", !shown)
    this.button("change").hidden = shown
    const place = shown ? this.part("actions") : this.part("received-start")
    place.prepend(this.part("start"))
  }

  showForm() {
    this.setFormShown(true)
    this.heading.textContent = this.root.dataset.title ?? ""
    query(this.root, "#own-from", HTMLElement).focus()
  }

  /** Not by a link to the chart: it would replace the week in the address, and the theme would load the page again. */
  showWeek() {
    const heading = query(this.part("chart"), "h2", HTMLElement)
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    heading.scrollIntoView()
  }

  /** @param {Shown} shown */
  draw(shown) {
    const { week } = shown
    const { say } = this
    const any = week.exercises.length > 0
    this.picks.draw(week)
    this.drawForm(shown)
    this.part("none").hidden = any
    for (const name of ["chart", "actions"]) this.part(name).hidden = !any
    const { seconds, minutes } = this.chart.draw(week, this.data, this.titleOf(week), this.source, this.dayOrder)
    this.chart.drawCode(shown.link)
    const [least, most] = [Math.min(...minutes.filter(Boolean)), Math.max(...minutes)]
    const n = week.exercises.length
    const exercises = say(`exercises-${n}`) || say("exercises", { n })
    this.button("to-week").disabled = !any
    this.button("to-week").textContent = any
      ? say("sum", { exercises, minutes: least === most ? most : `${least}–${most}` })
      : exercises
    this.drawLong(week, seconds)
    this.drawStart(shown)
    this.drawReceived(week)
    this.drawStored(shown)
  }

  /** @param {Shown} shown */
  drawForm({ week, link, plan, canUndo, canRedo }) {
    for (const box of this.boxes("day")) box.checked = week.days.includes(DAYS.indexOf(box.value))
    for (const box of this.boxes("session")) box.checked = week.sessions.includes(box.value)
    query(this.root, "[name=name]", HTMLInputElement).value = week.name
    query(this.root, "[name=note]", HTMLTextAreaElement).value = week.note
    this.button("undo").setAttribute("aria-disabled", String(!canUndo))
    this.button("redo").setAttribute("aria-disabled", String(!canRedo))
    // A plan's own page has a preview in a chat; the link of a week cannot have one.
    const button = this.planButtons.find(each => each.dataset.plan === plan)
    const title = button?.textContent ?? this.titleOf(week)
    const url = button ? new URL(button.dataset.url ?? "", link).href : link
    Object.assign(query(this.root, "share-button", HTMLElement).dataset, { url, title, text: title })
  }

  /** @param {OwnWeek} week */
  drawReceived(week) {
    const received = !this.part("received").hidden
    const title = this.root.dataset.title ?? ""
    this.heading.textContent = received ? week.name || this.say("received-title") : title
    if (received) this.received.draw(week, this.dayOrder, day => this.nameOf(day))
  }

  /** @param {OwnWeek} week @param {Record<string, Record<string, number>>} seconds */
  drawLong(week, seconds) {
    const all = week.sessions.flatMap(session =>
      DAYS.map(day => ({ session, day, n: Math.ceil(seconds[day][session] / 60) })),
    )
    const longest = all.reduce((a, b) => (b.n > a.n ? b : a))
    const box = this.part("long")
    box.hidden = seconds[longest.day][longest.session] <= this.data.start.limit
    box.textContent = this.say("long", {
      n: longest.n,
      day: this.nameOf(longest.day),
      session: this.data.session_names[longest.session].toLowerCase(),
    })
  }

  /** @param {string} day */
  nameOf(day) {
    return this.chart.heads[this.dayOrder.indexOf(day)].title
  }

  /** The sessions of today, or of the next day that has any; only where the site has guided sessions. @param {Shown} shown */
  drawStart({ week, today }) {
    const box = this.part("start")
    box.hidden = !customElements.get("session-start") || !week.exercises.length
    if (box.hidden) return
    const published = publishedWeek(week, this.data, this.titleOf(week))
    const buttons = sessionButtons(published, this.say, day => this.nameOf(day), this.startSession, today)
    box.replaceChildren(...buttons)
  }

  /** @param {Shown} shown */
  drawStored({ link, stored, hasOther, isFollowed }) {
    this.part("choice").dataset.link = link.split("#")[1]
    this.button("keep").hidden = stored || isFollowed // to keep another would replace the week that the reader follows
    this.button("forget").hidden = !stored || isFollowed
    this.button("open-kept").hidden = !hasOther
  }
}
