// The exercises to choose from: each with a button to take it in or out, and, once in, its figures to change.

import { doseWords, figuresOf, stepped, unchanged, wasIn } from "./dose_words.js"
import { MOST } from "./link.js"
import { copyOf } from "./words.js"

export class Picks {
  /** `act(kind, slug, key, value)` hears what the reader does: "toggle", or "figure". */
  constructor(items, templates, data, source, say, act) {
    Object.assign(this, { items, templates, data, source, say, act })
    for (const [slug, item] of items) item.querySelector("[name=toggle]").onclick = () => act("toggle", slug)
  }

  draw(week) {
    for (const [slug, item] of this.items) {
      const entry = week.exercises.find(chosen => chosen.slug === slug)
      item.hidden = !this.data.exercises[slug]
      this.drawItem(item, slug, entry, week)
    }
  }

  drawItem(item, slug, entry, week) {
    const { data, say } = this
    const about = data.exercises[slug]
    if (!about) return
    const button = item.querySelector("[name=toggle]")
    button.textContent = say(entry ? "remove" : "add")
    button.setAttribute("aria-label", say(entry ? "remove-name" : "add-name", about))
    item.classList.toggle("gf-own-pick--in", Boolean(entry))
    const dose = item.querySelector(".gf-own-pick__dose")
    const words = entry && doseWords(entry, about, this.source, say)
    dose.textContent = words ? `${words.dose} · ${words.often}` : dose.dataset.dose
    const edit = item.querySelector(".gf-own-edit")
    if (edit && !entry) edit.remove()
    if (entry) this.drawFigures(edit || this.edit(item, slug, about), entry, week)
  }

  edit(item, slug, about) {
    const edit = copyOf(this.templates.edit)
    const [before, caution] = edit.querySelectorAll("p")
    before.textContent = about.before || ""
    before.hidden = !about.before
    caution.textContent = about.cautions.length ? this.say("caution", { who: about.cautions.join("; ") }) : ""
    caution.hidden = !about.cautions.length
    edit.querySelector("summary span").textContent = ` ${this.say("change-name", about)}`
    for (const key of ["seconds", "reps", "times", "days"])
      edit.querySelector("div").append(this.stepper(slug, key, about))
    if (about.limb) edit.querySelector("div").append(this.sides(slug, about))
    item.append(edit)
    return edit
  }

  stepper(slug, key, about) {
    const { say } = this
    const stepper = copyOf(this.templates.stepper)
    const figure = say(`figure-${key}`)
    const names = { figure: figure.toLowerCase(), name: about.name }
    const field = stepper.querySelector("input")
    stepper.dataset.figure = key
    stepper.setAttribute("aria-label", say("figure", { ...names, figure }))
    stepper.querySelector(".gf-stepper__name").textContent = figure
    field.setAttribute("aria-label", say("figure", { ...names, figure }))
    field.onchange = () => {
      const value = Math.round(Number(field.value))
      if (field.value && value >= 1 && value <= Number(field.max)) this.act("figure", slug, key, value)
      else field.value = field.defaultValue
    }
    for (const button of stepper.querySelectorAll("button")) {
      const by = Number(button.dataset.by)
      button.setAttribute("aria-label", say(by < 0 ? "less" : "more", names))
      button.onclick = () => {
        const value = stepped(key, Number(field.value), by)
        if (value >= 1 && value <= Number(field.max)) this.act("figure", slug, key, value)
      }
    }
    return stepper
  }

  sides(slug, about) {
    const { say } = this
    const label = copyOf(this.templates.sides)
    const select = label.querySelector("select")
    label.dataset.figure = "side"
    select.setAttribute("aria-label", say("figure", { figure: say("figure-side"), name: about.name }))
    for (const [value, words] of [
      ["e", about.sides.said],
      ["l", say("left", about)],
      ["r", say("right", about)],
    ]) {
      select.append(new Option(words, value))
    }
    select.onchange = () => this.act("figure", slug, "side", select.value)
    return label
  }

  drawFigures(edit, entry, week) {
    const about = this.data.exercises[entry.slug]
    const same = unchanged(entry, about)
    for (const { key, value, most, figure } of figuresOf(entry, week, this.data, MOST)) {
      const stepper = edit.querySelector(`[data-figure=${key}]`)
      const field = stepper.querySelector("input")
      Object.assign(field, { value, defaultValue: value, max: most })
      const [less, more] = stepper.querySelectorAll("button")
      // Told, not switched off: a button that is switched off under a finger loses the focus.
      less.setAttribute("aria-disabled", String(value <= 1))
      more.setAttribute("aria-disabled", String(value >= most))
      stepper.querySelector("small").textContent = this.was(figure, same[key])
    }
    const sides = edit.querySelector("[data-figure=side]")
    if (!sides) return
    sides.querySelector("select").value = entry.side
    sides.querySelector("small").textContent = this.was({ was: about.sides.said, stated: !about.sides.ours }, same.side)
  }

  /** "article: 10", and whether the reader has chosen otherwise. */
  was(figure, same) {
    const was = figure ? wasIn(figure, this.source, this.say) : ""
    return same ? was : this.say("your-choice", { was }).replace(/^ · /, "")
  }
}
