// <back-to-today data-exercise="foot-massage">: on an exercise of today's list, the way back and the next one in its session.

import { loadStyle } from "../core/load.js"
import { siteUrl } from "../core/site_url.js"
import { placeOf } from "./days.js"
import { Follower, setText } from "./follower.js"
import { progress } from "./store.js"
import { todayOf } from "./today_model.js"
import { weekOf } from "./week.js"

class BackToToday extends Follower {
  async show() {
    const { plan } = progress()
    if (!plan) return this.setShown(false)
    const [week] = await Promise.all([weekOf(plan).catch(() => null), loadStyle("progress").catch(() => {})])
    if (!this.isConnected || plan !== progress().plan) return
    const today = week && todayOf(plan, week, new Date())
    const place = today && placeOf(this.dataset.exercise ?? "", today.sessions, today.offered)
    this.setShown(!!place)
    const next = place?.next ? week?.exercises[place.next] : null
    const link = this.piece("next", HTMLAnchorElement)
    link.hidden = !next
    if (!next) return
    link.href = siteUrl(next.url)
    setText(this.piece("name"), next.name)
  }

  /** Takes the place of the line before it, which is for a reader who comes by a link, and its room: nothing moves. @param {boolean} shown */
  setShown(shown) {
    const line = this.previousElementSibling
    if (!(line instanceof HTMLElement)) return
    if (shown && this.hidden) this.style.minHeight = `${line.offsetHeight}px`
    this.toggleAttribute("hidden", !shown)
    line.hidden = shown
  }
}

customElements.define("back-to-today", BackToToday)
