// <offline-switch>: shows whether this device has a copy of the site, and switches that on and off.
//
//   <offline-switch data-saved="Saved: {size} MB." data-saving="…" data-off="…" data-failed="…" data-forgotten="…">
//     <label hidden><input type="checkbox" role="switch"> Keep a copy</label> <p role="status"></p>
//   </offline-switch>

import { query } from "../core/elements.js"
import { fill } from "../core/format.js"
import { store } from "../core/storage.js"
import { OfflineCopy } from "../site/offline.js"

class OfflineSwitch extends HTMLElement {
  connectedCallback() {
    const copy = document.querySelector("offline-copy")
    if (!(copy instanceof OfflineCopy) || !copy.scope) return
    const box = query(this, "input", HTMLInputElement)
    box.checked = copy.wanted
    box.onchange = () => this.setWanted(copy, box.checked)
    query(this, "label", HTMLElement).hidden = false
    copy.save().then(() => this.showState(copy))
    this.polling = setInterval(() => this.showState(copy), 1000)
  }

  disconnectedCallback() {
    clearInterval(this.polling)
  }

  /** Goes on when the page is left: the reader has asked for it. @param {OfflineCopy} copy @param {boolean} wanted */
  async setWanted(copy, wanted) {
    this.unstored = !store("offline", wanted)
    if (wanted) {
      await copy.save()
      // A worker that stayed for a page still open has nothing left, and will not begin by itself.
      const active = copy.registration?.active
      if (active && !(await sizeOf(copy))) active.postMessage("save")
    } else {
      const registration = await navigator.serviceWorker.getRegistration(copy.scope)
      if (registration) await registration.unregister()
      for (const name of await cachesOf(copy)) await caches.delete(name)
      copy.registration = null
    }
    this.showState(copy)
  }

  /** @param {OfflineCopy} copy */
  async showState(copy) {
    const { installing, waiting, active } = copy.registration ?? {}
    const size = await sizeOf(copy)
    if (!this.isConnected) return
    const { checked } = query(this, "input", HTMLInputElement)
    const progress = size ? "saved" : installing || waiting || active ? "saving" : "failed"
    const state = this.unstored ? "forgotten" : checked ? progress : "off"
    const text = fill(this.dataset[state], { size: (size / 1e6).toFixed(1) })
    const status = query(this, "[role=status]", HTMLElement)
    if (status.textContent !== text) status.textContent = text
  }
}

/** The names of the copy's caches. @param {OfflineCopy} copy */
async function cachesOf(copy) {
  return (await caches.keys()).filter(name => name.startsWith(`footing ${copy.scope} `))
}

/** The bytes of all complete versions: two, while a page of the one before is open. @param {OfflineCopy} copy */
async function sizeOf(copy) {
  let size = 0
  for (const cacheName of await cachesOf(copy)) {
    const complete = await caches.match(copy.worker, { cacheName })
    if (complete) size += Number(await complete.text())
  }
  return size
}

customElements.define("offline-switch", OfflineSwitch)
