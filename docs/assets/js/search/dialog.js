// <search-dialog>: asks the theme's search worker and shows what it finds. Its script, the worker and the index are
// fetched when the search is first opened (button.js). The theme's own client would fetch them at every first view:
// it stays idle because no element has the names that it starts from (form "search", component "search").
//
//   <search-dialog data-worker="assets/…/search.js" data-index="search/search_index.json" data-placeholder="…"
//     data-failed="…" data-none="…" data-one="1 page" data-other="{n} pages" data-more-one="…" data-more-other="{n} more"
//     data-missing="Without" data-stop-words="a an the …"> a form with a field "query" · [role=status] · <ol> ·
//     [data-help=empty], shown while nothing is typed, whose buttons are suggestions · [data-help=none], shown where
//     nothing was found </search-dialog>

import { query } from "../core/elements.js"
import { fill } from "../core/format.js"
import { listen } from "../core/listeners.js"
import { siteUrl } from "../core/site_url.js"
import { closeSearch, searchSwitch } from "./button.js"
import { PinnedPages, withoutStopWords } from "./query.js"
import { resultItem } from "./results.js"

// The messages of the theme's worker, by number.
const SETUP = 0
const READY = 1
const QUERY = 2
const RESULT = 3

/** @typedef {import("./results.js").SearchResult} SearchResult */
/** @typedef {{ type: number, data: { items: SearchResult[][] } }} WorkerMessage */

class SearchDialog extends HTMLElement {
  /** Queries that the worker has not answered. */
  pending = 0
  ready = false

  connectedCallback() {
    const form = query(this, "form", HTMLFormElement)
    this.field = query(form, "[name=query]", HTMLInputElement)
    this.status = query(this, "[role=status]", HTMLElement)
    this.list = query(this, "ol", HTMLElement)
    this.list.setAttribute("role", "list") // a list without bullets is none to VoiceOver
    this.list.setAttribute("aria-busy", "true")
    this.pending = 0
    this.ready = false
    this.controller = new AbortController()
    const { signal } = this.controller
    listen(this.field, "input", () => this.search(), signal) // typed, pasted, dictated or cleared
    listen(form, "submit", event => this.openBest(event), signal)
    listen(form, "reset", event => this.clear(event), signal)
    listen(this, "keydown", event => this.press(/** @type {KeyboardEvent} */ (event)), signal)
    listen(this, "click", event => this.follow(event), signal)
    listen(searchSwitch(), "change", () => this.load(), signal)
    this.load()
  }

  disconnectedCallback() {
    this.controller?.abort()
    this.worker?.terminate()
  }

  /** Starts the worker with the index, once; after a failure, again when the search is next opened. */
  async load() {
    if (this.worker || !searchSwitch().checked) return
    const worker = new Worker(siteUrl(this.dataset.worker ?? ""))
    this.worker = worker
    try {
      const response = await fetch(siteUrl(this.dataset.index ?? ""), { signal: this.controller?.signal })
      if (!response.ok) throw new Error(response.statusText)
      const { config, docs } = await response.json()
      if (!this.isConnected) return
      this.pinned = new PinnedPages(docs, this.stopWords)
      worker.addEventListener("message", ({ data }) => this.receive(data))
      worker.postMessage({ type: SETUP, data: { config, docs, options: { suggest: false } } })
    } catch {
      worker.terminate()
      this.worker = undefined
      this.setStatus(this.dataset.failed)
    }
  }

  /** @param {WorkerMessage} message */
  receive({ type, data }) {
    if (type === READY) {
      this.ready = true
      this.search()
    }
    if (type === RESULT) {
      this.pending -= 1
      if (!this.pending) this.show(data.items) // an answer to an older query is not shown
    }
  }

  get stopWords() {
    return new Set((this.dataset.stopWords ?? "").split(" "))
  }

  /** What is typed, without space around it. */
  get query() {
    return this.field?.value.trim() ?? ""
  }

  search() {
    if (!this.ready) return
    this.pending += 1
    this.list?.setAttribute("aria-busy", "true")
    this.worker?.postMessage({ type: QUERY, data: withoutStopWords(this.query, this.stopWords) })
  }

  /** @param {SearchResult[][]} found the sections found, by page */
  show(found) {
    const { none, one, other, placeholder } = this.dataset
    const empty = this.query ? none : placeholder
    this.setStatus(found.length ? fill(found.length === 1 ? one : other, { n: found.length }) : empty)
    this.list?.replaceChildren(...this.pinnedFirst(found).map(sections => resultItem(sections, this.dataset)))
    this.showHelp(found.length || !this.query ? "empty" : "none", !found.length)
    this.list?.removeAttribute("aria-busy")
  }

  /** @param {SearchResult[][]} found @returns those pages first that have the query as a tag, as their authors wish */
  pinnedFirst(found) {
    const pinned = this.pinned?.find(this.query)
    if (!pinned?.size) return found
    /** @param {SearchResult[]} sections */
    const isPinned = sections => pinned.has(sections[0].location.replace(/#.*/, ""))
    return [...found.filter(isPinned), ...found.filter(sections => !isPinned(sections))]
  }

  /** @param {"empty" | "none"} kind @param {boolean} shown */
  showHelp(kind, shown) {
    /** @type {NodeListOf<HTMLElement>} */
    const helps = this.querySelectorAll("[data-help]")
    for (const help of helps) help.hidden = !(shown && help.dataset.help === kind)
  }

  /** @param {string | undefined} text */
  setStatus(text) {
    if (this.status) this.status.textContent = text ?? ""
  }

  /** Empties the field at once: a form's own reset comes after its event. @param {Event} event */
  clear(event) {
    event.preventDefault()
    if (this.field) this.field.value = ""
    this.field?.focus()
    this.search()
  }

  /** @returns {HTMLElement[]} what the arrow keys go through */
  get stops() {
    const results = /** @type {NodeListOf<HTMLElement>} */ (
      this.querySelectorAll(
        ".md-search-result__item > a, summary, details[open] a, [data-help]:not([hidden]) :is(a, button)",
      )
    )
    return this.field ? [this.field, ...results] : []
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const { key } = event
    if (event.metaKey || event.ctrlKey || event.altKey) return
    if (key === "Tab") closeSearch()
    else if (key === "ArrowUp" || key === "ArrowDown") {
      const { stops } = this
      const index = Math.max(0, stops.indexOf(/** @type {HTMLElement} */ (document.activeElement)))
      stops[(index + (key === "ArrowUp" ? -1 : 1) + stops.length) % stops.length].focus()
      event.preventDefault()
    } else if (key.length === 1 && key !== " ") this.field?.focus() // typing goes on from a result
  }

  /** @param {Event} event */
  openBest(event) {
    event.preventDefault()
    /** @type {HTMLAnchorElement | null} */
    const best = this.querySelector(".md-search-result__item > a") // the results stand best first
    best?.click()
  }

  /** Closes the search when a result opens; types a suggestion that is tapped. @param {Event} event */
  follow({ target }) {
    if (!(target instanceof Element)) return
    if (target.closest("a") && searchSwitch().checked) searchSwitch().click()
    const suggestion = target.closest("[data-help] button")
    if (suggestion) this.suggest(suggestion.textContent ?? "")
  }

  /** @param {string} query */
  suggest(query) {
    if (this.field) this.field.value = query
    this.field?.focus()
    this.search()
  }
}

customElements.define("search-dialog", SearchDialog)
