// <back-to-today data-exercise="foot-massage">: on an exercise of today's list, the way back and the next one in its session.

import { loadStyle } from "../core/load.js"
import { siteUrl } from "../core/site_url.js"
import { dateOf, dayOf, dueAt, placeOf, sessionsOn } from "./days.js"
import { doneOn } from "./record.js"
import { Follower, progress, setText } from "./store.js"
import { weekOf } from "./week.js"

class BackToToday extends Follower {
  async show() {
    const { plan, done } = progress()
    const [week] = plan
      ? await Promise.all([weekOf(plan).catch(() => null), loadStyle("progress").catch(() => {})])
      : []
    if (!this.isConnected || plan !== progress().plan) return
    const now = new Date()
    const date = dateOf(now)
    const sessions = week ? sessionsOn(week, dayOf(date)) : []
    const offered = dueAt(sessions, doneOn(done, date, plan), now.getHours() + now.getMinutes() / 60)
    const place = placeOf(this.dataset.exercise, sessions, offered.now || offered.next)
    this.turn(!!place)
    const next = place?.next && week.exercises[place.next]
    this.part("next").hidden = !next
    if (!next) return
    this.part("next").href = siteUrl(next.url)
    setText(this.part("name"), next.name)
  }

  /** Takes the place of the line before it, for whoever arrives by a link, and its room: nothing moves. */
  turn(shown) {
    const line = this.previousElementSibling
    if (shown && this.hidden) this.style.minHeight = `${line.offsetHeight}px`
    this.hidden = !shown
    line.hidden = shown
  }
}

customElements.define("back-to-today", BackToToday)
