// Keeps the screen awake, where the browser can.

export class ScreenLock {
  /** Takes the lock anew (a page that was hidden has lost it) or lets it go; one call waits for the one before. */
  keep(wanted) {
    this.wanted = wanted
    const settle = async () => {
      if (this.lock) await this.lock.release()
      this.lock = this.wanted && (await navigator.wakeLock.request("screen"))
    }
    this.settled = Promise.resolve(this.settled)
      .then(settle)
      .catch(() => {}) // none here, or a low battery
  }
}
