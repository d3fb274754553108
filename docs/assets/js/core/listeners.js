// Event listeners that end with their element's connection to the page.

/**
 * Listens for `types`, separated by spaces, until `signal` is aborted. Safari before 15 ignores addEventListener's own
 * `signal`, so each listener is removed explicitly.
 * @param {EventTarget} target @param {string} types @param {EventListenerOrEventListenerObject} listener
 * @param {AbortSignal} signal
 */
export function listen(target, types, listener, signal) {
  for (const type of types.split(" ")) {
    target.addEventListener(type, listener)
    signal.addEventListener("abort", () => target.removeEventListener(type, listener))
  }
}
