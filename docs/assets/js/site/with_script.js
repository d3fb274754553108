// <with-script data-name="progress" data-kept="plan">: the place that needs a script of its own, fetched once it is
// there; with data-kept only where this browser keeps something under that key. Without it the page is whole as it is.

import { loadScript } from "../core/load.js"
import { readStored } from "../core/storage.js"

class WithScript extends HTMLElement {
  connectedCallback() {
    const { name, kept: key } = this.dataset
    if (!key || readStored(key)) loadScript(name).catch(() => {})
  }
}

customElements.define("with-script", WithScript)

// A session may be finished on any page; what keeps its tick may have to be fetched first.
document.addEventListener("guided-session:done", ({ detail }) => {
  const tell = () => document.dispatchEvent(new CustomEvent("gf-progress:done", { detail }))
  loadScript("progress")
    .then(tell)
    .catch(() => {})
})
