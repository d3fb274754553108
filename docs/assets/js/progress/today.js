// <today-sessions>: the day of the reader's plan on the first page: what is due now, what is done, one tap to start.

import { loadStyle } from "../core/load.js"
import { siteUrl } from "../core/site_url.js"
import { store } from "../core/storage.js"
import { dateOf, dayOf, dueAt, nextDate, sessionsOn, weeksTo } from "./days.js"
import { countOn, doneOn } from "./record.js"
import { Follower, note, progress, setText, tick } from "./store.js"
import { sayDate, weekOf } from "./week.js"

class TodaySessions extends Follower {
  async show() {
    const { plan } = progress()
    if (!plan) return
    const [week] = await Promise.all([weekOf(plan).catch(() => null), loadStyle("progress").catch(() => {})])
    if (!this.isConnected || plan !== progress().plan) return
    const now = new Date()
    const date = dateOf(now)
    if (this.drawn !== `${plan} ${date} ${!week}`) this.draw(plan, date, week)
    this.drawn = `${plan} ${date} ${!week}`
    if (week) this.mark(plan, date, week, now.getHours() + now.getMinutes() / 60)
    note(this)
    this.classList.add("is-shown")
    const room = this.offsetHeight
    if (room !== this.room) store("room", [innerWidth, room]) // for the next visit, before its first paint
    this.room = room
  }

  /** All that stays the same until another day or another plan. */
  draw(plan, date, week) {
    const { name } = week || {}
    setText(this.part("date"), sayDate(date, { weekday: "long", day: "numeric", month: "long" }))
    setText(this.part("plan"), name || this.part("plan").dataset.own)
    this.part("plan").href = week ? siteUrl(`week/${plan}/`) : siteUrl("week/")
    setText(this.part("say"), week ? "" : this.dataset.lost)
    this.sessions = week ? sessionsOn(week, dayOf(date)) : []
    this.rows = this.sessions.map(session => this.row(plan, date, week, session))
    this.part("list").replaceChildren(...this.rows)
    this.days = week ? weeksTo(date, this.dataset.first, 1)[0].map(each => this.day(each, date, week)) : []
    this.part("week").replaceChildren(...this.days)
  }

  row(plan, date, week, session) {
    const row = this.part("row").content.firstElementChild.cloneNode(true)
    const part = name => row.querySelector(`[data-is="${name}"]`)
    const fill = text => text.replace("{n}", Math.ceil(session.minutes)).replace("{session}", session.label)
    part("session").textContent = session.label
    part("minutes").textContent = session.due ? fill(part("minutes").textContent) : part("minutes").dataset.optional
    part("done").setAttribute("aria-label", fill(part("done").getAttribute("aria-label")))
    part("done").onchange = ({ target }) => tick(date, plan, session.id, target.checked)
    part("exercises").replaceChildren(...session.slots.map(slot => this.exercise(part("exercise"), week, slot)))
    Object.assign(part("start").dataset, { plan, day: dayOf(date), session: session.id })
    const button = part("start").firstElementChild
    for (const place of [part("session"), button]) place.id += session.id
    button.setAttribute(
      "aria-labelledby",
      button.getAttribute("aria-labelledby").replace(/-(?= |$)/g, `-${session.id}`),
    )
    return row
  }

  exercise(model, week, { exercise, optional }) {
    const item = model.cloneNode(true)
    const link = item.querySelector("a")
    const { name, url } = week.exercises[exercise]
    link.textContent = name
    link.href = siteUrl(url)
    if (!optional) item.lastElementChild.remove()
    return item
  }

  /** One day of the week: its name, and an open box for each session that is due. */
  day(date, today, week) {
    const day = this.part("day").content.firstElementChild.cloneNode(true)
    day.firstElementChild.textContent = sayDate(date, { weekday: "short" })
    day.classList.toggle("is-today", date === today)
    for (const { id } of sessionsOn(week, dayOf(date)).filter(session => session.due)) {
      const box = document.createElement("i")
      box.className = "gf-box"
      box.dataset.session = id
      day.children[1].append(box)
    }
    return day
  }

  /** What changes with each tick and with the hour. */
  mark(plan, date, week, hour) {
    const { done } = progress()
    const ticked = doneOn(done, date, plan)
    const { now, next } = dueAt(this.sessions, ticked, hour)
    const offered = now || next
    this.sessions.forEach(({ id }, index) => {
      const row = this.rows[index]
      const is = { "is-done": ticked.includes(id), "is-now": !!offered && offered.id === id }
      for (const name in is) row.classList.toggle(name, is[name])
      row.querySelector("[data-is=done]").checked = is["is-done"]
      setText(row.querySelector("[data-is=when]"), is["is-now"] ? this.dataset[now ? "now" : "next"] : "")
    })
    setText(this.part("say"), offered ? "" : this.nothing(date, week, ticked))
    weeksTo(date, this.dataset.first, 1)[0].forEach((each, index) => {
      const on = doneOn(done, each, plan)
      for (const box of this.days[index].querySelectorAll(".gf-box"))
        box.classList.toggle("gf-box--done", on.includes(box.dataset.session))
      const count = countOn(done, each)
      setText(this.days[index].lastElementChild, this.dataset[count ? "some" : "none"].replace("{n}", count))
    })
  }

  /** Why no session is offered: none today, all done, or the day is over. */
  nothing(date, week, ticked) {
    const due = this.sessions.filter(session => session.due)
    if (due.length) return this.dataset[due.every(({ id }) => ticked.includes(id)) ? "done" : "over"]
    const next = nextDate(week, date)
    return this.dataset.rest.replace("{day}", next ? sayDate(next, { weekday: "long" }) : "")
  }
}

customElements.define("today-sessions", TodaySessions)
