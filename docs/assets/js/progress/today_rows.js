// What <today-sessions> copies from its templates: a row for each session of the day, a box for each day of the week.

import { query } from "../core/elements.js"
import { fill } from "../core/format.js"
import { siteUrl } from "../core/site_url.js"
import { dayOf, sessionsOn } from "./days.js"
import { partOf, tick } from "./follower.js"
import { OWN } from "./record.js"
import { progress } from "./store.js"
import { nameOf } from "./today_model.js"
import { formatDate } from "./week.js"

/** @typedef {import("../types").PublishedWeek} PublishedWeek */

/** Imported, so that its custom elements are ready at once. @param {HTMLElement} element @param {string} name of a <template> in it */
function copyOfPart(element, name) {
  const template = partOf(element, name, HTMLTemplateElement)
  return query(document.importNode(template.content, true), "*", HTMLElement)
}

/** @param {HTMLElement} element @param {string} plan @param {string} date @param {PublishedWeek} week @param {import("./days.js").DaySession} session */
export function sessionRow(element, plan, date, week, session) {
  const row = copyOfPart(element, "row")
  const name = nameOf(week, session, element.dataset.only)
  const values = { n: Math.ceil(session.minutes), session: name }
  const minutes = partOf(row, "minutes")
  const done = partOf(row, "done", HTMLInputElement)
  const start = partOf(row, "start")
  partOf(row, "session").textContent = name
  minutes.textContent = session.due ? fill(minutes.textContent ?? "", values) : (minutes.dataset.optional ?? "")
  done.setAttribute("aria-label", fill(done.getAttribute("aria-label") ?? "", values))
  done.onchange = () => tick([date, plan, session.id], done.checked)
  const model = partOf(row, "exercise")
  partOf(row, "exercises").replaceChildren(...session.slots.map(slot => exerciseItem(model, week, slot)))
  const at = { day: dayOf(date), session: session.id }
  const { link } = progress()
  if (plan === OWN) Object.assign(start, { planned: { plan: null, link, week, ...at } })
  Object.assign(start.dataset, { plan: plan === OWN ? link : plan, ...at })
  const button = query(start, ":scope > :first-child", HTMLElement)
  for (const labelled of [partOf(row, "session"), button]) labelled.id += session.id
  const labels = button.getAttribute("aria-labelledby") ?? ""
  button.setAttribute("aria-labelledby", labels.replace(/-(?= |$)/g, `-${session.id}`))
  return row
}

/** @param {HTMLElement} model @param {PublishedWeek} week @param {import("../core/types").Slot} slot */
function exerciseItem(model, week, { exercise, optional }) {
  const item = /** @type {HTMLElement} */ (model.cloneNode(true))
  const link = query(item, "a", HTMLAnchorElement)
  const { name, url } = week.exercises[exercise]
  link.textContent = name
  link.href = siteUrl(url)
  if (!optional) item.lastElementChild?.remove()
  return item
}

/** One day of the week: its name, and an open box for each session that is due. @param {HTMLElement} element @param {string} date @param {string} today @param {PublishedWeek} week */
export function dayBox(element, date, today, week) {
  const day = copyOfPart(element, "day")
  const [name, boxes] = day.children
  name.textContent = formatDate(date, { weekday: "short" })
  day.classList.toggle("is-today", date === today)
  for (const { id } of sessionsOn(week, dayOf(date)).filter(session => session.due)) {
    const box = document.createElement("i")
    box.className = "gf-box"
    box.dataset.session = id
    boxes.append(box)
  }
  return day
}
