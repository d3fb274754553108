// What this browser remembers for its reader: values under keys that begin with "gf-", as JSON. Storage may be denied,
// full or hold anything at all; whoever asks gets null then, or is told that nothing was kept.

/** The value kept under `key`, or null where there is none that can be read. */
export function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(`gf-${key}`))
  } catch {
    return null
  }
}

/** Keeps `value` under `key` (undefined: nothing any more). Whether that could be done. */
export function keep(key, value) {
  try {
    if (value === undefined) localStorage.removeItem(`gf-${key}`)
    else localStorage.setItem(`gf-${key}`, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}
