// The week on a phone: today's sessions come first. Without a script all days stand in the plan's order.

import { query, queryAll } from "../core/elements.js"
import { listen } from "../core/listeners.js"

const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

class WeekDays extends HTMLElement {
  connectedCallback() {
    this.connection = new AbortController()
    this.days = queryAll(this, ".gf-day[data-day]", HTMLElement)
    this.mark()
    listen(document, "gf-day:changed", () => this.reset(), this.connection.signal)
  }

  disconnectedCallback() {
    this.connection?.abort()
  }

  /** After midnight: the days in their order, today first. */
  reset() {
    for (const day of this.days ?? []) {
      day.classList.remove("gf-day--today")
      day.parentNode?.append(day)
    }
    for (const word of this.querySelectorAll(".gf-today")) word.remove()
    this.mark()
  }

  mark() {
    const today = this.querySelector(`[data-day="${DAYS[new Date().getDay()]}"]`)
    if (!today || this.querySelector(".gf-today")) return
    const word = document.createElement("span")
    word.className = "gf-today"
    word.textContent = this.dataset.today ?? ""
    query(today, "h2", HTMLElement).prepend(word, " ")
    today.classList.add("gf-day--today")
    today.parentNode?.prepend(today)
  }
}

class PrintButton extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button")
    if (!button) return
    button.hidden = false
    button.onclick = () => window.print()
  }
}

customElements.define("week-days", WeekDays)
customElements.define("print-button", PrintButton)
