// The overview's filters: chosen without a reload and kept in the address, so that a choice can be shared and gone back to.

class ExerciseFilter extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form")
    if (!this.form) return
    this.cards = [...this.querySelectorAll(".gf-pick-place")]
    this.status = this.form.querySelector("[role=status]")
    this.all = this.form.querySelector("[type=reset]")
    this.form.hidden = false
    this.form.onchange = () => this.choose()
    this.form.onsubmit = event => event.preventDefault()
    this.form.onreset = () => setTimeout(() => this.choose())
    this.read()
    this.show()
    // A phone shows the exercises first; where there is room, or a choice was made, the choices stand open.
    this.form.querySelector("details").open = matchMedia("(min-width: 48em)").matches || this.chosen().size > 0
  }

  boxes() {
    return [...this.form.querySelectorAll("[type=checkbox]")]
  }

  read() {
    const address = new URLSearchParams(location.search)
    for (const box of this.boxes()) box.checked = (address.get(box.name) || "").split(",").includes(box.value)
  }

  chosen() {
    const chosen = new Map()
    for (const box of this.boxes()) {
      if (box.checked) chosen.set(box.name, [...(chosen.get(box.name) || []), box.value])
    }
    return chosen
  }

  choose() {
    const address = new URL(location.href)
    const chosen = this.chosen()
    for (const name of new Set(this.boxes().map(box => box.name))) {
      if (chosen.has(name)) address.searchParams.set(name, chosen.get(name).join(","))
      else address.searchParams.delete(name)
    }
    history.replaceState(history.state, "", address.href.replace(/%2C/g, ","))
    this.show()
  }

  // A card fits when, of each kind of choice made, it has at least one.
  show() {
    const chosen = [...this.chosen()]
    let shown = 0
    for (const card of this.cards) {
      const fits = chosen.every(([name, values]) => values.some(value => card.dataset[name].split(" ").includes(value)))
      card.hidden = !fits
      shown += fits
    }
    const words = shown ? this.status.dataset.shown : this.status.dataset.none
    this.status.textContent = words.replace("{shown}", shown).replace("{all}", this.cards.length)
    this.all.hidden = !chosen.length
  }
}

customElements.define("exercise-filter", ExerciseFilter)
