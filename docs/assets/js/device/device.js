// What is kept on this device: <past-weeks> shows it as a calendar, <kept-here> in words, <record-file> carries it
// elsewhere and back, <forget-all> deletes it. All words stand in the page.

import { fill } from "../core/format.js"
import { loadStyle } from "../core/load.js"
import { readStored } from "../core/storage.js"
import { dateOf, weeksTo } from "../progress/days.js"
import { countOn, read, written } from "../progress/record.js"
import { Follower, forget, keeps, note, progress, setText, take } from "../progress/store.js"
import { sayDate } from "../progress/week.js"

const partOf = (element, name) => element.querySelector(`[data-is="${name}"]`)

class PastWeeks extends Follower {
  async show() {
    await loadStyle("progress").catch(() => {})
    const today = dateOf(new Date())
    const { done } = progress()
    const weeks = weeksTo(today, this.dataset.first, Number(this.dataset.weeks))
    const told = JSON.stringify([today, weeks.map(week => week.map(date => countOn(done, date)))])
    if (!this.isConnected || told === this.told) return
    this.told = told
    partOf(this, "days").replaceChildren(...weeks[0].map(date => this.head(date)))
    partOf(this, "rows").replaceChildren(...weeks.map(week => this.row(week, weeks[0][0], today, done)))
    partOf(this, "calendar").hidden = false
  }

  head(date) {
    const head = document.createElement("th")
    const short = document.createElement("abbr")
    head.scope = "col"
    short.title = sayDate(date, { weekday: "long" })
    short.textContent = sayDate(date, { weekday: "short" })
    head.append(short)
    return head
  }

  row(week, start, today, done) {
    const row = document.createElement("tr")
    for (const date of week) {
      const cell = row.insertCell()
      const first = date.endsWith("-01") || date === start
      cell.className = date === today ? "is-today" : date > today ? "is-ahead" : ""
      cell.append(said("time", sayDate(date, first ? { day: "numeric", month: "short" } : { day: "numeric" })))
      cell.firstChild.dateTime = date
      const count = countOn(done, date)
      if (count)
        cell.append(
          this.marks(count),
          said("span", this.dataset[count === 1 ? "one" : "more"].replace("{n}", count), "gf-hidden"),
        )
    }
    return row
  }

  marks(count) {
    const marks = said("span", "", "gf-past__marks")
    marks.setAttribute("aria-hidden", "true")
    for (let mark = 0; mark < Math.min(count, 6); mark++) marks.append(document.createElement("i"))
    return marks
  }
}

function said(tag, text, className = "") {
  return Object.assign(document.createElement(tag), { textContent: text, className })
}

class KeptHere extends Follower {
  show() {
    const { plan, done, cues, newer } = progress()
    const say = (name, key, n) => setText(partOf(this, name), partOf(this, name).dataset[key].replace("{n}", n))
    const own = [...this.querySelectorAll("[data-plan]")].find(each => each.dataset.plan === plan)
    if (own) setText(partOf(this, "plan"), own.textContent)
    else say("plan", plan ? "other" : "none")
    const days = Object.keys(done).length
    say("ticks", ["none", "one"][days] || "more", days)
    say("cues", cues ? "some" : "none")
    say("own", readStored("own-week") ? "some" : "none")
    partOf(this, "list").hidden = false
    note(this)
    const place = partOf(this, "note")
    if (!newer && !keeps()) setText(place, place.dataset.unkept)
  }
}

class RecordFile extends HTMLElement {
  connectedCallback() {
    const part = name => partOf(this, name)
    for (const name of ["save", "open"]) part(name).hidden = false
    part("save").onclick = () => this.save()
    part("open").onclick = () => part("file").click()
    part("file").onchange = ({ target }) => {
      if (target.files[0]) this.open(target.files[0])
      target.value = "" // so that the same file can be tried again
    }
  }

  say(key, values = {}) {
    setText(partOf(this, "say"), fill(this.dataset[key], values))
  }

  save() {
    const address = URL.createObjectURL(new Blob([written(progress())], { type: "application/json" }))
    const name = this.dataset.name.replace("{date}", dateOf(new Date()))
    const link = Object.assign(document.createElement("a"), { href: address, download: name })
    this.append(link)
    link.click()
    link.remove()
    setTimeout(() => URL.revokeObjectURL(address), 60000)
  }

  async open(file) {
    const text = await new Response(file).text().catch(() => null)
    if (text === null) return this.say("unread")
    const found = read(text, dateOf(new Date()))
    const plans = [...document.querySelectorAll("kept-here [data-plan]")].map(({ dataset }) => dataset.plan)
    if (!plans.includes(found.plan)) found.plan = progress().plan // from a site that had another: ours stays
    const fault = found.fault || take(found)
    if (fault) return this.say(fault, found)
    const n = Object.keys(found.done).length
    this.say(["empty", "one"][n] || "taken", { n })
  }
}

class ForgetAll extends HTMLElement {
  connectedCallback() {
    const part = name => partOf(this, name)
    const turn = (sure, focus) => {
      part("ask").hidden = sure
      part("sure").hidden = !sure
      if (focus) part(focus).focus()
    }
    turn(false)
    part("ask").onclick = () => turn(true, "no")
    part("no").onclick = () => turn(false, "ask")
    part("yes").onclick = () => {
      const done = forget()
      turn(false, "ask")
      setText(part("say"), part("say").dataset[done ? "done" : "failed"])
    }
    this.onkeydown = ({ key }) => {
      if (key === "Escape" && part("ask").hidden) turn(false, "ask")
    }
  }
}

customElements.define("past-weeks", PastWeeks)
customElements.define("kept-here", KeptHere)
customElements.define("record-file", RecordFile)
customElements.define("forget-all", ForgetAll)
