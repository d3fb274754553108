// <exercise-filter>: the overview's filters. They apply without a reload and stand in the address, so that a choice can be
// shared and gone back to. On a phone they are a sheet over the page.

import { query, queryAll } from "../core/elements.js"
import { makeBackgroundInert, wrapFocus } from "../core/focus_trap.js"
import { fill } from "../core/format.js"
import { listen } from "../core/listeners.js"
import { chosenValues, fits, isPossible } from "./choices.js"

class ExerciseFilter extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form")
    if (!form) return
    this.connection = new AbortController()
    const { signal } = this.connection
    form.hidden = false
    listen(form, "change", () => this.choose(), signal)
    listen(form, "submit", event => event.preventDefault(), signal)
    listen(form, "reset", () => setTimeout(() => this.choose()), signal) // the event comes before the reset
    this.sheet(signal)
    this.read()
    this.show()
  }

  disconnectedCallback() {
    this.connection?.abort()
    this.uncover?.()
  }

  get boxes() {
    return queryAll(this, "form [type=checkbox]", HTMLInputElement)
  }

  /** Where there is room the choices stand open on the page. @param {AbortSignal} signal */
  sheet(signal) {
    const details = query(this, "details", HTMLDetailsElement)
    const phone = matchMedia("(max-width: 47.99em)")
    const close = () => {
      details.open = false
      query(details, "summary", HTMLElement).focus()
    }
    const fit = () => {
      details.open = !phone.matches
    }
    const cover = () => {
      this.uncover?.()
      this.uncover = details.open && phone.matches ? makeBackgroundInert(details) : undefined
    }
    const press = (/** @type {Event} */ event) => {
      if (!(event instanceof KeyboardEvent) || !this.uncover) return
      if (event.key === "Escape") close()
      if (event.key === "Tab") wrapFocus(details, event)
    }
    listen(phone, "change", fit, signal)
    listen(details, "toggle", cover, signal)
    listen(details, "keydown", press, signal)
    listen(query(details, "[name=show]", HTMLButtonElement), "click", close, signal)
    fit()
  }

  read() {
    const address = new URLSearchParams(location.search)
    for (const box of this.boxes) box.checked = (address.get(box.name) || "").split(",").includes(box.value)
  }

  choose() {
    if (!this.isConnected) return
    const address = new URL(location.href)
    const chosen = chosenValues(this.boxes)
    for (const name of new Set(this.boxes.map(box => box.name))) {
      const values = chosen.get(name)
      if (values) address.searchParams.set(name, values.join(","))
      else address.searchParams.delete(name)
    }
    history.replaceState(history.state, "", address.href.replace(/%2C/g, ","))
    this.show()
  }

  show() {
    const chosen = chosenValues(this.boxes)
    const places = queryAll(this, ".gf-pick-place", HTMLElement)
    const cards = places.map(place => ({ ...place.dataset }))
    for (const place of places) place.hidden = !fits(place.dataset, chosen)
    for (const box of this.boxes) box.disabled = !box.checked && !isPossible(box, cards, chosen)
    const shown = places.filter(place => !place.hidden).length
    for (const words of queryAll(this, "form [data-shown]", HTMLElement))
      words.textContent = fill(words.dataset[shown ? (shown === 1 && words.dataset.one ? "one" : "shown") : "none"], {
        shown,
        all: places.length,
      })
    for (const reset of queryAll(this, "form [type=reset]", HTMLElement)) reset.hidden = !chosen.size
  }
}

customElements.define("exercise-filter", ExerciseFilter)
