// The audio cues of a timetable: which tones, at which second, and their scheduling while a clock runs.

import { TonePlayer } from "./audio.js"

/** @typedef {import("./audio.js").Cue} Cue */
/** @typedef {import("./types.js").Phase} Phase */

const JUST_BEGUN = 300 // milliseconds within which the beginning of a phase is still announced

/**
 * The cues of all phases, in order: each one's beginning, the middle of a hold of at least `halfway` seconds, and the
 * last three seconds of a long phase.
 * @param {Phase[]} phases @returns {Cue[]}
 */
export function cuesOf(phases, halfway = Infinity) {
  /** @type {Cue[]} */
  const cues = []
  for (const { phase, seconds, at } of phases) {
    cues.push([phase, at])
    if (phase === "hold" && seconds >= halfway) cues.push(["half", at + seconds / 2])
    if (seconds >= 8) for (const before of [3, 2, 1]) cues.push(["tick", at + seconds - before])
  }
  return cues
}

/** Schedules the cues of a clock's phases, each once. */
export class CueSchedule {
  /** @param {import("./phase_clock.js").PhaseClock<Phase>} clock */
  constructor(clock) {
    this.clock = clock
    this.tones = new TonePlayer()
    /** @type {Cue[]} */
    this.cues = []
    /** The second before which all is scheduled; 0 when nothing is. */
    this.until = 0
  }

  /** @param {Cue[]} cues */
  reset(cues) {
    this.silence()
    this.cues = cues
  }

  silence() {
    this.tones.silence()
    this.until = 0
  }

  /** The timetable's second that is now. */
  position() {
    const { phase, elapsed } = this.clock
    return phase ? phase.at + elapsed / 1000 : 0
  }

  /**
   * Schedules what is not yet scheduled before the second `until`; announces a phase that has just begun, if wanted.
   * @param {number} until
   */
  async schedule(until, announce = true) {
    const { phase, elapsed } = this.clock
    if (!phase) return
    const now = this.position()
    const from = this.until || (announce && elapsed < JUST_BEGUN ? phase.at : now + 0.001)
    const due = this.cues.filter(([, at]) => at >= from && at < until)
    /** @type {Cue[]} */
    const cues = due.map(([name, at]) => [name, at > now ? at : 0])
    if (!cues.length || (await this.tones.play(cues, () => this.position()))) this.until = until
  }
}
