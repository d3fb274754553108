// Types of the timetables and of a week's data, for the scripts' JSDoc comments.

export type PhaseName = "ready" | "hold" | "rest" | "switch" | "move" | "done"
export type Side = "left" | "right"
export type PlayerState = "idle" | "running" | "paused" | "done"

/** A part of a timetable, with its length, its place among the others and the second `at` which it begins. */
export interface Phase {
  phase: PhaseName
  side: Side | null
  /** Counted from 1 on each side; a rest has that of the hold before it. */
  rep: number
  seconds: number
  index: number
  at: number
}

/** A phase of a session, with the slug of its exercise; `null` when the session is done. */
export interface SessionPhase extends Phase {
  exercise: string | null
}

/** One round of an exercise. All lengths in seconds; `sides` is `[null]` where there are none. */
export interface Round {
  seconds: number
  reps: number
  rest: number
  sides: (Side | null)[]
  ready: number
  change: number
}

/** An exercise's dose as it stands in /week/<plan>.json. */
export interface Dose {
  seconds: number
  about: boolean
  reps: number
  rest: number
  sides: string | null
  ready: number
  switch: number
}

export interface Exercise extends Dose {
  name: string
  url: string
  verb: string | null
  limb: string | null
  place: string
}

export interface Slot {
  day: string
  session: string
  exercise: string
  optional: boolean
}

/** What a player needs of /week/<plan>.json. */
export interface Week {
  name?: string
  sessions?: { id: string; label: string }[]
  moves: { between: number; floor: number }
  exercises: Record<string, Exercise>
  slots: Slot[]
}

declare global {
  interface Navigator {
    /** Safari only: whether sound plays although the phone is on silent. */
    readonly audioSession?: { type: "auto" | "playback" }
  }
}
