// What is to be heard of a timetable, and when: the names of tones with their seconds, from the session's beginning.

const LONG = 20 // from so many seconds on, a hold tells its middle

/** [tone, second] of all phases, in order: each one's beginning, the middle of a long hold, the last three seconds. */
export function cuesOf(phases) {
  const cues = []
  for (const { phase, seconds, at } of phases) {
    cues.push([phase, at])
    if (phase === "hold" && seconds >= LONG) cues.push(["half", at + seconds / 2])
    if (seconds >= 8) for (const left of [3, 2, 1]) cues.push(["tick", at + seconds - left])
  }
  return cues
}
