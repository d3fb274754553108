// <today-sessions>: the day of the reader's plan on the first page: what is due now, what is done, one tap to start.

import { query } from "../core/elements.js"
import { fill } from "../core/format.js"
import { loadStyle } from "../core/load.js"
import { siteUrl } from "../core/site_url.js"
import { store } from "../core/storage.js"
import { dateOf, dayOf, dueAt, nextDate, sessionsOn, weeksTo } from "./days.js"
import { Follower, setText } from "./follower.js"
import { countOn, doneOn } from "./record.js"
import { progress } from "./store.js"
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

  /** @type {number | undefined} */
  height = undefined

  async show() {
    const { plan } = progress()
    if (!plan) return
    const [week] = await Promise.all([weekOf(plan).catch(() => null), loadStyle("progress").catch(() => {})])
    if (!this.isConnected || plan !== progress().plan) return
    const now = new Date()
    const date = dateOf(now)
    if (this.drawn !== `${plan} ${date} ${!week}`) this.draw(plan, date, week)
    this.drawn = `${plan} ${date} ${!week}`
    if (week) this.update(plan, date, week, now.getHours() + now.getMinutes() / 60)
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
    setText(link, week?.name || link.dataset.own)
    link.href = week ? siteUrl(`week/${plan}/`) : siteUrl("week/")
    setText(this.piece("say"), week ? "" : this.dataset.lost)
    this.sessions = week ? sessionsOn(week, dayOf(date)) : []
    this.rows = week ? this.sessions.map(session => sessionRow(this, plan, date, week, session)) : []
    this.piece("list").replaceChildren(...this.rows)
    this.days = week ? this.datesOfWeek(date).map(each => dayBox(this, each, date, week)) : []
    this.piece("week").replaceChildren(...this.days)
  }

  /** What changes with each tick and with the hour. @param {string} plan @param {string} date @param {PublishedWeek} week @param {number} hour */
  update(plan, date, week, hour) {
    const { done } = progress()
    const ticked = doneOn(done, date, plan)
    const { now, next } = dueAt(this.sessions, ticked, hour)
    const offered = now || next
    for (const [index, { id }] of this.sessions.entries()) {
      const row = this.rows[index]
      const isOffered = offered?.id === id
      row.classList.toggle("is-done", ticked.includes(id))
      row.classList.toggle("is-now", isOffered)
      query(row, "[data-is=done]", HTMLInputElement).checked = ticked.includes(id)
      setText(query(row, "[data-is=when]", HTMLElement), isOffered ? this.dataset[now ? "now" : "next"] : "")
    }
    setText(this.piece("say"), offered ? "" : this.noneOffered(date, week, ticked))
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

  /** Why no session is offered: none today, all done, or the day is over. @param {string} date @param {PublishedWeek} week @param {string[]} ticked */
  noneOffered(date, week, ticked) {
    const due = this.sessions.filter(session => session.due)
    if (due.length) return this.dataset[due.every(({ id }) => ticked.includes(id)) ? "done" : "over"]
    const next = nextDate(week, date)
    return fill(this.dataset.rest, { day: next ? formatDate(next, { weekday: "long" }) : "" })
  }
}

customElements.define("today-sessions", TodaySessions)
