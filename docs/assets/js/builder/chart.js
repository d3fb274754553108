// The chart of a week, in the rows and boxes of overrides/components/chart.html.

import { doseWords } from "./dose_words.js"
import { DAYS, secondsOf } from "./week.js"
import { copyOf } from "./words.js"

// How many lines of 12 points fit between a sheet's head and foot, and how many characters of a name and of the rest on
// one: a sheet on its side ("long" where it is too much) and an upright one ("tall").
const SHEETS = { long: { lines: 33, name: 50, rest: 62 }, tall: { lines: 48, name: 18, rest: 20 } }
const LEAST = 3.1 // a row is never lower than so many lines, for its picture

/** Whether the rows and the note are too much for a sheet at that size. */
function overfull(rows, note, { lines, name, rest }) {
  const heights = rows.map(row => 0.2 + Math.ceil(row.name / name) + Math.ceil(row.rest / rest))
  return heights.reduce((sum, height) => sum + Math.max(height, LEAST), Math.ceil(note / 110)) > lines
}

/** A second picture beside the first: what its parts refer to by name needs names of its own. */
function pictureOf(place) {
  const svg = place?.querySelector("svg").cloneNode(true)
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
    const roles = [
      ["table", "table"],
      ["thead, tbody, tfoot", "rowgroup"],
      ["tr", "row"],
      ["thead th", "columnheader"],
      ["tfoot th", "rowheader"],
      ["td", "cell"],
    ]
    for (const [selector, role] of roles) {
      // on a phone the rows are laid out as a grid, which hides that they are rows
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
    const drawn = week.exercises.map(entry => this.rowOf(entry, data, source, dayOrder, names))
    table.querySelector("tbody").replaceChildren(...drawn.map(({ row }) => row))
    const seconds = secondsOf(week, data)
    const minutes = dayOrder.map(day => Math.ceil(Object.values(seconds[day]).reduce((a, b) => a + b, 0) / 60))
    for (const [i, cell] of table.querySelectorAll("tfoot td").entries()) cell.textContent = minutes[i] || "–"
    const boxes = names.length > 1 ? say("boxes", { names: names.join(", ").toLowerCase() }) : ""
    const dashed = week.exercises.some(({ on, at }) => on.more.length + at.more.length) ? say("dashed") : ""
    this.part("key").textContent = [boxes, dashed, say(source ? "key" : "key-alone", { source })]
      .filter(Boolean)
      .join(" ")
    for (const [sheet, room] of Object.entries(SHEETS)) {
      this.part("scroll").parentNode.classList.toggle(`gf-chart--${sheet}`, overfull(drawn, week.note.length, room))
    }
    return { seconds, minutes }
  }

  rowOf(entry, data, source, dayOrder, names) {
    const about = data.exercises[entry.slug]
    const row = copyOf(this.row)
    const { dose, often } = doseWords(entry, about, source, this.say)
    const link = row.querySelector("a")
    link.textContent = about.name
    link.href = this.linkOf(entry.slug)
    row.querySelector(".gf-chart__dose").textContent = dose
    row.querySelector(".gf-chart__often").textContent = often
    row.querySelector(".gf-own__before").textContent = about.before || ""
    row.querySelector(".gf-chart__figure").append(pictureOf(this.picks.get(entry.slug).querySelector("div")))
    row.append(...dayOrder.map((day, i) => this.cellOf(entry, DAYS.indexOf(day), this.heads[i].title, names)))
    row.setAttribute("role", "row")
    row.querySelector("th").setAttribute("role", "rowheader")
    return { row, name: about.name.length, rest: dose.length + often.length * 0.83 } // how often is set in 10 points
  }

  linkOf(slug) {
    return this.picks.get(slug).querySelector("a").getAttribute("href")
  }

  cellOf({ on, at }, day, label, names) {
    const cell = document.createElement("td")
    const boxes = Object.assign(document.createElement("span"), { className: "gf-boxes" })
    boxes.append(
      ...names.map((session, place) => {
        const box = document.createElement("i")
        const there = on.due.concat(on.more).includes(day) && at.due.concat(at.more).includes(place)
        const kind = !there ? "none" : on.due.includes(day) && at.due.includes(place) ? "due" : "optional"
        box.className = `gf-box gf-box--${kind}`
        if (there) {
          box.setAttribute("role", "img")
          box.setAttribute("aria-label", this.say(kind === "due" ? "box" : "box-optional", { day: label, session }))
        }
        return box
      }),
    )
    cell.setAttribute("role", "cell")
    cell.append(boxes)
    return cell
  }
}
