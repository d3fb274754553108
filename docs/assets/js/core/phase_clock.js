// Runs through the phases of a timetable by the clock on the wall. No DOM: time and its scheduling are passed in.
//
// The wall clock, not the steadier performance.now(), which may stand still while a device sleeps.

export class PhaseClock {
  /**
   * `now()` gives milliseconds; `schedule(callback, delay)` returns what `cancel` takes. `enter()` is called as each
   * phase begins; phases missed in a sleep begin in order. `change(state, before)` is called with each state that is set.
   * `update()` is called by the second, and is expected to call catchUp() and wait().
   */
  constructor({ now, schedule, cancel, enter, change, update }) {
    Object.assign(this, { now, schedule, cancel, enter, change, update })
    this.reset([])
  }

  /** Idle, before the first of `phases`. */
  reset(phases) {
    this.cancel(this.next)
    Object.assign(this, { phases, index: -1, state: "idle", from: this.now(), stopped: this.now() })
  }

  get phase() {
    return this.phases[this.index]
  }

  get following() {
    return this.phases[this.index + 1]
  }

  /** Milliseconds of the phase that are over. */
  get elapsed() {
    return (this.stopped || this.now()) - this.from
  }

  /** Milliseconds of the phase to come; negative where it should have ended already. */
  get remaining() {
    return this.phase ? this.phase.seconds * 1000 - this.elapsed : 0
  }

  /** Runs on, or stops at the time `when`. */
  setState(state, when = this.now()) {
    const before = this.state
    const running = state === "running"
    if (running && this.stopped) this.from += this.now() - this.stopped
    this.stopped = running ? 0 : this.stopped || when
    this.state = state
    this.change(state, before)
  }

  /** Other lengths of the same phases; the present one stays as far gone as it was. */
  replace(phases) {
    const part = this.phase.seconds ? this.elapsed / this.phase.seconds : 0
    this.phases = phases
    this.from = (this.stopped || this.now()) - part * this.phase.seconds
  }

  /** Begins the phase at `index`, running or not. */
  goTo(index) {
    this.begin(index, this.stopped || this.now())
  }

  begin(index, from) {
    Object.assign(this, { index, from })
    if (!this.following) this.setState("done")
    this.enter()
  }

  /** Begins the phases that are due, one after the other. A clock that was put back restarts the phase. */
  catchUp() {
    if (this.elapsed < 0) this.from = this.now()
    while (this.state === "running" && this.remaining <= 0)
      this.begin(this.index + 1, this.from + this.phase.seconds * 1000)
  }

  /** Has update() called when the next second of the phase is over; at once if it has ended. */
  wait() {
    this.cancel(this.next)
    if (this.state !== "running") return
    this.next = this.schedule(() => this.update(), this.remaining > 0 ? this.remaining % 1000 || 1000 : 0)
  }
}
