// The chart of a week, in the rows and boxes of overrides/components/chart.html.

import { query, queryAll } from "../core/elements.js"
import { doseWords } from "./dose_words.js"
import { copyOfDrawing } from "./drawing.js"
import { secondsOf } from "./published.js"
import { qrCode } from "./qr_code.js"
import { DAYS, sum } from "./week.js"
import { copyOf } from "./words.js"

/** @typedef {import("../types").Entry} Entry */
/** @typedef {import("../types").OwnWeek} OwnWeek */
/** @typedef {import("../types").Patterns} Patterns */
/** @typedef {{ name: number, rest: number }} RowLength the characters of a row's name and of the rest */

// How many lines of 12 points fit between a sheet's head and foot, and how many characters of a name and of the rest on
// one: a sheet on its side ("long" where it is too much) and an upright one ("tall").
const SHEETS = { long: { lines: 33, name: 50, rest: 62 }, tall: { lines: 48, name: 18, rest: 20 } }
const LEAST = 3.1 // a row is never lower than so many lines, for its picture

/**
 * Whether the rows and the note are too much for a sheet at that size.
 * @param {RowLength[]} rows @param {number} note its characters @param {typeof SHEETS.long} sheet
 */
function isOverfull(rows, note, { lines, name, rest }) {
  const heights = rows.map(row => 0.2 + Math.ceil(row.name / name) + Math.ceil(row.rest / rest))
  return heights.reduce((total, height) => total + Math.max(height, LEAST), Math.ceil(note / 110)) > lines
}

export class WeekChart {
  /**
   * @param {HTMLElement} box @param {HTMLTemplateElement} row
   * @param {Map<string, HTMLElement>} picks the exercises to choose from, by slug
   * @param {import("./words.js").Say} say
   */
  constructor(box, row, picks, say) {
    this.box = box
    this.row = row
    this.picks = picks
    this.say = say
    this.heads = queryAll(box, "thead abbr", HTMLElement)
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
      for (const part of box.querySelectorAll(selector)) part.setAttribute("role", role)
    }
  }

  /** @param {string} name */
  part(name) {
    return query(this.box, `.gf-chart__${name}`, HTMLElement)
  }

  /**
   * Returns the seconds by day and session, and the minutes of each day in `dayOrder`.
   * @param {OwnWeek} week @param {Patterns} data @param {string} title @param {string} source @param {string[]} dayOrder
   */
  draw(week, data, title, source, dayOrder) {
    const { say } = this
    const table = this.part("table")
    const names = week.sessions.map(id => data.session_names[id])
    table.dataset.sessions = String(week.sessions.length)
    query(this.box, "h2", HTMLElement).textContent = title
    this.note.textContent = week.note ? say("note", week) : ""
    this.note.hidden = !week.note
    const drawn = week.exercises.map(entry => this.rowOf(entry, data, source, dayOrder, names))
    query(table, "tbody", HTMLElement).replaceChildren(...drawn.map(({ row }) => row))
    const seconds = secondsOf(week, data)
    const minutes = dayOrder.map(day => Math.ceil(sum(Object.values(seconds[day])) / 60))
    for (const [i, cell] of table.querySelectorAll("tfoot td").entries()) cell.textContent = String(minutes[i] || "–")
    const boxes = names.length > 1 ? say("boxes", { names: names.join(", ").toLowerCase() }) : ""
    const dashed = week.exercises.some(({ on, at }) => on.more.length + at.more.length) ? say("dashed") : ""
    this.part("key").textContent = [boxes, dashed, say(source ? "key" : "key-alone", { source })]
      .filter(Boolean)
      .join(" ")
    for (const [sheet, room] of Object.entries(SHEETS)) {
      const overfull = isOverfull(drawn, week.note.length, room)
      this.part("scroll").parentElement?.classList.toggle(`gf-chart--${sheet}`, overfull)
    }
    return { seconds, minutes }
  }

  /** The QR code that opens this very week, for paper. @param {string} link its full address */
  drawCode(link) {
    this.part("qr").replaceChildren(qrCode(link) ?? "")
  }

  /** @param {Entry} entry @param {Patterns} data @param {string} source @param {string[]} dayOrder @param {string[]} names */
  rowOf(entry, data, source, dayOrder, names) {
    const about = data.exercises[entry.slug]
    const row = copyOf(this.row)
    const { dose, often } = doseWords(entry, about, source, this.say)
    const pick = this.picks.get(entry.slug)
    const link = query(row, "a", HTMLAnchorElement)
    link.textContent = about.name
    link.setAttribute("href", pick?.querySelector("a")?.getAttribute("href") ?? "")
    query(row, ".gf-chart__dose", HTMLElement).textContent = dose
    query(row, ".gf-chart__often", HTMLElement).textContent = often
    query(row, ".gf-chart__figure", HTMLElement).append(copyOfDrawing(pick, "own-"))
    row.append(...dayOrder.map((day, i) => this.cellOf(entry, DAYS.indexOf(day), this.heads[i].title, names)))
    row.setAttribute("role", "row")
    query(row, "th", HTMLElement).setAttribute("role", "rowheader")
    return { row, name: about.name.length, rest: dose.length + often.length * 0.83 } // how often is set in 10 points
  }

  /** @param {Entry} entry @param {number} day @param {string} label the day's @param {string[]} names the sessions' */
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
