// <plan-choice data-plan="full">: "Make this my week", and what it says once it is: what the plan has today. A week of one's
// own has the plan "-" and its link in data-link. <plan-choices> gives each section[data-plan] in it one. Both draw
// themselves from <template id="gf-choice">, where all words stand.

import { query, queryAll } from "../core/elements.js"
import { fill } from "../core/format.js"
import { loadStyle } from "../core/load.js"
import { choosePlan, Follower, setText } from "./follower.js"
import { progress } from "./store.js"
import { nameOf, todayOf } from "./today_model.js"
import { formatDate, weekOf } from "./week.js"

class PlanChoice extends Follower {
  static get observedAttributes() {
    return ["data-link"]
  }

  /** @param {string} _name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(_name, before, now) {
    if (this.firstChild && before !== now) this.show()
  }

  connectedCallback() {
    loadStyle("progress").catch(() => {})
    if (!this.firstChild) {
      this.append(query(document, "#gf-choice", HTMLTemplateElement).content.cloneNode(true))
      this.piece("choose").onclick = () => this.choose(this.dataset.plan ?? null)
      this.piece("leave").onclick = () => this.choose(null)
    }
    super.connectedCallback()
  }

  get isChosen() {
    const { plan, link } = progress()
    return plan === this.dataset.plan && (this.dataset.link === undefined || this.dataset.link === link)
  }

  /** The pressed button is hidden then: the focus goes to the one that replaces it. @param {string | null} plan */
  choose(plan) {
    choosePlan(plan, this.dataset.link)
    this.piece(plan ? "leave" : "choose").focus()
    const status = this.piece("say")
    setText(status, status.dataset[plan ? "chosen" : "left"])
    this.dispatchEvent(new CustomEvent("gf-plan:changed", { bubbles: true }))
  }

  async show() {
    const { isChosen } = this
    this.piece("choose").hidden = isChosen
    this.piece("own").hidden = !isChosen
    this.showNote()
    const today = isChosen ? await this.todayInWords().catch(() => "") : ""
    if (this.isConnected && isChosen === this.isChosen) setText(this.piece("today"), today)
  }

  /** What comes now or next, or that all is done. */
  async todayInWords() {
    const { plan = "", link } = this.dataset
    const week = await weekOf(plan)
    const today = todayOf(plan, week, new Date())
    this.dispatchEvent(new CustomEvent("gf-today:changed", { bubbles: true, detail: { ...today, link } }))
    const { offered, state, until } = today
    const { dataset } = this.piece("today")
    return fill(dataset[state], {
      session: offered && nameOf(week, offered, dataset.only),
      n: offered && Math.ceil(offered.minutes),
      day: until && formatDate(until, { weekday: "long" }),
    })
  }
}

class PlanChoices extends HTMLElement {
  connectedCallback() {
    for (const section of queryAll(this, "section[data-plan]", HTMLElement)) {
      if (section.querySelector("plan-choice")) continue
      const choice = document.createElement("plan-choice")
      choice.dataset.plan = section.dataset.plan
      section.append(choice)
    }
  }
}

customElements.define("plan-choice", PlanChoice)
customElements.define("plan-choices", PlanChoices)
