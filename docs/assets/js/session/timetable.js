// The timetable of a whole session: one flat list of phases, worked out from a week's JSON before the first second.

import { timetable } from "../core/timetable.js"

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
 * "move", told as part of the one to come. `pace` stretches the pauses to get ready, change sides and move, no hold.
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
