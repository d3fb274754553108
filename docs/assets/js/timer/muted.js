// Whether the reader has muted the timers. The value is plain text, not JSON as elsewhere.

const MUTED = "gf-muted"

export function isMuted() {
  try {
    return !!localStorage.getItem(MUTED)
  } catch {
    return false // storage is denied
  }
}

/** @param {boolean} muted */
export function storeMuted(muted) {
  try {
    localStorage.setItem(MUTED, muted ? "yes" : "")
  } catch {
    // storage is denied: the choice holds until the page is left
  }
}
