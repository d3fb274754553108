// <offline-copy>: registers the service worker, which keeps a copy of the site, and offers a new version when there is one.
// The first view stays light: the copy is fetched when a reader stays for ten seconds, or opens a second page.

import { query, queryAll } from "../core/elements.js"
import { listen } from "../core/listeners.js"
import { loadScript } from "../core/load.js"
import { readStored } from "../core/storage.js"

const copies = /** @type {ServiceWorkerContainer | undefined} */ (navigator.serviceWorker) // none without https

/** Whether a reload would interrupt the reader: in a session, or with a timer that was started. */
function isBusy() {
  const { classList } = document.documentElement
  return (
    classList.contains("gf-busy") ||
    !!document.querySelector(".gf-timer[data-state=running], .gf-timer[data-state=paused]")
  )
}

export class OfflineCopy extends HTMLElement {
  /** @type {ServiceWorkerRegistration | null} */
  registration = null
  /** The addresses of the worker and of its scope; empty where the browser has no workers. */
  worker = ""
  scope = ""
  /** What the bar shows: a key of the element's words, "" for nothing. */
  shown = ""

  connectedCallback() {
    if (!copies) return
    this.connection = new AbortController()
    const { signal } = this.connection
    this.worker = new URL(this.dataset.worker ?? "", location.href).href
    this.scope = new URL(".", this.worker).href
    for (const button of queryAll(this.bar, "button", HTMLButtonElement))
      button.onclick = () => this.press(button.name, signal)
    const guard = (/** @type {MouseEvent} */ event) => this.guard(event)
    document.addEventListener("click", guard, true)
    signal.addEventListener("abort", () => document.removeEventListener("click", guard, true))
    let before = !!copies.controller
    const change = () => {
      // The first one comes to a page that was there before it. A later one was asked for, here or in another window.
      if (before) this.renew()
      before = true
    }
    listen(copies, "controllerchange", change, signal)
    // A page may stay open for days, and the browser looks for a new version only when one is opened.
    const update = () => document.hidden || this.registration?.update().catch(() => {})
    listen(document, "visibilitychange", update, signal)
    const again = before || document.referrer.startsWith(this.scope)
    this.saving = setTimeout(() => this.save(), again ? 1000 : 10000)
    let views = 0
    this.navigation = window.document$?.subscribe(() => this.arrive(views++))
  }

  disconnectedCallback() {
    this.connection?.abort()
    this.navigation?.unsubscribe()
    clearTimeout(this.saving)
    clearInterval(this.offering)
    this.offering = undefined
  }

  get bar() {
    return query(this, "section", HTMLElement)
  }

  /** @param {number} views pages seen before this one */
  arrive(views) {
    if (views) this.save()
    if (document.querySelector("offline-switch")) loadScript("offline").catch(() => {})
  }

  /** Whether to have a copy: unless switched off; with a browser that saves data, only when switched on. */
  get wanted() {
    const choice = readStored("offline")
    return choice !== false && (!navigator.connection?.saveData || choice === true)
  }

  async save() {
    if (!copies || !this.wanted || this.registration) return
    try {
      const registration = await copies.register(this.worker, { updateViaCache: "none" })
      this.registration = registration
      if (!this.isConnected) return
      const check = () => {
        if (registration.active && registration.waiting) this.offer()
      }
      registration.addEventListener("updatefound", () =>
        registration.installing?.addEventListener("statechange", check),
      )
      check()
    } catch {
      // Private windows and strict settings refuse it: then there is no copy.
    }
  }

  /** Shows the offer, but never while the reader is busy. */
  offer() {
    if (this.offering) return
    const show = () => {
      if (!this.closed && this.shown !== "file") this.say(isBusy() ? "" : "new")
    }
    this.offering = setInterval(show, 1000)
    show()
  }

  /** @param {string} key of the element's words, "" for nothing */
  say(key) {
    if (this.shown === key) return // else it would be read out every second
    this.shown = key
    this.bar.hidden = !key
    query(this.bar, "[name=reload]", HTMLButtonElement).hidden = key !== "new"
    query(this.bar, "p", HTMLElement).textContent = this.dataset[key] ?? ""
  }

  /** @param {string} name a button's @param {AbortSignal} signal */
  press(name, signal) {
    if (name === "close") {
      this.closed = this.shown === "new"
      return this.say("")
    }
    const waiting = this.registration?.waiting
    if (!waiting) return this.renew()
    if (isBusy()) return
    listen(waiting, "statechange", () => waiting.state === "activated" && this.renew(), signal)
    waiting.postMessage("take over")
  }

  /** Another version is in use now; this page has the one before until it is loaded again. */
  renew() {
    if (isBusy()) return this.offer()
    if (!this.renewed) location.reload()
    this.renewed = true
  }

  /** Where a file is not there without a network, its link says so instead of leading nowhere. @param {MouseEvent} event */
  async guard(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null
    if (!link?.matches("a[href$='.pdf'], a[href$='.ics']")) return
    if (navigator.onLine || !link.href.startsWith(this.scope)) return
    event.preventDefault()
    const stored = await caches.match(link.href, { ignoreSearch: true })
    if (!this.isConnected) return
    if (stored) location.href = link.href
    else this.say("file")
  }
}

customElements.define("offline-copy", OfflineCopy)
