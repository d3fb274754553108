// The timetable of an exercise: a flat list of its phases, worked out before the first second.

/** The phases of a dose, in order; one of no length is left out. `sides` is a list, [null] where there are none. */
export function timetable({ seconds, reps, rest, sides, ready, change }) {
  const phases = []
  const add = (phase, side, rep, seconds) => seconds && phases.push({ phase, side, rep, seconds })
  sides.forEach((side, index) => {
    if (index) add("switch", side, 1, change)
    else add("ready", side, 1, ready)
    for (let rep = 1; rep <= reps; rep++) {
      add("hold", side, rep, seconds)
      if (rep < reps) add("rest", side, rep, rest)
    }
  })
  phases.push({ phase: "done", side: null, rep: reps, seconds: 0 })
  return phases
}
