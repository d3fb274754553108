// <share-button>: sends the page on by the device's own sheet, or copies its link, or its text; says so in the page's words.
// A device without a sheet gets the link in a field as well, selected. overrides/components/share.html has the markup.
//
// Title, text and address stand in for themselves: without them, the page's own title, description and canonical address.
// A button that is left out is not missed.

import { query, queryAll } from "../core/elements.js"

/** @param {string} selector @param {string} attribute */
function wordsOfPage(selector, attribute) {
  return document.querySelector(selector)?.getAttribute(attribute) ?? ""
}

class ShareButton extends HTMLElement {
  connectedCallback() {
    /** @type {Record<string, () => void>} */
    const actions = {
      share: () => this.share(),
      link: () => this.copyLink(),
      text: () => this.copy(this.dataset.plain, this.dataset.copiedText),
    }
    for (const button of queryAll(this, "button", HTMLButtonElement)) {
      const action = actions[button.name]
      if (!action) throw new Error(`share-button: a button is named "${button.name}", expected share, link or text`)
      button.hidden = false
      button.onclick = action
    }
  }

  /** @param {string | undefined} text */
  say(text) {
    query(this, "[role=status]", HTMLElement).textContent = text ?? ""
  }

  get page() {
    return {
      title: this.dataset.title || document.title,
      text: this.dataset.text || wordsOfPage("meta[name=description]", "content"),
      url: this.dataset.url || wordsOfPage("link[rel=canonical]", "href") || location.href,
    }
  }

  async share() {
    this.say("")
    try {
      if (navigator.share) return await navigator.share(this.page)
    } catch (error) {
      // Dismissed: the reader has decided. Anything else: the device cannot, so the link is copied.
      if (error instanceof DOMException && error.name === "AbortError") return
    }
    await this.copyLink()
    this.showField(this.page.url)
  }

  /** Shows a text in a field, selected, to be copied by hand. @param {string} text */
  showField(text) {
    const field = query(this, "textarea", HTMLTextAreaElement)
    field.value = text
    field.hidden = false
    field.select()
  }

  copyLink() {
    return this.copy(this.page.url, this.dataset.copied)
  }

  /** @param {string | undefined} text @param {string | undefined} said */
  async copy(text = "", said) {
    try {
      await navigator.clipboard.writeText(text)
      this.say(said)
    } catch {
      // No clipboard: an old browser, or a page without https.
      this.say(this.dataset.failed)
      this.showField(text)
    }
  }
}

customElements.define("share-button", ShareButton)
