// <session-start>: a button that opens a guided session. The player itself is fetched when it is first needed.
//
//   <session-start data-plan="full" data-day="mon" data-session="morning"
//     data-today="Start this morning’s session" data-again="Do it again" data-resume="Carry on where you stopped" data-failed="Could not start.">
//     <button type="button" hidden>Start</button>
//   </session-start>
//
// With data-done, which the reader's ticks set, a tap does it again.

import { listen } from "../core/listeners.js"
import { loadScript, loadStyle } from "../core/load.js"
import { siteUrl } from "../core/site_url.js"
import { readResumePoint } from "./resume_point.js"
import { readSettings } from "./stored_settings.js"
import { unlockMedia } from "./unlock_media.js"

/**
 * @typedef {object} PlannedSession a session of a week
 * @property {string | null} plan the plan's slug; null for a reader's own week
 * @property {string} [link] of a reader's own week
 * @property {string} day
 * @property {string} session
 * @property {import("../core/types.js").Week} week
 */

/**
 * Opens the player for one session. The week of a plan is fetched where it is not given; a reader's own week, which has
 * no plan, has its resume point under its `link`, if it has one. Rejects if the player or the week cannot be fetched.
 * Opens nothing if the page was left in the meantime.
 * @param {Partial<PlannedSession> & Pick<PlannedSession, "day" | "session">} request
 */
export async function startSession({ plan = null, link, day, session, week }) {
  const settings = readSettings()
  // Inside the element that instant navigation replaces, so that leaving the page ends the session.
  const container = document.querySelector("[data-md-component=container]") || document.body
  if (settings) unlockMedia(settings) // a reader without settings gets a button first, whose tap does it
  await Promise.all([loadScript("session"), loadStyle("session")])
  if (!week) {
    const response = await fetch(siteUrl(`week/${plan}.json`))
    if (!response.ok) throw new Error(response.statusText)
    week = await response.json()
  }
  if (!container.isConnected) return // the page was left while loading
  if (document.querySelector("guided-session")) return // a second tap while the first was fetching
  const planned = { plan, link, day, session, week }
  container.append(Object.assign(document.createElement("guided-session"), { planned }))
}

class SessionStart extends HTMLElement {
  static get observedAttributes() {
    return ["data-done"]
  }

  constructor() {
    super()
    this.connection = new AbortController()
    /** @type {HTMLButtonElement | null} */
    this.button = null
    this.label = ""
    /** The session, where the page has its week: one of a reader's own week, whose link is in data-plan. @type {PlannedSession | null} */
    this.planned = null
  }

  attributeChangedCallback() {
    if (this.button) this.showLabel()
  }

  connectedCallback() {
    this.connection = new AbortController()
    const { signal } = this.connection
    this.button = this.querySelector("button")
    if (!this.button) return
    this.label = this.label || this.button.textContent || ""
    this.button.hidden = false
    listen(this.button, "click", () => this.start(signal), signal)
    listen(document, "guided-session:closed", () => this.showLabel(), signal)
    this.showLabel()
  }

  disconnectedCallback() {
    this.connection.abort()
  }

  /** Shows on the button what a tap does now. */
  showLabel() {
    const { plan, day = "", session, today, again, done, resume } = this.dataset
    const isToday = new Date().getDay() === ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].indexOf(day)
    const resumed = readResumePoint(plan, day, session) && resume
    const label = resumed || (done !== undefined && again) || (isToday && today) || this.label
    if (this.button) this.button.textContent = label
  }

  /** @param {AbortSignal} signal */
  async start(signal) {
    const { plan, day = "", session = "", failed = "" } = this.dataset
    const planned = this.planned ?? { plan, day, session }
    const status = this.querySelector("[role=status]")
    if (status) status.textContent = ""
    try {
      await startSession(planned)
    } catch {
      if (status && !signal.aborted) status.textContent = failed
    }
  }
}

customElements.define("session-start", SessionStart)
