// Starts a session of the reader's own week when the week builder asks for it.

import { startSession } from "../session/session_start.js"

document.addEventListener("own-week:start", event => {
  startSession(/** @type {CustomEvent} */ (event).detail).catch(() => {})
})
