// <today-sessions>: the day of the reader's plan on the first page: what is due now, what is done, one tap to start.

import { query } from "../core/elements.js"
import { fill } from "../core/format.js"
import { loadStyle } from "../core/load.js"
import { siteUrl } from "../core/site_url.js"
import { store } from "../core/storage.js"
import { dateOf, dayOf, sessionsOn, weeksTo } from "./days.js"
import { Follower, setText } from "./follower.js"
import { countOn, doneOn, OWN } from "./record.js"
import { progress } from "./store.js"
import { todayOf } from "./today_model.js"
import { dayBox, sessionRow } from "./today_rows.js"
import { formatDate, weekOf } from "./week.js"

/** @typedef {import("../types").PublishedWeek} PublishedWeek */
/** @typedef {import("./days.js").DaySession} DaySession */

class TodaySessions extends Follower {
  /** @type {DaySession[]} */
  sessions = []
  /** @type {HTMLElement[]} */
  rows = []
  /** @type {HTMLElement[]} */
  days = []

  /** @type {PublishedWeek | null | undefined} */
  drawnWeek = undefined
  /** @type {number | undefined} */
  height = undefined

  async show() {
    const { plan } = progress()
    if (!plan) return
    const [week] = await Promise.all([weekOf(plan).catch(() => null), loadStyle("progress").catch(() => {})])
    if (!this.isConnected || plan !== progress().plan) return
    const now = new Date()
    const date = dateOf(now)
    if (this.drawnWeek !== week || this.drawn !== `${plan} ${date}`) this.draw(plan, date, week)
    this.drawnWeek = week
    this.drawn = `${plan} ${date}`
    if (week) this.update(plan, week, now)
    this.showNote()
    this.classList.add("is-shown")
    const height = this.offsetHeight
    if (height !== this.height) store("room", [innerWidth, height]) // for the next visit, before its first paint
    this.height = height
  }

  /** The dates of this week. @param {string} date */
  datesOfWeek(date) {
    return weeksTo(date, this.dataset.first ?? "", 1)[0]
  }

  /** All that stays the same until another day or another plan. @param {string} plan @param {string} date @param {PublishedWeek | null} week */
  draw(plan, date, week) {
    setText(this.piece("date"), formatDate(date, { weekday: "long", day: "numeric", month: "long" }))
    const link = this.piece("plan", HTMLAnchorElement)
    setText(link, week ? week.name || this.dataset.unnamed : link.dataset.own)
    link.href = siteUrl(!week ? "week/" : plan === OWN ? "your-own-week/" : `week/${plan}/`)
    setText(this.piece("say"), week ? "" : this.dataset.lost)
    this.sessions = week ? sessionsOn(week, dayOf(date)) : []
    this.rows = week ? this.sessions.map(session => sessionRow(this, plan, date, week, session)) : []
    this.piece("list").replaceChildren(...this.rows)
    this.days = week ? this.datesOfWeek(date).map(each => dayBox(this, each, date, week)) : []
    this.piece("week").replaceChildren(...this.days)
  }

  /** What changes with each tick and with the hour. @param {string} plan @param {PublishedWeek} week @param {Date} moment */
  update(plan, week, moment) {
    const { date, done, offered, state, until } = todayOf(plan, week, moment)
    for (const [index, { id }] of this.sessions.entries()) {
      const row = this.rows[index]
      const isDone = done.includes(id)
      const isOffered = offered?.id === id
      row.classList.toggle("is-done", isDone)
      row.classList.toggle("is-now", isOffered)
      query(row, "[data-is=done]", HTMLInputElement).checked = isDone
      query(row, "[data-is=start]", HTMLElement).toggleAttribute("data-done", isDone)
      setText(query(row, "[data-is=when]", HTMLElement), this.dataset[isDone ? "sign" : isOffered ? state : ""])
    }
    const day = until ? formatDate(until, { weekday: "long" }) : ""
    setText(this.piece("say"), offered ? "" : fill(this.dataset[state], { day }))
    this.updateWeek(plan, date)
  }

  /** The boxes of the week's days. @param {string} plan @param {string} date of today */
  updateWeek(plan, date) {
    const { done } = progress()
    for (const [index, each] of this.datesOfWeek(date).entries()) {
      const day = this.days[index]
      const on = doneOn(done, each, plan)
      for (const box of day.querySelectorAll("i")) {
        box.classList.toggle("gf-box--done", on.includes(box.dataset.session ?? ""))
      }
      const count = countOn(done, each)
      if (day.lastElementChild) setText(day.lastElementChild, fill(this.dataset[count ? "some" : "none"], { n: count }))
    }
  }
}

customElements.define("today-sessions", TodaySessions)
