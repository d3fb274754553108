// A second copy of an exercise's drawing.

import { query } from "../core/elements.js"

/** A copy of a drawing, whose ids get a `prefix` so that none stands twice in the page. @param {Element | null | undefined} box @param {string} prefix */
export function copyOfDrawing(box, prefix) {
  const svg = box?.querySelector("svg")
  if (!svg) return ""
  const html = svg.outerHTML.replace(/(\bid="|url\(#)/g, `$1${prefix}`)
  return document.importNode(query(new DOMParser().parseFromString(html, "text/html"), "svg", SVGElement), true)
}
