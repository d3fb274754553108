// The week on a phone: today's sessions come first. Without a script all days stand in the plan's order.

const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

class WeekDays extends HTMLElement {
  connectedCallback() {
    this.days = [...this.querySelectorAll(".gf-day[data-day]")]
    this.mark()
    document.addEventListener("gf-day:changed", this)
  }

  disconnectedCallback() {
    document.removeEventListener("gf-day:changed", this)
  }

  /** Midnight has passed. */
  handleEvent() {
    for (const day of this.days) {
      day.classList.remove("gf-day--today")
      day.parentNode.append(day)
    }
    for (const word of this.querySelectorAll(".gf-today")) word.remove()
    this.mark()
  }

  mark() {
    const today = this.querySelector(`[data-day="${DAYS[new Date().getDay()]}"]`)
    if (!today || this.querySelector(".gf-today")) return
    const word = document.createElement("span")
    word.className = "gf-today"
    word.textContent = this.dataset.today
    today.querySelector("h2").prepend(word, " ")
    today.classList.add("gf-day--today")
    today.parentNode.prepend(today)
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
