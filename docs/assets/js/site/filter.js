// <exercise-filter>: the overview's filters. They apply without a reload and stand in the address, so that a choice can be
// shared and gone back to.

import { query, queryAll } from "../core/elements.js"
import { fill } from "../core/format.js"

class ExerciseFilter extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form")
    if (!form) return
    form.hidden = false
    form.onchange = () => this.choose()
    form.onsubmit = event => event.preventDefault()
    form.onreset = () => setTimeout(() => this.choose()) // the event comes before the reset
    this.read()
    this.show()
    // A phone shows the exercises first; where there is room, or a choice was made, the choices stand open.
    query(form, "details", HTMLDetailsElement).open = matchMedia("(min-width: 48em)").matches || this.chosen().size > 0
  }

  get boxes() {
    return queryAll(this, "form [type=checkbox]", HTMLInputElement)
  }

  read() {
    const address = new URLSearchParams(location.search)
    for (const box of this.boxes) box.checked = (address.get(box.name) || "").split(",").includes(box.value)
  }

  /** The chosen values by the kind of choice. */
  chosen() {
    /** @type {Map<string, string[]>} */
    const chosen = new Map()
    for (const box of this.boxes) {
      if (box.checked) chosen.set(box.name, [...(chosen.get(box.name) ?? []), box.value])
    }
    return chosen
  }

  choose() {
    if (!this.isConnected) return
    const address = new URL(location.href)
    const chosen = this.chosen()
    for (const name of new Set(this.boxes.map(box => box.name))) {
      const values = chosen.get(name)
      if (values) address.searchParams.set(name, values.join(","))
      else address.searchParams.delete(name)
    }
    history.replaceState(history.state, "", address.href.replace(/%2C/g, ","))
    this.show()
  }

  // A card fits when, of each kind of choice made, it has at least one.
  show() {
    const chosen = [...this.chosen()]
    const cards = queryAll(this, ".gf-pick-place", HTMLElement)
    for (const card of cards) {
      card.hidden = !chosen.every(([name, values]) =>
        values.some(value => (card.dataset[name] ?? "").split(" ").includes(value)),
      )
    }
    const shown = cards.filter(card => !card.hidden).length
    const status = query(this, "form [role=status]", HTMLElement)
    status.textContent = fill(status.dataset[shown ? "shown" : "none"], { shown, all: cards.length })
    query(this, "form [type=reset]", HTMLElement).hidden = !chosen.length
  }
}

customElements.define("exercise-filter", ExerciseFilter)
