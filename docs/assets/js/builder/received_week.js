// A week that came by a link, as its reader sees it first: name, note, the first exercise, then a row a day, today first.

import { query } from "../core/elements.js"
import { sessionAt } from "../core/waking_hours.js"
import { doseWords } from "./dose_words.js"
import { copyOfDrawing } from "./drawing.js"
import { publishedWeek } from "./published.js"
import { DAYS } from "./week.js"
import { copyOf } from "./words.js"

/** @typedef {import("../types").OwnWeek} OwnWeek */
/** @typedef {import("../types").Patterns} Patterns */
/** @typedef {import("../types").PublishedWeek} PublishedWeek */
/** @typedef {import("../core/types").Slot} Slot */
/** @typedef {Record<"day" | "session" | "exercise", HTMLTemplateElement>} RowTemplates */

export class ReceivedWeek {
  /**
   * @param {HTMLElement} box
   * @param {RowTemplates} templates
   * @param {Map<string, HTMLElement>} picks the site's exercises, by slug, with their links and drawings
   * @param {Patterns} data
   * @param {string} source
   * @param {import("./words.js").Say} say
   */
  constructor(box, templates, picks, data, source, say) {
    this.box = box
    this.templates = templates
    this.picks = picks
    this.data = data
    this.source = source
    this.say = say
  }

  /**
   * @param {OwnWeek} week
   * @param {string[]} dayOrder
   * @param {(day: string) => string} nameOf a day's name
   */
  draw(week, dayOrder, nameOf) {
    const published = publishedWeek(week, this.data, week.name)
    const today = (new Date().getDay() + 6) % 7
    const days = [...DAYS, ...DAYS]
      .slice(today, today + 7)
      .filter(day => published.slots.some(slot => slot.day === day))
    if (!days.length) return
    const note = this.part("note")
    note.textContent = week.note ? this.say("note", week) : ""
    note.hidden = !week.note
    this.part("key").textContent = this.say(this.source ? "key" : "key-alone", { source: this.source })
    const isToday = days[0] === DAYS[today]
    this.drawFirst(week, published, days[0], isToday)
    const order = dayOrder.filter(day => days.includes(day) && !(isToday && day === days[0]))
    if (isToday) order.unshift(days[0])
    this.part("days").replaceChildren(
      ...order.map(day => this.dayOf(week, published, day, nameOf(day), isToday && day === days[0])),
    )
  }

  /** @param {string} name */
  part(name) {
    return query(this.box, `[data-received=${name}]`, HTMLElement)
  }

  /**
   * Draws the exercise that the reader would begin with on `day`: of today the first of the session that comes now.
   * @param {OwnWeek} week @param {PublishedWeek} published @param {string} day @param {boolean} isToday
   */
  drawFirst(week, published, day, isToday) {
    const ofDay = published.slots.filter(slot => slot.day === day)
    const ids = published.sessions.map(({ id }) => id).filter(id => ofDay.some(slot => slot.session === id))
    const session = isToday ? sessionAt(published, ids, new Date()) : ids[0]
    const slots = ofDay.filter(slot => slot.session === session)
    const { exercise } = slots.find(slot => !slot.optional) ?? slots[0]
    this.part("figure").replaceChildren(copyOfDrawing(this.picks.get(exercise), "first-"))
    const link = query(this.box, "[data-received=first] a", HTMLAnchorElement)
    link.textContent = this.data.exercises[exercise].name
    link.href = this.linkOf(exercise)
    this.part("dose").textContent = this.doseOf(week, exercise)
    this.part("before").textContent = this.data.exercises[exercise].before ?? ""
  }

  /**
   * A day as a row that unfolds.
   * @param {OwnWeek} week @param {PublishedWeek} published @param {string} day @param {string} name @param {boolean} isToday
   */
  dayOf(week, published, day, name, isToday) {
    const row = copyOf(this.templates.day)
    const heading = query(row, "h2", HTMLElement)
    if (!isToday) heading.textContent = ""
    heading.append(name)
    if (row instanceof HTMLDetailsElement) row.open = isToday
    row.classList.toggle("gf-day--today", isToday)
    for (const { id, label } of published.sessions) {
      const slots = published.slots.filter(slot => slot.day === day && slot.session === id)
      if (!slots.length) continue
      const minutes = published.minutes[day][id]
      const length = minutes ? this.say("minutes", { n: Math.ceil(minutes) }) : this.say("if-you-like")
      const bold = Object.assign(document.createElement("b"), { textContent: length })
      const time = document.createElement("span")
      time.append(`${label} `, bold)
      query(row, ".gf-day__times", HTMLElement).append(time, " ")
      row.append(this.sessionOf(week, slots, `${label} · ${length}`))
    }
    return row
  }

  /** @param {OwnWeek} week @param {Slot[]} slots @param {string} heading */
  sessionOf(week, slots, heading) {
    const part = copyOf(this.templates.session)
    query(part, "h3", HTMLElement).textContent = heading
    query(part, "ol", HTMLElement).append(
      ...slots.map(({ exercise, optional }) => {
        const item = copyOf(this.templates.exercise)
        const link = query(item, "a", HTMLAnchorElement)
        link.textContent = this.data.exercises[exercise].name
        link.href = this.linkOf(exercise)
        query(item, ".gf-dose", HTMLElement).textContent = this.doseOf(week, exercise)
        query(item, ".gf-optional", HTMLElement).hidden = !optional
        query(item, ".gf-received__before", HTMLElement).textContent = this.data.exercises[exercise].before ?? ""
        return item
      }),
    )
    return part
  }

  /** @param {string} slug */
  linkOf(slug) {
    return this.picks.get(slug)?.querySelector("a")?.getAttribute("href") ?? ""
  }

  /** @param {OwnWeek} week @param {string} slug */
  doseOf(week, slug) {
    const entry = week.exercises.find(chosen => chosen.slug === slug)
    return entry ? doseWords(entry, this.data.exercises[slug], this.source, this.say).dose : ""
  }
}
