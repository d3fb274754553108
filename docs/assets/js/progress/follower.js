// Elements that show the reader's progress. They are updated at each change, in this tab or another, and each minute.

import { query } from "../core/elements.js"
import { dateOf } from "./days.js"
import { progress, setPlan, setTick } from "./store.js"

/** @type {Set<Follower>} */
const followers = new Set()
/** @type {ReturnType<typeof setTimeout> | undefined} */
let minute
/** @type {string | undefined} the date at the last update */
let shownDate

const markPlanned = () => document.documentElement.classList.toggle("gf-planned", !!progress().plan)

/** Updates all that shows the progress. */
export function showAll() {
  const today = dateOf(new Date())
  if (shownDate && shownDate !== today) document.dispatchEvent(new CustomEvent("gf-day:changed"))
  shownDate = today
  markPlanned()
  for (const follower of followers) follower.show()
}

// Sessions become due, and the day may end, while the page is open.
function watchClock() {
  clearTimeout(minute)
  if (!followers.size) return
  const update = () => {
    showAll()
    watchClock()
  }
  minute = setTimeout(update, 60000 - (Date.now() % 60000))
}

/** An element that shows the progress; its parts are marked data-is. */
export class Follower extends HTMLElement {
  connectedCallback() {
    followers.add(this)
    shownDate = shownDate || dateOf(new Date())
    markPlanned()
    this.show()
    watchClock()
  }

  disconnectedCallback() {
    followers.delete(this)
    watchClock()
  }

  /** Called at each change and each minute. */
  show() {}

  /** @template {HTMLElement} [T=HTMLElement] @param {string} name @param {new () => T} [type] */
  piece(name, type) {
    return partOf(this, name, type)
  }

  /** Says in the element's own words, if it has a place for that, why ticks are not stored. */
  showNote() {
    /** @type {HTMLElement | null} */
    const place = this.querySelector("[data-is=note]")
    const { why } = progress()
    if (place) setText(place, why ? place.dataset[why] : "")
  }
}

/**
 * The part of an element marked data-is with that name.
 * @template {HTMLElement} [T=HTMLElement] @param {ParentNode} element @param {string} name @param {new () => T} [type]
 */
export function partOf(element, name, type) {
  return query(element, `[data-is="${name}"]`, type ?? /** @type {new () => T} */ (HTMLElement))
}

/**
 * Sets a text only where it differs: otherwise a screen reader would read it out again.
 * @param {Element} place @param {string | undefined} text
 */
export function setText(place, text = "") {
  if (place.textContent !== text) place.textContent = text
}

/** Ticks a session of a plan on a date, or takes the tick away. @param {import("./record.js").Tick} session @param {boolean} on */
export function tick(session, on) {
  setTick(session, on)
  showAll()
}

/** Sets the reader's plan; null for none. A week of their own has a link. @param {string | null} plan @param {string} [link] */
export function choosePlan(plan, link) {
  setPlan(plan, link)
  showAll()
}

window.addEventListener("storage", ({ key }) => (key === null || key.startsWith("gf-")) && showAll())
document.addEventListener("visibilitychange", () => document.hidden || showAll())
document.addEventListener("gf-progress:done", event => {
  const { date, plan, session } = /** @type {CustomEvent} */ (event).detail
  tick([date, plan || "-", session], true)
})
