// <forget-all>: deletes all that this site has stored in this browser, after asking once.

import { partOf, setText, showAll } from "../progress/follower.js"
import { deleteStored } from "./stored.js"

class DeleteAll extends HTMLElement {
  connectedCallback() {
    this.setAsking(false)
    partOf(this, "ask").onclick = () => this.setAsking(true, "no")
    partOf(this, "no").onclick = () => this.setAsking(false, "ask")
    partOf(this, "yes").onclick = () => this.delete()
    /** @param {KeyboardEvent} event */
    this.onkeydown = ({ key }) => {
      if (key === "Escape" && partOf(this, "ask").hidden) this.setAsking(false, "ask")
    }
  }

  /** @param {boolean} asking @param {string} [focus] the part that gets the focus */
  setAsking(asking, focus) {
    partOf(this, "ask").hidden = asking
    partOf(this, "sure").hidden = !asking
    if (focus) partOf(this, focus).focus()
  }

  delete() {
    const deleted = deleteStored()
    showAll()
    this.setAsking(false, "ask")
    const status = partOf(this, "say")
    setText(status, status.dataset[deleted ? "done" : "failed"])
  }
}

customElements.define("forget-all", DeleteAll)
