import assert from "node:assert/strict"
import { test } from "node:test"
import { cuesOf } from "../../docs/assets/js/core/cues.js"
import { timetable } from "../../docs/assets/js/core/timetable.js"

const round = changes => timetable({ seconds: 24, reps: 1, rest: 0, sides: [null], ready: 5, change: 0, ...changes })

test("each phase has a cue at its beginning, and a long one at each of its last three seconds", () => {
  assert.deepEqual(cuesOf(round({})), [
    ["ready", 0],
    ["hold", 5],
    ["tick", 26],
    ["tick", 27],
    ["tick", 28],
    ["done", 29],
  ])
})

test("a short phase has no ticks", () => {
  const cues = cuesOf(round({ seconds: 7, reps: 2, rest: 2 }))
  assert.deepEqual(
    cues.map(([name]) => name),
    ["ready", "hold", "rest", "hold", "done"],
  )
})

test("a hold has a cue at its middle if it is long enough for one", () => {
  const middles = cues => cues.filter(([name]) => name === "half")
  assert.deepEqual(middles(cuesOf(round({}), 24)), [["half", 17]])
  assert.deepEqual(middles(cuesOf(round({}), 25)), [])
})
