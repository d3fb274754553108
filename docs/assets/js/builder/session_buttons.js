// Buttons that start the guided sessions of a week. The session that comes now is the first and the main one; in the week
// that the reader follows, one that is done can be done again.

import { sessionAt } from "../core/waking_hours.js"
import { DAYS } from "./week.js"

/**
 * The day and its buttons: today, or the next day that has any session.
 * @param {import("../types").PublishedWeek} week
 * @param {import("./words.js").Say} say
 * @param {(day: string) => string} nameOf a day's name
 * @param {(day: string, session: string) => void} start
 * @param {ReturnType<typeof import("../progress/today_model.js").todayOf> | null} today of the week that the reader follows
 */
export function sessionButtons(week, say, nameOf, start, today) {
  const index = (new Date().getDay() + 6) % 7
  const day = [...DAYS, ...DAYS].slice(index, index + 7).find(id => Object.values(week.minutes[id]).some(Boolean))
  if (!day) return []
  const isToday = day === DAYS[index]
  const sessions = week.sessions.filter(({ id }) => week.minutes[day][id])
  const ids = sessions.map(({ id }) => id)
  const mainId = today ? today.offered?.id : isToday ? sessionAt(week, ids, new Date()) : ids[0]
  const starts = isToday ? (week.sessions.length === 1 ? "start-only" : "start-now") : "start-on"
  return sessions
    .sort((a, b) => Number(b.id === mainId) - Number(a.id === mainId))
    .map(({ id, label }) => {
      const isDone = isToday && today?.done.includes(id)
      const isMain = id === mainId
      const button = Object.assign(document.createElement("button"), {
        type: "button",
        className: isMain ? "gf-button gf-button--main" : "gf-button",
      })
      button.textContent = say(isDone ? "start-again" : starts, {
        session: label,
        day: nameOf(day),
        minutes: Math.ceil(week.minutes[day][id]),
      })
      button.onclick = () => start(day, id)
      return button
    })
}
