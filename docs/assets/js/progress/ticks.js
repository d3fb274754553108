// <week-ticks data-plan="full">: a plan's week with its ticks. A box to tick at the end of each session that has come,
// and the boxes of the chart ticked on the screen; on paper they stay empty. Only for the reader's own plan.

import { loadStyle } from "../core/load.js"
import { dateOf, dayOf, weeksTo } from "./days.js"
import { doneOn } from "./record.js"
import { Follower, progress, tick } from "./store.js"
import { sayDate } from "./week.js"

class WeekTicks extends Follower {
  show() {
    const { plan } = this.dataset
    const own = progress().plan === plan
    if (!own && !this.drawn) return // a week that is nobody's stays as it is
    if (!this.drawn) loadStyle("progress").catch(() => {})
    this.drawn = true
    const today = dateOf(new Date())
    const { done } = progress()
    for (const date of weeksTo(today, this.dataset.first, 1)[0]) {
      const ticked = own ? doneOn(done, date, plan) : []
      for (const list of this.lists(dayOf(date))) this.mark(list, date, own && date <= today, ticked)
      for (const box of this.boxes(dayOf(date))) this.fill(box, ticked.includes(box.dataset.session))
    }
  }

  get week() {
    return this.closest(".gf-week")
  }

  /** The sessions of a day: each a heading with the id "mon-morning", and the list of exercises after it. */
  lists(day) {
    const parts = [...this.week.querySelectorAll(`[data-day="${day}"] h3[id], [data-day="${day}"] ol`)]
    const headings = parts.filter(part => part.id.startsWith(`${day}-`))
    return headings.map(heading => ({
      session: heading.id.slice(day.length + 1),
      name: heading.firstChild.textContent.trim(),
      list: parts.slice(parts.indexOf(heading)).find(part => part.matches("ol")),
    }))
  }

  /** The chart's boxes of a day. Whether a session went beyond what is due is not known, so the others stay open. */
  boxes(day) {
    return this.week.querySelectorAll(`.gf-box--due[data-day="${day}"]`)
  }

  mark({ session, name, list }, date, shown, ticked) {
    let label = list.nextElementSibling
    if (!label?.matches(".gf-tick")) {
      if (!shown) return
      label = this.part("tick").content.firstElementChild.cloneNode(true)
      list.after(label)
    }
    const box = label.querySelector("input")
    const words = this.part("tick").dataset.name
    box.setAttribute("aria-label", words.replace("{session}", `${sayDate(date, { weekday: "long" })}, ${name}`))
    box.onchange = () => tick(date, this.dataset.plan, session, box.checked)
    box.checked = ticked.includes(session)
    label.hidden = !shown
  }

  fill(box, done) {
    if (!box.dataset.name) box.dataset.name = box.getAttribute("aria-label")
    box.classList.toggle("gf-box--done", done)
    box.setAttribute("aria-label", box.dataset.name + (done ? this.dataset.done : ""))
  }
}

customElements.define("week-ticks", WeekTicks)
