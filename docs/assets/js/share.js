// <share-button>: sends the page on by the device's own sheet, else copies its link and says so, in the page's words.
//
//   <share-button data-title="…" data-text="…" data-url="…" data-copied="Link copied" data-failed="Could not copy. The link: ">
//     <button type="button" hidden>Share</button> <span role="status"></span>
//   </share-button>
//
// Title, text and address stand in for themselves: without them, the page's own title, description and canonical address.

function wordsOfPage(selector, attribute) {
  const tag = document.querySelector(selector)
  return tag ? tag.getAttribute(attribute) : ""
}

class ShareButton extends HTMLElement {
  connectedCallback() {
    this.status = this.querySelector("[role=status]")
    const button = this.querySelector("button")
    button.hidden = false
    button.addEventListener("click", () => this.share())
  }

  get page() {
    return {
      title: this.dataset.title || document.title,
      text: this.dataset.text || wordsOfPage("meta[name=description]", "content"),
      url: this.dataset.url || wordsOfPage("link[rel=canonical]", "href") || location.href,
    }
  }

  async share() {
    this.status.textContent = ""
    if (!navigator.share) return this.copy(this.page.url)
    try {
      await navigator.share(this.page)
    } catch (error) {
      // Dismissed: the reader has decided. Anything else: the device cannot, so the link is copied.
      if (error.name !== "AbortError") await this.copy(this.page.url)
    }
  }

  async copy(link) {
    try {
      await navigator.clipboard.writeText(link)
      this.status.textContent = this.dataset.copied
    } catch (error) {
      // No clipboard (an old browser, a page without https): the link itself, to copy by hand.
      this.status.textContent = this.dataset.failed + link
    }
  }
}

customElements.define("share-button", ShareButton)
