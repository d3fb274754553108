// What this browser stores for its reader: values under keys that begin with "gf-", as JSON. Storage may be denied,
// full or hold anything at all: reading then gives null, and writing false.

/** The value stored under `key`, or null where there is none that can be read. @param {string} key */
export function readStored(key) {
  try {
    return JSON.parse(localStorage.getItem(`gf-${key}`) ?? "null")
  } catch {
    return null
  }
}

/**
 * Stores `value` under `key`; undefined removes it. Returns whether that worked.
 * @param {string} key @param {unknown} [value]
 */
export function store(key, value) {
  try {
    if (value === undefined) localStorage.removeItem(`gf-${key}`)
    else localStorage.setItem(`gf-${key}`, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}
