// <offline-copy>: registers the service worker, which keeps a copy of the site, and offers a new version when there is one.
// The first view stays as light as it is: the copy is fetched when a reader stays for ten seconds, or opens a second page.

import { loadScript } from "../core/load.js"
import { readStored } from "../core/storage.js"

const copies = navigator.serviceWorker

/** A reload would take something from the reader: a session, or a timer that was started. */
function isBusy() {
  const { classList } = document.documentElement
  return (
    classList.contains("gf-busy") ||
    document.querySelector(".gf-timer[data-state=running], .gf-timer[data-state=paused]")
  )
}

class OfflineCopy extends HTMLElement {
  connectedCallback() {
    if (!copies) return
    this.worker = new URL(this.dataset.worker, location).href
    this.scope = new URL(".", this.worker).href
    this.bar = this.querySelector("section")
    for (const button of this.bar.querySelectorAll("button")) button.onclick = () => this.press(button.name)
    document.addEventListener("click", event => this.guard(event), true)
    let before = copies.controller
    copies.addEventListener("controllerchange", () => {
      // The first one comes to a page that was there before it. A later one was asked for, here or in another window.
      if (before) this.renew()
      before = true
    })
    const again = before || document.referrer.startsWith(this.scope)
    setTimeout(() => this.save(), again ? 1000 : 10000)
    // A page may stay open for days, and the browser looks for a new version only when one is opened.
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && this.registration) this.registration.update().catch(() => {})
    })
    let views = 0
    if (window.document$) document$.subscribe(() => this.arrive(views++))
  }

  arrive(views) {
    if (views) this.save()
    if (document.querySelector("offline-switch")) loadScript("offline")
  }

  /** Whether a copy is to be kept: unless switched off; where data are to be saved, only when switched on. */
  get wanted() {
    const { saveData } = navigator.connection || {}
    return readStored("offline") !== false && (!saveData || readStored("offline") === true)
  }

  async save() {
    if (!this.wanted || this.registration) return
    try {
      const registration = await copies.register(this.worker, { updateViaCache: "none" })
      const look = () => registration.active && registration.waiting && this.offer()
      this.registration = registration
      registration.addEventListener("updatefound", () => registration.installing.addEventListener("statechange", look))
      look()
    } catch {
      // Private windows and strict settings refuse it: then there is no copy.
    }
  }

  /** Shows the offer, but never while the reader is busy. */
  offer() {
    if (this.offering) return
    const show = () => this.closed || this.shown === "file" || this.say(isBusy() ? "" : "new")
    this.offering = setInterval(show, 1000)
    show()
  }

  say(what) {
    if (this.shown === what) return // else it would be read out every second
    this.shown = what
    this.bar.hidden = !what
    this.bar.querySelector("[name=reload]").hidden = what !== "new"
    this.bar.querySelector("p").textContent = this.dataset[what] || ""
  }

  press(name) {
    if (name === "close") {
      this.closed = this.shown === "new"
      return this.say("")
    }
    const { waiting } = this.registration || {}
    if (!waiting) return this.renew()
    if (isBusy()) return
    waiting.addEventListener("statechange", () => waiting.state === "activated" && this.renew())
    waiting.postMessage("take over")
  }

  /** Another version is in use now; this page has the one before until it is loaded anew. */
  renew() {
    if (isBusy()) return this.offer()
    if (!this.renewed) location.reload()
    this.renewed = true
  }

  /** A link to a file that may not be there without a network says so instead of leading nowhere. */
  async guard(event) {
    const link = event.target.closest("a[href$='.pdf'], a[href$='.ics']")
    if (!link || navigator.onLine || !link.href.startsWith(this.scope)) return
    event.preventDefault()
    if (await caches.match(link.href, { ignoreSearch: true })) location.href = link.href
    else this.say("file")
  }
}

customElements.define("offline-copy", OfflineCopy)
