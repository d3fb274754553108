// <guided-session>: plays a whole session, phase after phase. startSession() creates it.

import { SessionPlayer } from "./player.js"

class GuidedSession extends HTMLElement {
  constructor() {
    super()
    this.connection = new AbortController()
    /** What to play, set before the element is connected. @type {import("./session_start.js").PlannedSession | null} */
    this.planned = null
    /** @type {SessionPlayer | null} */
    this.player = null
  }

  connectedCallback() {
    if (!this.planned) return
    this.connection = new AbortController()
    this.player = new SessionPlayer(this, this.planned)
    this.player.open(this.connection.signal)
  }

  /** Left, as by instant navigation: nothing may go on, and where it stopped is stored. */
  disconnectedCallback() {
    this.connection.abort()
    if (this.player) this.player.close()
    document.dispatchEvent(new CustomEvent("guided-session:closed"))
  }
}

customElements.define("guided-session", GuidedSession)
