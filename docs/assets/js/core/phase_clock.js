// Runs through the phases of a timetable by the wall clock. No DOM: time and its scheduling are passed in.
//
// The wall clock, not the steadier performance.now(), which may stand still while a device sleeps.

/** @typedef {import("./types.js").PlayerState} PlayerState */

/** @template {{ seconds: number }} P */
export class PhaseClock {
  /**
   * @param {object} options
   * @param {() => number} options.now in milliseconds
   * @param {(callback: () => void, delay: number) => number} options.schedule returns what `cancel` takes
   * @param {(timeout: number | undefined) => void} options.cancel
   * @param {() => void} options.enter called as each phase begins; phases missed in a sleep begin in order
   * @param {(state: PlayerState, before: PlayerState) => void} options.change called with each state that is set
   * @param {() => void} options.update called by the second, and expected to call catchUp() and wait()
   */
  constructor({ now, schedule, cancel, enter, change, update }) {
    this.now = now
    this.schedule = schedule
    this.cancel = cancel
    this.enter = enter
    this.change = change
    this.update = update
    /** @type {P[]} */
    this.phases = []
    this.index = -1
    /** @type {PlayerState} */
    this.state = "idle"
    this.from = this.stopped = now()
    /** @type {number | undefined} */
    this.next = undefined
  }

  /** Idle, before the first of `phases`. @param {P[]} phases */
  reset(phases) {
    this.cancel(this.next)
    this.phases = phases
    this.index = -1
    this.state = "idle"
    this.from = this.stopped = this.now()
  }

  /** @returns {P | undefined} */
  get phase() {
    return this.phases[this.index]
  }

  /** @returns {P | undefined} */
  get following() {
    return this.phases[this.index + 1]
  }

  /** Now, or the time at which the clock was stopped. */
  get time() {
    return this.stopped || this.now()
  }

  /** Milliseconds since the phase began. */
  get elapsed() {
    return this.time - this.from
  }

  /** Milliseconds until the phase ends; negative where it should have ended already. */
  get remaining() {
    return this.phase ? this.phase.seconds * 1000 - this.elapsed : 0
  }

  /** Runs on, or stops at the time `when`. @param {PlayerState} state */
  setState(state, when = this.now()) {
    const before = this.state
    const running = state === "running"
    if (running) this.from += this.now() - this.time
    this.stopped = running ? 0 : this.stopped || when
    this.state = state
    this.change(state, before)
  }

  /**
   * Replaces the phases by the same ones of other lengths; the elapsed fraction of the present one stays.
   * @param {P[]} phases
   */
  replace(phases) {
    const scale = this.phase?.seconds ? phases[this.index].seconds / this.phase.seconds : 0
    this.from = this.time - this.elapsed * scale
    this.phases = phases
  }

  /** Begins the phase at `index`, running or not. @param {number} index */
  goTo(index) {
    this.begin(index, this.time)
  }

  /** @param {number} index @param {number} from */
  begin(index, from) {
    this.index = index
    this.from = from
    if (!this.following) this.setState("done")
    this.enter()
  }

  /** Begins the phases that are due, one after the other. A clock that was put back restarts the phase. */
  catchUp() {
    if (this.elapsed < 0) this.from = this.now()
    while (this.state === "running" && this.phase && this.remaining <= 0)
      this.begin(this.index + 1, this.from + this.phase.seconds * 1000)
  }

  /** Schedules update() for when the next second of the phase is over; at once if the phase has ended. */
  wait() {
    this.cancel(this.next)
    if (this.state !== "running") return
    this.next = this.schedule(() => this.update(), this.remaining > 0 ? this.remaining % 1000 || 1000 : 0)
  }
}
