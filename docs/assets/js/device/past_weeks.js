// <past-weeks data-first="mon" data-weeks="6">: the last weeks as a calendar, with a mark for each session done.

import { fill } from "../core/format.js"
import { loadStyle } from "../core/load.js"
import { dateOf, weeksTo } from "../progress/days.js"
import { Follower } from "../progress/follower.js"
import { countOn } from "../progress/record.js"
import { progress } from "../progress/store.js"
import { formatDate } from "../progress/week.js"

/** @typedef {import("../types").DoneRecord} DoneRecord */

class PastWeeks extends Follower {
  /** What is shown, to draw only where that changes. */
  content = ""

  async show() {
    await loadStyle("progress").catch(() => {})
    if (!this.isConnected) return
    const today = dateOf(new Date())
    const { done } = progress()
    const weeks = weeksTo(today, this.dataset.first ?? "", Number(this.dataset.weeks))
    const content = JSON.stringify([today, weeks.map(week => week.map(date => countOn(done, date)))])
    if (content === this.content) return
    this.content = content
    this.piece("days").replaceChildren(...weeks[0].map(date => columnHead(date)))
    this.piece("rows").replaceChildren(...weeks.map(week => this.row(week, weeks[0][0], today, done)))
    this.piece("calendar").hidden = false
  }

  /** @param {string[]} week @param {string} start the first date shown @param {string} today @param {DoneRecord} done */
  row(week, start, today, done) {
    const row = document.createElement("tr")
    for (const date of week) {
      const cell = row.insertCell()
      const withMonth = date.endsWith("-01") || date === start
      const text = formatDate(date, withMonth ? { day: "numeric", month: "short" } : { day: "numeric" })
      cell.className = date === today ? "is-today" : date > today ? "is-ahead" : ""
      cell.append(Object.assign(document.createElement("time"), { textContent: text, dateTime: date }))
      const count = countOn(done, date)
      if (count) cell.append(marks(count), this.countInWords(count))
    }
    return row
  }

  /** For screen readers. @param {number} count */
  countInWords(count) {
    const text = fill(this.dataset[count === 1 ? "one" : "more"], { n: count })
    return Object.assign(document.createElement("span"), { textContent: text, className: "gf-hidden" })
  }
}

/** @param {string} date */
function columnHead(date) {
  const head = document.createElement("th")
  const short = document.createElement("abbr")
  head.scope = "col"
  short.title = formatDate(date, { weekday: "long" })
  short.textContent = formatDate(date, { weekday: "short" })
  head.append(short)
  return head
}

/** @param {number} count */
function marks(count) {
  const box = Object.assign(document.createElement("span"), { className: "gf-past__marks" })
  box.setAttribute("aria-hidden", "true")
  for (let mark = 0; mark < Math.min(count, 6); mark++) box.append(document.createElement("i"))
  return box
}

customElements.define("past-weeks", PastWeeks)
