import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { sessionTimetable, timetable } from "../../docs/assets/js/core/timetable.js"

const vectors = JSON.parse(readFileSync(new URL("../vectors/timetable.json", import.meta.url), "utf8"))

for (const { case: name, dose, seconds } of vectors.rounds) {
  test(`a round: ${name}`, () => {
    const sides = dose.sides ? dose.sides.split(" ") : [null]
    const phases = timetable({ ...dose, sides, change: dose.switch })
    assert.equal(
      phases.reduce((sum, phase) => sum + phase.seconds, 0),
      seconds,
    )
  })
}

for (const { case: name, seconds, ...week } of vectors.sessions) {
  test(`a session: ${name}`, () => {
    const phases = sessionTimetable(week, Object.keys(week.exercises))
    const done = phases[phases.length - 1]
    assert.equal(done.phase, "done")
    assert.equal(done.at, seconds)
  })
}
