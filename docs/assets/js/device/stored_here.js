// <kept-here>: what this browser stores, in words.

import { queryAll } from "../core/elements.js"
import { fill } from "../core/format.js"
import { Follower, setText } from "../progress/follower.js"
import { ownNameOf } from "../progress/own_plan.js"
import { OWN } from "../progress/record.js"
import { progress } from "../progress/store.js"
import { canStore } from "./stored.js"

class StoredHere extends Follower {
  show() {
    const { plan, link, done, cues, newer } = progress()
    const known = queryAll(this, "[data-plan]", HTMLElement).find(each => each.dataset.plan === plan)
    if (known) setText(this.piece("plan"), known.textContent ?? "")
    else this.say("plan", plan === OWN && link ? "own" : plan ? "other" : "none")
    const days = Object.keys(done).length
    this.say("ticks", ["none", "one"][days] || "more", days)
    this.say("cues", cues ? "some" : "none")
    this.showOwnWeek(link)
    this.piece("list").hidden = false
    this.showNote()
    const note = this.piece("note")
    if (!newer && !canStore()) setText(note, note.dataset.unkept)
  }

  /** Whether a week of the reader's own is stored, and its name where it has one. @param {string | null} link */
  async showOwnWeek(link) {
    const name = link && (await ownNameOf(link).catch(() => ""))
    if (link !== progress().link) return
    if (name) setText(this.piece("own"), name)
    else this.say("own", link ? "some" : "none")
  }

  /** @param {string} name of a part @param {string} key of its words @param {number} n */
  say(name, key, n = 0) {
    const part = this.piece(name)
    setText(part, fill(part.dataset[key], { n }))
  }
}

customElements.define("kept-here", StoredHere)
