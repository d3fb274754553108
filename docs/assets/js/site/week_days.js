// <week-days data-today="Today">: a plan's days, each a fold. The inline script beside it (components/today/first.html)
// puts today first and unfolds it before the first paint; here is what can wait: the word, links to a day, and midnight.

import { listen } from "../core/listeners.js"

class WeekDays extends HTMLElement {
  connectedCallback() {
    this.connection = new AbortController()
    const { signal } = this.connection
    this.showWord()
    this.openTarget()
    listen(document, "gf-day:changed", () => this.changeDay(), signal)
    listen(window, "hashchange", () => this.openTarget(), signal)
  }

  disconnectedCallback() {
    this.connection?.abort()
  }

  /** The word "Today" before the day's name. */
  showWord() {
    const heading = this.querySelector(".gf-day--today h2")
    if (!heading || heading.querySelector(".gf-today")) return
    const word = Object.assign(document.createElement("span"), {
      className: "gf-today",
      textContent: this.dataset.today,
    })
    heading.prepend(word, " ")
  }

  /** Unfolds the day and the session that the address names. */
  openTarget() {
    const target = location.hash && document.getElementById(location.hash.slice(1))
    if (!target || !this.contains(target)) return
    for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
      fold.open = true
    target.scrollIntoView()
  }

  /** Midnight has passed: the inline script runs again, as it does when instant navigation brings the page. */
  changeDay() {
    const before = this.querySelector(".gf-day--today")
    if (before instanceof HTMLDetailsElement) {
      before.open = false
      before.classList.remove("gf-day--today")
      before.querySelector(".gf-today")?.remove()
    }
    const script = this.parentElement?.querySelector("script[data-today-first]")
    const copy = document.createElement("script")
    copy.dataset.todayFirst = ""
    copy.textContent = script?.textContent ?? ""
    script?.replaceWith(copy)
    this.showWord()
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
