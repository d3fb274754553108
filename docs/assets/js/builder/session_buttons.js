// Buttons that start the guided sessions of a reader's own week.

import { DAYS } from "./week.js"

/**
 * The day and its buttons: today, or the next day that has any session.
 * @param {import("../types").PublishedWeek} week
 * @param {import("./words.js").Say} say
 * @param {(day: string) => string} nameOf a day's name
 * @param {(day: string, session: string) => void} start
 */
export function sessionButtons(week, say, nameOf, start) {
  const today = (new Date().getDay() + 6) % 7
  const day = [...DAYS, ...DAYS].slice(today, today + 7).find(id => Object.values(week.minutes[id]).some(Boolean))
  if (!day) return []
  return week.sessions
    .filter(({ id }) => week.minutes[day][id])
    .map(({ id, label }) => {
      const button = Object.assign(document.createElement("button"), {
        type: "button",
        className: "gf-button gf-button--main",
      })
      button.textContent = say(day === DAYS[today] ? "start-now" : "start-on", {
        session: label,
        day: nameOf(day),
        minutes: Math.ceil(week.minutes[day][id]),
      })
      button.onclick = () => start(day, id)
      return button
    })
}
