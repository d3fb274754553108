// The chart of a week, in the rows and boxes of overrides/partials/gf-chart.html.

import { DAYS, secondsOf } from "./week.js";
import { doseWords } from "./dose-words.js";
import { copyOf } from "./words.js";

const LINES = 30 // so many lines of 12 points fit between the head and the foot of a sheet on its side
const LEAST = 3.1 // and a row is never lower than so many, for its picture
const CHARACTERS = 62 // about so many stand on a line

/** A second picture beside the first: what its parts refer to by name needs names of its own. */
function pictureOf(place) {
  const svg = place && place.querySelector("svg").cloneNode(true)
  if (!svg) return ""
  const html = svg.outerHTML.replace(/(\bid="|url\(#)/g, "$1own-")
  return document.importNode(new DOMParser().parseFromString(html, "text/html").querySelector("svg"), true)
}

export class WeekChart {
  constructor(place, row, picks, say) {
    Object.assign(this, { place, row, picks, say })
    this.part = name => place.querySelector(`.gf-chart__${name}`)
    this.heads = [...place.querySelectorAll("thead abbr")]
    this.note = Object.assign(document.createElement("p"), { className: "gf-chart__note" })
    this.part("scroll").before(this.note)
    const roles = [["table", "table"], ["thead, tbody, tfoot", "rowgroup"], ["tr", "row"], ["thead th", "columnheader"], ["tfoot th", "rowheader"], ["td", "cell"]]
    for (const [selector, role] of roles) { // on a phone the rows are laid out as a grid, which hides that they are rows
      for (const part of place.querySelectorAll(selector)) part.setAttribute("role", role)
    }
  }

  draw(week, data, title, source, dayOrder) {
    const { say } = this
    const table = this.part("table")
    const names = week.sessions.map(id => data.session_names[id])
    table.className = `gf-chart__table gf-chart__table--${week.sessions.length}`
    this.place.querySelector("h2").textContent = title
    this.note.textContent = week.note ? say("note", week) : ""
    this.note.hidden = !week.note
    const drawn = week.exercises.map(entry => this.rowOf(entry, week, data, source, dayOrder, names))
    table.querySelector("tbody").replaceChildren(...drawn.map(({ row }) => row))
    const seconds = secondsOf(week, data)
    const minutes = dayOrder.map(day => Math.ceil(Object.values(seconds[day]).reduce((a, b) => a + b, 0) / 60))
    table.querySelectorAll("tfoot td").forEach((cell, i) => (cell.textContent = minutes[i] || "–"))
    const boxes = names.length > 1 ? say("boxes", { names: names.join(", ").toLowerCase() }) : ""
    const dashed = week.exercises.some(({ on, at }) => on.more.length + at.more.length) ? say("dashed") : ""
    this.part("key").textContent = [boxes, dashed, say(source ? "key" : "key-alone", { source })].filter(Boolean).join(" ")
    const lines = drawn.reduce((sum, row) => sum + Math.max(row.lines, LEAST), Math.ceil(week.note.length / 110))
    this.part("scroll").parentNode.classList.toggle("gf-chart--small", lines > LINES)
    return { seconds, minutes }
  }

  rowOf(entry, week, data, source, dayOrder, names) {
    const about = data.exercises[entry.slug]
    const row = copyOf(this.row)
    const { dose, often } = doseWords(entry, about, source, this.say)
    const link = row.querySelector("a")
    link.textContent = about.name
    link.href = this.linkOf(entry.slug)
    row.querySelector(".gf-chart__dose").textContent = dose
    row.querySelector(".gf-chart__often").textContent = often
    row.querySelector(".gf-chart__figure").append(pictureOf(this.picks.get(entry.slug).querySelector("div")))
    row.append(...dayOrder.map((day, i) => this.cellOf(entry, DAYS.indexOf(day), this.heads[i].title, names)))
    row.setAttribute("role", "row")
    row.querySelector("th").setAttribute("role", "rowheader")
    return { row, lines: 1.2 + Math.ceil((dose.length + often.length * 0.83) / CHARACTERS) } // the second is set in 10 points
  }

  linkOf(slug) {
    return this.picks.get(slug).querySelector("a").getAttribute("href")
  }

  cellOf({ on, at }, day, label, names) {
    const cell = document.createElement("td")
    const boxes = Object.assign(document.createElement("span"), { className: "gf-boxes" })
    boxes.append(...names.map((session, place) => {
      const box = document.createElement("i")
      const there = on.due.concat(on.more).includes(day) && at.due.concat(at.more).includes(place)
      const kind = !there ? "none" : on.due.includes(day) && at.due.includes(place) ? "due" : "optional"
      box.className = `gf-box gf-box--${kind}`
      if (there) {
        box.setAttribute("role", "img")
        box.setAttribute("aria-label", this.say(kind === "due" ? "box" : "box-optional", { day: label, session }))
      }
      return box
    }))
    cell.setAttribute("role", "cell")
    cell.append(boxes)
    return cell
  }
}
