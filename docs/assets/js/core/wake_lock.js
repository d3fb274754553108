// Keeps the screen awake, where the browser can.

export class ScreenWakeLock {
  constructor() {
    this.wanted = false
    /** @type {WakeLockSentinel | null} */
    this.lock = null
    this.settled = Promise.resolve()
  }

  /**
   * Requests the lock (again: a page that was hidden has lost it) or releases it; each call waits for the one before.
   * @param {boolean} wanted
   */
  set(wanted) {
    this.wanted = wanted
    const settle = async () => {
      if (this.lock) await this.lock.release()
      this.lock = this.wanted ? await navigator.wakeLock.request("screen") : null
    }
    this.settled = this.settled.then(settle).catch(() => {}) // no lock here, or a low battery
  }
}
