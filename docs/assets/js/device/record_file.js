// <record-file>: saves the record as a file and adds what such a file holds.

import { queryAll } from "../core/elements.js"
import { fill } from "../core/format.js"
import { dateOf } from "../progress/days.js"
import { partOf, setText, showAll } from "../progress/follower.js"
import { OWN, read, written } from "../progress/record.js"
import { progress } from "../progress/store.js"
import { addRecord } from "./stored.js"

class RecordFile extends HTMLElement {
  connectedCallback() {
    for (const name of ["save", "open"]) partOf(this, name).hidden = false
    const field = partOf(this, "file", HTMLInputElement)
    partOf(this, "save").onclick = () => this.save()
    partOf(this, "open").onclick = () => field.click()
    field.onchange = () => {
      if (field.files?.[0]) this.open(field.files[0])
      field.value = "" // so that the same file can be tried again
    }
  }

  /** @param {string} key @param {Record<string, unknown>} values */
  say(key, values = {}) {
    setText(partOf(this, "say"), fill(this.dataset[key], values))
  }

  save() {
    const address = URL.createObjectURL(new Blob([written(progress())], { type: "application/json" }))
    const name = fill(this.dataset.name, { date: dateOf(new Date()) })
    const link = Object.assign(document.createElement("a"), { href: address, download: name })
    this.append(link)
    link.click()
    link.remove()
    setTimeout(() => URL.revokeObjectURL(address), 60000)
    this.say("saved", { name })
  }

  /** @param {File} file */
  async open(file) {
    const text = await new Response(file).text().catch(() => null)
    if (!this.isConnected) return
    if (text === null) return this.say("unread")
    const found = read(text, dateOf(new Date()))
    if (found.fault !== undefined) return this.say(found.fault, found)
    const plans = queryAll(document, "kept-here [data-plan]", HTMLElement).map(({ dataset }) => dataset.plan)
    const isKnown = found.plan === OWN ? found.link : plans.includes(found.plan ?? undefined)
    const plan = isKnown ? found.plan : progress().plan // unknown to this site: not taken
    const fault = addRecord({ ...found, plan })
    showAll()
    if (fault) return this.say(fault)
    const n = Object.keys(found.done).length
    this.say(["empty", "one"][n] || "taken", { n })
  }
}

customElements.define("record-file", RecordFile)
