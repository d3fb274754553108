// <week-ticks data-plan="full">: a plan's week with its ticks. A box to tick at the end of each session that has come,
// and the boxes of the chart ticked on the screen; on paper they stay empty. Only for the reader's own plan.

import { query, queryAll } from "../core/elements.js"
import { fill } from "../core/format.js"
import { loadStyle } from "../core/load.js"
import { dateOf, dayOf, weeksTo } from "./days.js"
import { Follower, tick } from "./follower.js"
import { doneOn } from "./record.js"
import { progress } from "./store.js"
import { todayOf } from "./today_model.js"
import { formatDate, weekOf } from "./week.js"

/** @typedef {{ session: string, name: string, list: Element | undefined }} SessionList */

class WeekTicks extends Follower {
  show() {
    const { plan = "", first = "" } = this.dataset
    const own = progress().plan === plan
    if (!own && !this.drawn) return // not the reader's week: it stays as it is
    if (!this.drawn) loadStyle("progress").catch(() => {})
    if (own && !this.drawn) this.unfoldOffered(plan)
    this.drawn = true
    const today = dateOf(new Date())
    const { done } = progress()
    for (const date of weeksTo(today, first, 1)[0]) {
      const ticked = own ? doneOn(done, date, plan) : []
      for (const list of this.lists(dayOf(date))) this.drawTick(list, date, own && date <= today, ticked)
      for (const box of this.boxes(dayOf(date))) this.fillBox(box, ticked.includes(box.dataset.session ?? ""))
    }
  }

  /** Unfolds the session of today that comes now, where it is an earlier one that was missed. @param {string} plan */
  async unfoldOffered(plan) {
    const week = await weekOf(plan).catch(() => null)
    const today = week && todayOf(plan, week, new Date())
    if (today?.state !== "now") return
    for (const { id } of today.sessions) {
      const fold = this.week.querySelector(`#${dayOf(today.date)}-${id}`)?.closest("details")
      if (fold) fold.open = id === today.offered?.id
    }
  }

  /** @returns {Element} */
  get week() {
    return this.closest(".gf-week") ?? this
  }

  /** The sessions of a day: each a heading with the id "mon-morning", and the list of exercises after it. @param {string} day */
  lists(day) {
    const parts = [...this.week.querySelectorAll(`[data-day="${day}"] h3[id], [data-day="${day}"] ol`)]
    const headings = parts.filter(part => part.id.startsWith(`${day}-`))
    return headings.map(heading => ({
      session: heading.id.slice(day.length + 1),
      name: (heading.firstChild?.textContent ?? "").trim(),
      list: parts.slice(parts.indexOf(heading)).find(part => part.matches("ol")),
    }))
  }

  /** The chart's boxes of a day. Whether a session went beyond what is due is not known, so the others stay open. @param {string} day */
  boxes(day) {
    return queryAll(this.week, `.gf-box--due[data-day="${day}"]`, HTMLElement)
  }

  /** @param {SessionList} session @param {string} date @param {boolean} shown @param {string[]} ticked */
  drawTick({ session, name, list }, date, shown, ticked) {
    const next = list?.nextElementSibling
    let label = next instanceof HTMLElement && next.matches(".gf-tick") ? next : null
    if (!label) {
      if (!shown || !list) return
      const template = this.piece("tick", HTMLTemplateElement)
      label = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true))
      list.after(label)
    }
    const box = query(label, "input", HTMLInputElement)
    const words = this.piece("tick").dataset.name
    box.setAttribute("aria-label", fill(words, { session: `${formatDate(date, { weekday: "long" })}, ${name}` }))
    box.onchange = () => tick([date, this.dataset.plan ?? "", session], box.checked)
    box.checked = ticked.includes(session)
    label.hidden = !shown
    this.markDone(query(this.week, `#${dayOf(date)}-${session}`, HTMLElement), box.checked)
  }

  /** "Done ✓" beside a session's name, and its button offers to do it again. @param {Element} heading @param {boolean} done */
  markDone(heading, done) {
    heading.closest(".gf-day__session")?.querySelector("session-start")?.toggleAttribute("data-done", done)
    const sign = heading.parentElement?.querySelector(".gf-day__done")
    if (sign && !done) sign.remove()
    if (sign || !done) return
    const word = document.createElement("span")
    word.className = "gf-day__done"
    word.textContent = this.piece("tick").dataset.sign ?? ""
    heading.after(word)
  }

  /** @param {HTMLElement} box @param {boolean} done */
  fillBox(box, done) {
    if (!box.dataset.name) box.dataset.name = box.getAttribute("aria-label") ?? ""
    box.classList.toggle("gf-box--done", done)
    box.setAttribute("aria-label", box.dataset.name + (done ? this.dataset.done : ""))
  }
}

customElements.define("week-ticks", WeekTicks)
