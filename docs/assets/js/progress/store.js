// What is kept of a reader's progress, read anew each time and written at once, so that two tabs never lose one
// another's ticks; and the elements that follow it: shown anew at each change, here or in another tab, and with the clock.

import { readStored, store } from "../core/storage.js"
import { dateOf } from "./days.js"
import { cuesOf, merged, planOf, recordOf, ticked, VERSION } from "./record.js"

const unkept = new Map() // what storage would not take: it lasts as long as the page
const followers = new Set()
let minute, day

const remembered = key => (unkept.has(key) ? unkept.get(key) : readStored(key))

function remember(key, value) {
  const done = store(key, value)
  if (done) unkept.delete(key)
  else unkept.set(key, value)
  return done
}

/** What is kept now. `why` ticks are not: "unkept" where storage takes nothing, "newer" where a newer version of the site keeps them. */
export function progress() {
  const { done, newer } = recordOf(readStored("progress"))
  const shown = unkept.has("progress") ? unkept.get("progress").done : done
  const why = newer ? "newer" : unkept.size ? "unkept" : ""
  return { plan: planOf(remembered("plan")), done: shown, cues: cuesOf(remembered("cues")), newer, why }
}

function keepDone(change) {
  const { done, newer } = progress()
  const value = { version: VERSION, done: change(done) }
  if (newer) unkept.set("progress", value)
  else remember("progress", value)
}

/** Ticks a session of a plan on a date, or takes the tick away. */
export function tick(date, plan, session, on) {
  keepDone(done => ticked(done, [date, plan, session], on))
  showAll()
}

/** The reader's plan from now on; null for none. */
export function choose(plan) {
  remember("plan", plan || undefined)
  showAll()
}

/**
 * Takes in what a file carried: its ticks are added; its plan and cues stand where it has any. "" where all is kept; else
 * why not ("newer", "unkept"), and nothing is changed.
 */
export function take({ plan, done, cues }) {
  const now = progress()
  if (now.newer) return "newer"
  const values = {
    progress: { version: VERSION, done: merged(now.done, done) },
    ...(plan && { plan }),
    ...(cues && { cues }),
  }
  const before = Object.keys(values).map(key => [key, raw(key)])
  const whole = Object.entries(values).every(([key, value]) => store(key, value))
  for (const [key, text] of before) whole ? unkept.delete(key) : raw(key, text)
  showAll()
  return whole ? "" : "unkept"
}

/** The text under a key as it is; with a second argument it is put back. */
function raw(key, ...text) {
  const name = `gf-${key}`
  try {
    if (!text.length) return localStorage.getItem(name)
    text[0] === null ? localStorage.removeItem(name) : localStorage.setItem(name, text[0])
  } catch {} // denied: then nothing was written either
  return null
}

/** Forgets all that the site has kept in this browser, whatever wrote it. Whether that could be done. */
export function forget() {
  unkept.clear()
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith("gf-")) localStorage.removeItem(key)
    return true
  } catch {
    return false
  } finally {
    showAll()
  }
}

/** Whether this browser keeps anything at all. */
export function keeps() {
  return store("trial", 1) && store("trial", undefined)
}

const markPlanned = () => document.documentElement.classList.toggle("gf-planned", !!progress().plan)

export function showAll() {
  const today = dateOf(new Date())
  if (day && day !== today) document.dispatchEvent(new CustomEvent("gf-day:changed"))
  day = today
  markPlanned()
  for (const follower of followers) follower.show()
}

// A plan's sessions come and a day ends while the page is open; a page that was hidden looks at once.
function watchClock() {
  clearTimeout(minute)
  if (followers.size)
    minute = setTimeout(
      () => {
        showAll()
        watchClock()
      },
      60000 - (Date.now() % 60000),
    )
}

/** From now on the element's show() is called at each change and each minute; and right now. */
export function follow(element) {
  followers.add(element)
  day = day || dateOf(new Date())
  markPlanned()
  element.show()
  watchClock()
}

export function leave(element) {
  followers.delete(element)
  watchClock()
}

/** Says in an element's own words, if it has a place for that, why ticks are not kept. */
export function note(element) {
  const place = element.querySelector("[data-is=note]")
  const { why } = progress()
  if (place) setText(place, why ? place.dataset[why] : "")
}

/** An element that follows; its parts are marked data-is. */
export class Follower extends HTMLElement {
  connectedCallback() {
    follow(this)
  }

  disconnectedCallback() {
    leave(this)
  }

  part(name) {
    return this.querySelector(`[data-is="${name}"]`)
  }
}

/** Sets a text only where it is another: else a screen reader would hear it again. */
export function setText(place, text) {
  if (place.textContent !== text) place.textContent = text
}

window.addEventListener("storage", ({ key }) => (key === null || key.startsWith("gf-")) && showAll())
document.addEventListener("visibilitychange", () => document.hidden || showAll())
document.addEventListener("gf-progress:done", ({ detail: { date, plan, session } }) =>
  tick(date, plan || "-", session, true),
)
