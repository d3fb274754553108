// A reader's own week has sessions too: its page tells which one to begin.

import { startSession } from "../session/session_start.js"

document.addEventListener("own-week:start", ({ detail }) => startSession(detail).catch(() => {}))
