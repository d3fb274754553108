// Types that JSDoc comments name, and what the theme and newer browsers define globally.

import type { Week } from "./core/types"

/** An observable of the theme. */
interface Stream<T> {
  subscribe(next: (value: T) => void): { unsubscribe(): void }
}

declare global {
  interface Window {
    /** Gives the document at once and after each instant navigation. */
    document$?: Stream<Document>
    /** The theme's key presses. */
    keyboard$?: Stream<{ mode: string; type: string; claim(): void }>
  }
  interface Navigator {
    readonly connection?: { readonly saveData: boolean }
  }
}

/** The whole of /week/<plan>.json. */
export interface PublishedWeek extends Week {
  name: string
  sessions: { id: string; label: string }[]
  /** Minutes of due work by day and session. */
  minutes: Record<string, Record<string, number>>
  /** What becomes of a session that was not done in its part of the day; "drop" where it is absent. */
  missed?: "drop" | "later"
}

/** What was done: the sessions by date and plan. */
export type DoneRecord = Record<string, Record<string, string[]>>

/** Indexes of days (Monday is 0) or of sessions: those due, and those to do if one likes. */
export interface Places {
  due: number[]
  more: number[]
}

/** Both sides in turn, one side only, or "" where the exercise has none. */
export type EntrySides = "e" | "l" | "r" | ""

/** An exercise in a reader's own week. */
export interface Entry {
  slug: string
  seconds: number
  reps: number
  side: EntrySides
  on: Places
  at: Places
}

/** A reader's own week, as a link carries it. */
export interface OwnWeek {
  name: string
  note: string
  days: number[]
  sessions: string[]
  exercises: Entry[]
}

/** What is wrong with a link, or what had to change to fit the site. */
export interface LinkProblem {
  kind: string
  what: string
}

/** A value of an exercise's dose on this site. */
export interface DoseValue {
  start: number
  most: number
  /** How it is worded. */
  said: string
  /** How it is worded beside a value that replaces it. */
  was: string
  /** Whether the source states it. */
  stated: boolean
  /** Whether the site chose it. */
  ours: boolean
  /** How its start is worded, where that is below the most. */
  begin?: string
}

/** An exercise's dose in /week/patterns.json. */
export interface SiteDose {
  says: string
  verb: string | null
  limb: string | null
  sides: { said: string; ours: boolean } | null
  seconds: DoseValue
  reps: DoseValue | null
  per_day: DoseValue | null
  days: DoseValue | null
}

export interface SiteExercise extends SiteDose {
  name: string
  url: string
  place: string
  about: boolean
  ready: number
  rest: number
  switch: number
  before: string | null
  cautions: string[]
}

/** How often ("2", or "2-3" for two due and a third optional) to the patterns for it. */
export type PatternTable = Record<string, string[]>

/** /week/patterns.json, what the week builder needs of the site. */
export interface Patterns {
  exercises: Record<string, SiteExercise>
  /** Former slugs to present ones. */
  formerly: Record<string, string>
  session_names: Record<string, string>
  start: { sessions: string[]; most_sessions: number; limit: number }
  moves: { between: number; floor: number }
  places: string[]
  days: Record<string, PatternTable>
  sessions: Record<string, Record<string, PatternTable>>
}
