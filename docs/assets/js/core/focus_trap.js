// Keeps focus within something that takes the whole screen.

import { queryAll } from "./elements.js"

/** Makes all that is not around or in `box` inert; returns a function that undoes it. @param {Element} box */
export function makeBackgroundInert(box) {
  const behind = queryAll(document, "body *", HTMLElement).filter(
    other => other.parentNode !== box && other.parentNode?.contains(box) && !other.contains(box),
  )
  for (const other of behind) other.inert = true
  return () => {
    for (const other of behind) other.inert = false
  }
}

/** Whether an element takes room on the screen. @param {Element} element */
export const isRendered = element => element.getClientRects().length > 0

/**
 * Moves focus from the last control of `box` to the first, or back: for browsers without `inert`.
 * @param {HTMLElement} box @param {KeyboardEvent} event
 */
export function wrapFocus(box, event) {
  const all = queryAll(box, "button, input, select, a", HTMLElement).filter(isRendered)
  const [first, last] = event.shiftKey ? [all[all.length - 1], all[0]] : [all[0], all[all.length - 1]]
  if (document.activeElement !== last && document.activeElement !== box) return
  first.focus()
  event.preventDefault()
}
