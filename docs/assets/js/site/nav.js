// <site-nav>: the sections in the header. The theme keeps the header when it changes the page, so the mark of the
// current section is set here, and an open menu is closed.

import { query, queryAll } from "../core/elements.js"
import { listen } from "../core/listeners.js"

/** @param {HTMLAnchorElement} link @param {boolean} current */
function markCurrent(link, current) {
  if (!current) link.removeAttribute("aria-current")
  else link.setAttribute("aria-current", link.pathname === location.pathname ? "page" : "true")
}

class SiteNav extends HTMLElement {
  connectedCallback() {
    this.connection = new AbortController()
    const { signal } = this.connection
    const close = (/** @type {Event} */ event) => {
      if (event instanceof KeyboardEvent && event.key === "Escape") this.close(true)
    }
    if (this.menu) listen(this.menu, "keydown", close, signal)
    this.navigation = window.document$?.subscribe(() => this.arrive())
  }

  disconnectedCallback() {
    this.connection?.abort()
    this.navigation?.unsubscribe()
  }

  get menu() {
    return this.closest("details")
  }

  arrive() {
    const [home, ...sections] = queryAll(this, "a", HTMLAnchorElement)
    markCurrent(home, location.pathname === home.pathname)
    for (const link of sections) markCurrent(link, location.pathname.startsWith(link.pathname))
    this.close(false)
  }

  /** @param {boolean} focus whether the menu's button gets the focus */
  close(focus) {
    if (!this.menu?.open) return
    this.menu.open = false
    if (focus) query(this.menu, "summary", HTMLElement).focus()
  }
}

customElements.define("site-nav", SiteNav)
