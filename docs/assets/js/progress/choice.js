// <plan-choice data-plan="full">: "Make this my week", and what it says once it is; <plan-choices> gives each
// section[data-plan] in it one. Both draw themselves from <template id="gf-choice">, where all words stand.

import { loadStyle } from "../core/load.js"
import { choose, Follower, note, progress, setText } from "./store.js"

class PlanChoice extends Follower {
  connectedCallback() {
    loadStyle("progress").catch(() => {})
    if (!this.firstChild) {
      this.append(document.getElementById("gf-choice").content.cloneNode(true))
      this.part("choose").onclick = () => this.turn(this.dataset.plan)
      this.part("leave").onclick = () => this.turn(null)
    }
    super.connectedCallback()
  }

  /** The button pressed is gone then: the focus goes to the one that takes its place. */
  turn(plan) {
    choose(plan)
    this.part(plan ? "leave" : "choose").focus()
    setText(this.part("say"), this.part("say").dataset[plan ? "chosen" : "left"])
  }

  show() {
    const own = progress().plan === this.dataset.plan
    this.part("choose").hidden = own
    this.part("own").hidden = !own
    note(this)
  }
}

class PlanChoices extends HTMLElement {
  connectedCallback() {
    for (const place of this.querySelectorAll("section[data-plan]")) {
      if (place.querySelector("plan-choice")) continue
      const choice = document.createElement("plan-choice")
      choice.dataset.plan = place.dataset.plan
      place.append(choice)
    }
  }
}

customElements.define("plan-choice", PlanChoice)
customElements.define("plan-choices", PlanChoices)
