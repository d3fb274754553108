// <site-nav>: the sections in the header. The theme keeps the header when it changes the page, so the mark of
// where one is, and a menu left open, are set right here.

function markCurrent(link, current) {
  if (!current) link.removeAttribute("aria-current")
  else link.setAttribute("aria-current", link.pathname === location.pathname ? "page" : "true")
}

class SiteNav extends HTMLElement {
  connectedCallback() {
    this.menu = this.closest("details")
    if (this.menu) this.menu.addEventListener("keydown", event => event.key === "Escape" && this.close(true))
    if (window.document$) this.changes = window.document$.subscribe(() => this.arrive())
  }

  disconnectedCallback() {
    if (this.changes) this.changes.unsubscribe()
  }

  arrive() {
    const [home, ...sections] = this.querySelectorAll("a")
    markCurrent(home, location.pathname === home.pathname)
    for (const link of sections) markCurrent(link, location.pathname.startsWith(link.pathname))
    this.close(false)
  }

  close(back) {
    if (!this.menu?.open) return
    this.menu.open = false
    if (back) this.menu.querySelector("summary").focus()
  }
}

customElements.define("site-nav", SiteNav)
