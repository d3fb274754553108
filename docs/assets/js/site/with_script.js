// <with-script data-name="progress" data-kept="plan">: loads a script for its page; with data-kept only where this browser
// stores something under that key. The page is complete without it.

import { loadScript } from "../core/load.js"
import { readStored } from "../core/storage.js"

class WithScript extends HTMLElement {
  connectedCallback() {
    const { name, kept: key } = this.dataset
    if (name && (!key || readStored(key))) loadScript(name).catch(() => {})
  }
}

customElements.define("with-script", WithScript)

// A session may be finished on any page; the script that stores its tick may have to be fetched first.
document.addEventListener("guided-session:done", event => {
  const { detail } = /** @type {CustomEvent} */ (event)
  const report = () => document.dispatchEvent(new CustomEvent("gf-progress:done", { detail }))
  loadScript("progress")
    .then(report)
    .catch(() => {})
})
