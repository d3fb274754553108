// How far a session is: a segment for each exercise, as wide as it is long.

/** @typedef {{ exercise: string, from: number, seconds: number, bar: HTMLElement }} Segment */

export class ProgressBar {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element
    /** @type {Segment[]} */
    this.segments = []
  }

  /** @param {import("../core/types.js").SessionPhase[]} phases */
  divide(phases) {
    this.segments = []
    for (const { exercise, seconds, at } of phases) {
      let segment = this.segments[this.segments.length - 1]
      if (!exercise) break
      if (!segment || segment.exercise !== exercise) {
        segment = { exercise, from: at, seconds: 0, bar: document.createElement("i") }
        this.segments.push(segment)
      }
      segment.seconds += seconds
    }
    for (const { bar, seconds } of this.segments) bar.style.flexGrow = `${seconds}`
    this.element.replaceChildren(...this.segments.map(({ bar }) => bar))
  }

  /** Shows that so many seconds of all are over. @param {number} gone @param {number} all */
  show(gone, all) {
    this.element.setAttribute("aria-valuenow", `${all ? Math.round((gone / all) * 100) : 100}`)
    for (const { bar, from, seconds } of this.segments)
      bar.style.setProperty("--gone", `${Math.min(1, Math.max(0, (gone - from) / seconds))}`)
  }
}
