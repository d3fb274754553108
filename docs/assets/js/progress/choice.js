// <plan-choice data-plan="full">: "Make this my week", and what it says once it is; <plan-choices> gives each
// section[data-plan] in it one. Both draw themselves from <template id="gf-choice">, where all words stand.

import { query, queryAll } from "../core/elements.js"
import { loadStyle } from "../core/load.js"
import { choosePlan, Follower, setText } from "./follower.js"
import { progress } from "./store.js"

class PlanChoice extends Follower {
  connectedCallback() {
    loadStyle("progress").catch(() => {})
    if (!this.firstChild) {
      this.append(query(document, "#gf-choice", HTMLTemplateElement).content.cloneNode(true))
      this.piece("choose").onclick = () => this.choose(this.dataset.plan ?? null)
      this.piece("leave").onclick = () => this.choose(null)
    }
    super.connectedCallback()
  }

  /** The pressed button is hidden then: the focus goes to the one that replaces it. @param {string | null} plan */
  choose(plan) {
    choosePlan(plan)
    this.piece(plan ? "leave" : "choose").focus()
    const status = this.piece("say")
    setText(status, status.dataset[plan ? "chosen" : "left"])
  }

  show() {
    const own = progress().plan === this.dataset.plan
    this.piece("choose").hidden = own
    this.piece("own").hidden = !own
    this.showNote()
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
