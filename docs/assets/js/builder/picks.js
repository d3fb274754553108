// The exercises to choose from: each with a button to add or remove it and, once it is in the week, its dose to change.

import { query, queryAll } from "../core/elements.js"
import { doseWords, replacedIn, sidesOf, stepped, unchanged, valuesOf } from "./dose_words.js"
import { MOST } from "./link.js"
import { copyOf } from "./words.js"

/** @typedef {import("../types").Entry} Entry */
/** @typedef {import("../types").EntrySides} EntrySides */
/** @typedef {import("../types").OwnWeek} OwnWeek */
/** @typedef {import("../types").SiteExercise} SiteExercise */
/** @typedef {import("./dose_words.js").ValueKey} ValueKey */

/**
 * What the reader can do to an exercise.
 * @typedef {object} PickActions
 * @property {(slug: string) => void} toggle
 * @property {(slug: string, key: ValueKey, value: number) => void} setValue
 * @property {(slug: string, sides: EntrySides) => void} setSides
 */

/** @type {ValueKey[]} */
const KEYS = ["seconds", "reps", "times", "days"]

export class Picks {
  /**
   * @param {Map<string, HTMLElement>} items by slug
   * @param {{ edit: HTMLTemplateElement, stepper: HTMLTemplateElement, sides: HTMLTemplateElement }} templates
   * @param {import("../types").Patterns} data
   * @param {string} source
   * @param {import("./words.js").Say} say
   * @param {PickActions} actions
   */
  constructor(items, templates, data, source, say, actions) {
    this.items = items
    this.templates = templates
    this.data = data
    this.source = source
    this.say = say
    this.actions = actions
    for (const [slug, item] of items)
      query(item, "[name=toggle]", HTMLButtonElement).onclick = () => actions.toggle(slug)
  }

  /** @param {OwnWeek} week */
  draw(week) {
    for (const [slug, item] of this.items) {
      const entry = week.exercises.find(chosen => chosen.slug === slug)
      const about = this.data.exercises[slug]
      item.hidden = !about
      if (about) this.drawItem(item, slug, about, entry, week)
    }
  }

  /** @param {HTMLElement} item @param {string} slug @param {SiteExercise} about @param {Entry | undefined} entry @param {OwnWeek} week */
  drawItem(item, slug, about, entry, week) {
    const { say } = this
    const button = query(item, "[name=toggle]", HTMLButtonElement)
    button.textContent = say(entry ? "remove" : "add")
    button.setAttribute("aria-label", say(entry ? "remove-name" : "add-name", about))
    item.classList.toggle("gf-own-pick--in", Boolean(entry))
    const dose = query(item, ".gf-own-pick__dose", HTMLElement)
    const words = entry && doseWords(entry, about, this.source, say)
    dose.textContent = words ? `${words.dose} · ${words.often}` : (dose.dataset.dose ?? "")
    const edit = item.querySelector(".gf-own-edit")
    if (edit && !entry) edit.remove()
    if (entry) this.drawValues(edit || this.edit(item, slug, about), entry, week)
  }

  /** @param {HTMLElement} item @param {string} slug @param {SiteExercise} about */
  edit(item, slug, about) {
    const edit = copyOf(this.templates.edit)
    const [before, caution] = queryAll(edit, "p", HTMLElement)
    before.textContent = about.before || ""
    before.hidden = !about.before
    caution.textContent = about.cautions.length ? this.say("caution", { who: about.cautions.join("; ") }) : ""
    caution.hidden = !about.cautions.length
    query(edit, "summary span", HTMLElement).textContent = ` ${this.say("change-name", about)}`
    const values = query(edit, "div", HTMLElement)
    values.append(...KEYS.map(key => this.stepper(slug, key, about)))
    if (about.limb) values.append(this.sides(slug, about))
    item.append(edit)
    return edit
  }

  /** @param {string} slug @param {ValueKey} key @param {SiteExercise} about */
  stepper(slug, key, about) {
    const { say } = this
    const stepper = copyOf(this.templates.stepper)
    const figure = say(`figure-${key}`)
    const names = { figure: figure.toLowerCase(), name: about.name }
    const field = query(stepper, "input", HTMLInputElement)
    stepper.dataset.figure = key
    stepper.setAttribute("aria-label", say("figure", { ...names, figure }))
    query(stepper, ".gf-stepper__name", HTMLElement).textContent = figure
    field.setAttribute("aria-label", say("figure", { ...names, figure }))
    /** @param {number} value */
    const isAllowed = value => value >= 1 && value <= Number(field.max)
    field.onchange = () => {
      const value = Math.round(Number(field.value))
      if (field.value && isAllowed(value)) this.actions.setValue(slug, key, value)
      else field.value = field.defaultValue
    }
    for (const button of queryAll(stepper, "button", HTMLButtonElement)) {
      const by = Number(button.dataset.by)
      button.setAttribute("aria-label", say(by < 0 ? "less" : "more", names))
      button.onclick = () => {
        const value = stepped(key, Number(field.value), by)
        if (isAllowed(value)) this.actions.setValue(slug, key, value)
      }
    }
    return stepper
  }

  /** @param {string} slug @param {SiteExercise} about */
  sides(slug, about) {
    const { say } = this
    const label = copyOf(this.templates.sides)
    const select = query(label, "select", HTMLSelectElement)
    label.dataset.figure = "side"
    select.setAttribute("aria-label", say("figure", { figure: say("figure-side"), name: about.name }))
    select.append(
      new Option(about.sides?.said, "e"),
      new Option(say("left", about), "l"),
      new Option(say("right", about), "r"),
    )
    select.onchange = () => this.actions.setSides(slug, /** @type {EntrySides} */ (select.value))
    return label
  }

  /** @param {Element} edit @param {Entry} entry @param {OwnWeek} week */
  drawValues(edit, entry, week) {
    const about = this.data.exercises[entry.slug]
    const same = unchanged(entry, about)
    for (const { key, value, most, site } of valuesOf(entry, week, this.data, MOST)) {
      const stepper = query(edit, `[data-figure=${key}]`, HTMLElement)
      Object.assign(query(stepper, "input", HTMLInputElement), { value, defaultValue: value, max: most })
      const [less, more] = stepper.querySelectorAll("button")
      // Not disabled: a button that is disabled under a finger loses the focus.
      less.setAttribute("aria-disabled", String(value <= 1))
      more.setAttribute("aria-disabled", String(value >= most))
      query(stepper, "small", HTMLElement).textContent = this.siteValueIn(site, same[key])
    }
    const sides = edit.querySelector("[data-figure=side]")
    if (!sides) return
    query(sides, "select", HTMLSelectElement).value = entry.side
    query(sides, "small", HTMLElement).textContent = this.siteValueIn(sidesOf(about), same.side)
  }

  /**
   * "article: 10", and whether the reader has chosen otherwise.
   * @param {Parameters<typeof replacedIn>[0] | null} site @param {boolean} same
   */
  siteValueIn(site, same) {
    const was = site ? replacedIn(site, this.source, this.say) : ""
    return same ? was : this.say("your-choice", { was }).replace(/^ · /, "")
  }
}
