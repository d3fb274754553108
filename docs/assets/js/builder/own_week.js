// <own-week data-patterns="…/week/patterns.json">: the week builder. Without a script the page lists the plans instead.

import { WeekBuilder } from "./week_builder.js"

class OwnWeek extends HTMLElement {
  connectedCallback() {
    this.controller = new AbortController()
    const { signal } = this.controller
    if (this.builder) this.builder.listen(signal)
    else this.load(signal)
  }

  disconnectedCallback() {
    this.controller?.abort()
  }

  /** Fetches the tables and opens the week, unless the page was left by then: the address is another page's. @param {AbortSignal} signal */
  async load(signal) {
    let data
    try {
      const response = await fetch(this.dataset.patterns ?? "", { signal })
      if (!response.ok) throw new Error(response.statusText)
      data = await response.json()
    } catch {
      if (signal.aborted) return
      this.classList.remove("gf-own--received")
      this.classList.add("gf-own--failed")
      return
    }
    if (signal.aborted) return
    this.builder = new WeekBuilder(this, data)
    this.builder.listen(signal)
    this.builder.open()
  }
}

customElements.define("own-week", OwnWeek)
