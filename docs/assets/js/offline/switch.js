// <offline-switch>: shows whether this device keeps a copy of the site, and switches that on and off.
//
//   <offline-switch data-saved="Saved: {size} MB." data-saving="…" data-off="…" data-failed="…" data-forgotten="…">
//     <label hidden><input type="checkbox" role="switch"> Keep a copy</label> <p role="status"></p>
//   </offline-switch>

import { store } from "../core/storage.js"

class OfflineSwitch extends HTMLElement {
  connectedCallback() {
    this.copy = document.querySelector("offline-copy")
    if (!this.copy?.scope) return
    this.box = this.querySelector("input")
    this.box.checked = this.copy.wanted
    this.box.onchange = () => this.turn(this.box.checked)
    this.querySelector("label").hidden = false
    this.copy.save().then(() => this.look())
    this.looking = setInterval(() => this.look(), 1000)
  }

  disconnectedCallback() {
    clearInterval(this.looking)
  }

  async turn(on) {
    const { copy } = this
    this.forgotten = !store("offline", on)
    if (on) {
      await copy.save()
      // A worker that stayed for a page still open has nothing left, and will not begin by itself.
      const { active } = copy.registration || {}
      if (active && !(await this.size())) active.postMessage("save")
    } else {
      const registration = await navigator.serviceWorker.getRegistration(copy.scope)
      if (registration) await registration.unregister()
      for (const name of await this.names()) await caches.delete(name)
      copy.registration = null
    }
    this.look()
  }

  async names() {
    return (await caches.keys()).filter(name => name.startsWith(`footing ${this.copy.scope} `))
  }

  /** The bytes of all versions that are whole: two, while a page of the one before is open. */
  async size() {
    let size = 0
    for (const cacheName of await this.names()) {
      const whole = await caches.match(this.copy.worker, { cacheName })
      if (whole) size += Number(await whole.text())
    }
    return size
  }

  async look() {
    const { installing, waiting, active } = this.copy.registration || {}
    const size = await this.size()
    const kept = size ? "saved" : installing || waiting || active ? "saving" : "failed"
    const state = this.forgotten ? "forgotten" : this.box.checked ? kept : "off"
    const text = this.dataset[state].replace("{size}", (size / 1e6).toFixed(1))
    const status = this.querySelector("[role=status]")
    if (status.textContent !== text) status.textContent = text
  }
}

customElements.define("offline-switch", OfflineSwitch)
