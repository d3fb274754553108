import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import { PhaseClock } from "../../docs/assets/js/core/phase_clock.js"

const PHASES = [
  { phase: "ready", seconds: 2 },
  { phase: "hold", seconds: 3 },
  { phase: "rest", seconds: 1.5 },
  { phase: "done", seconds: 0 },
]

let time
let timeouts
let entered
let states
let clock

/** Lets time go by; a timeout that falls due meanwhile runs at its time. */
function run(milliseconds) {
  const end = time + milliseconds
  while (timeouts.size) {
    const [first] = [...timeouts].sort((a, b) => a.at - b.at)
    if (first.at > end) break
    timeouts.delete(first)
    time = Math.max(time, first.at)
    first.callback()
  }
  time = end
}

/** Lets time go by while nothing runs. */
function sleep(milliseconds) {
  time += milliseconds
}

function start(index = 0) {
  clock.setState("running")
  clock.goTo(index)
  update()
}

function update() {
  clock.catchUp()
  clock.wait()
}

beforeEach(() => {
  time = 1_000_000
  timeouts = new Set()
  entered = []
  states = []
  clock = new PhaseClock({
    now: () => time,
    schedule: (callback, delay) => {
      const timeout = { callback, at: time + delay }
      timeouts.add(timeout)
      return timeout
    },
    cancel: timeout => timeouts.delete(timeout),
    enter: () => entered.push([clock.phase.phase, time - 1_000_000]),
    change: state => states.push(state),
    update,
  })
  clock.reset(PHASES)
})

test("a clock that was reset is idle before the first phase", () => {
  assert.equal(clock.state, "idle")
  assert.equal(clock.phase, undefined)
  assert.equal(clock.following, PHASES[0])
  assert.equal(timeouts.size, 0)
})

test("phases begin one after the other, each at its time, and then it is done", () => {
  start()
  run(20_000)
  assert.deepEqual(entered, [
    ["ready", 0],
    ["hold", 2000],
    ["rest", 5000],
    ["done", 6500],
  ])
  assert.deepEqual(states, ["running", "done"])
  assert.equal(timeouts.size, 0)
})

test("a pause stops the time, and resuming begins no phase", () => {
  start()
  run(500)
  clock.setState("paused")
  update()
  run(60_000)
  assert.equal(clock.remaining, 1500)
  clock.setState("running")
  update()
  run(1499)
  assert.deepEqual(entered, [["ready", 0]])
  run(1)
  assert.deepEqual(entered[1], ["hold", 62_000])
})

test("a phase chosen while paused stays paused at its beginning", () => {
  start()
  run(500)
  clock.setState("paused")
  run(700)
  clock.goTo(1)
  update()
  run(10_000)
  assert.equal(clock.state, "paused")
  assert.equal(clock.remaining, 3000)
})

test("restarting begins the first phase at once", () => {
  start()
  run(4000)
  start()
  assert.deepEqual(entered[2], ["ready", 4000])
  assert.equal(clock.remaining, 2000)
})

test("phases missed in a sleep begin in order, and the present one is as far gone as it should be", () => {
  start()
  sleep(5500)
  update()
  assert.deepEqual(
    entered.map(([phase]) => phase),
    ["ready", "hold", "rest"],
  )
  assert.equal(clock.remaining, 1000)
})

test("a late update shortens the next phase rather than shifting the timetable", () => {
  start()
  sleep(2300)
  run(0)
  run(10_000)
  assert.deepEqual(entered[2], ["rest", 5000])
})

test("a clock that is put back restarts the phase", () => {
  start()
  run(1500)
  time -= 3_600_000
  update()
  assert.equal(clock.elapsed, 0)
  assert.equal(clock.phase.phase, "ready")
})

test("a pause can be dated back to when the page was last seen", () => {
  start()
  run(1000)
  const seen = time
  sleep(300_000)
  clock.setState("paused", seen)
  assert.equal(clock.remaining, 1000)
})

test("other lengths keep the present phase as far gone as it was", () => {
  start()
  run(500)
  clock.setState("paused")
  clock.replace(PHASES.map(phase => ({ ...phase, seconds: phase.seconds * 2 })))
  assert.equal(clock.elapsed, 1000)
  assert.equal(clock.remaining, 3000)
})

test("a reset while running stops it", () => {
  start()
  run(500)
  clock.reset(PHASES)
  run(60_000)
  assert.deepEqual(entered, [["ready", 0]])
  assert.equal(timeouts.size, 0)
})

test("the last phase ends it even while paused", () => {
  start()
  clock.setState("paused")
  clock.goTo(3)
  assert.equal(clock.state, "done")
})
