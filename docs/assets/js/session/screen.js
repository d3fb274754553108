// A session takes the whole screen; afterwards the page behind and the focus are restored.

import { makeBackgroundInert } from "../core/focus_trap.js"

export class Screen {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.opener = document.activeElement
    this.restoreBackground = makeBackgroundInert(element)
    document.documentElement.classList.add("gf-busy")
  }

  close() {
    this.restoreBackground()
    document.documentElement.classList.remove("gf-busy")
    if (this.opener instanceof HTMLElement && this.opener.isConnected) this.opener.focus({ preventScroll: true })
  }
}
