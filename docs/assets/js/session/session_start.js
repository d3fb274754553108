// <session-start>: a button that opens a guided session. The player itself is fetched when it is first wanted.
//
//   <session-start data-plan="full" data-day="mon" data-session="morning"
//     data-today="Start this morning’s session" data-resume="Go on where you stopped" data-failed="Could not start.">
//     <button type="button" hidden>Start</button>
//   </session-start>

import { listen } from "../core/listeners.js"
import { loadScript, loadStyle } from "../core/load.js"
import { leftSession } from "../core/resume_point.js"
import { siteUrl } from "../core/site_url.js"
import { readStored } from "../core/storage.js"
import { wake } from "../core/wake.js"

/**
 * Opens the player for one session of a week. `week` has the shape of /week/<plan>.json and is fetched for `plan` where
 * it is not given; a reader's own week, which has no plan, is remembered under its `link` where it has one. Rejects if the
 * player or the week cannot be fetched. Opens nothing if the page was left in the meantime.
 */
export async function startSession({ plan, link, day, session, week }) {
  const cues = readStored("cues")
  // Inside the element that instant navigation replaces, so that leaving the page ends the session.
  const container = document.querySelector("[data-md-component=container]") || document.body
  const audio = cues && wake(cues) // who has no choices yet gets a button first, whose tap does it
  await Promise.all([loadScript("session"), loadStyle("session")])
  if (!week) {
    const answer = await fetch(siteUrl(`week/${plan}.json`))
    if (!answer.ok) throw new Error(answer.statusText)
    week = await answer.json()
  }
  if (!container.isConnected) return // the page was left while loading
  if (document.querySelector("guided-session")) return // a second tap while the first was fetching
  const player = document.createElement("guided-session")
  player.play = { plan: plan || null, link, day, session, week, audio }
  container.append(player)
}

class SessionStart extends HTMLElement {
  connectedCallback() {
    this.connection = new AbortController()
    const { signal } = this.connection
    const button = this.querySelector("button")
    if (!button) return
    this.button = button
    button.hidden = false
    listen(button, "click", () => this.start(), signal)
    listen(document, "guided-session:closed", () => this.showButton(), signal)
    this.showButton()
  }

  disconnectedCallback() {
    this.connection.abort()
  }

  /** Shows on the button what a tap does now. */
  showButton() {
    const { plan, day, session, today, resume } = this.dataset
    const is = new Date().getDay() === ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].indexOf(day)
    this.first = this.first || this.button.textContent
    this.button.textContent = (leftSession(plan, day, session) && resume) || (is && today) || this.first
  }

  async start() {
    const { plan, day, session, failed } = this.dataset
    const told = this.querySelector("[role=status]")
    if (told) told.textContent = ""
    try {
      await startSession({ plan, day, session })
    } catch {
      if (told) told.textContent = failed
    }
  }
}

customElements.define("session-start", SessionStart)
