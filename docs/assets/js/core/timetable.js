// The timetables of an exercise and of a session: flat lists of phases, worked out before the first second.

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

/** The slugs of a session in order: what is due, and the optional ones too if wanted, or if there is nothing else. */
export function chosen(week, day, session, optional) {
  const slots = week.slots.filter(slot => slot.day === day && slot.session === session)
  const due = slots.filter(slot => !slot.optional)
  return (optional || !due.length ? slots : due).map(slot => slot.exercise)
}

/** Whether there is more to a session than what is due. */
export function hasChoice(week, day, session) {
  return chosen(week, day, session, true).length > chosen(week, day, session).length
}

/**
 * The phases of the exercises, in order, each with the second `at` which it begins. Between two exercises comes a
 * "move", which belongs to the second. `pace` stretches the pauses to get ready, change sides and move, no hold.
 */
export function sessionTimetable(week, slugs, pace = 1) {
  const phases = []
  let at = 0
  const add = phase => {
    phases.push({ ...phase, index: phases.length, at })
    at += phase.seconds
  }
  slugs.forEach((exercise, index) => {
    const { place, sides, switch: change, ready, ...dose } = week.exercises[exercise]
    const both = sides ? sides.split(" ") : [null]
    if (index) {
      const floors = [place, week.exercises[slugs[index - 1]].place].filter(each => each === "floor").length
      const seconds = (floors === 1 ? week.moves.floor : week.moves.between) * pace
      if (seconds) add({ phase: "move", exercise, side: both[0], rep: 1, seconds })
    }
    const single = timetable({ ...dose, sides: both, ready: ready * pace, change: change * pace })
    for (const phase of single) if (phase.phase !== "done") add({ ...phase, exercise })
  })
  add({ phase: "done", exercise: null, side: null, rep: 0, seconds: 0 })
  return phases
}
