// The script of every page.

import "./timer/hold_timer.js"
import "./site/nav.js"
import "./site/offline.js"
import "./site/own_week_start.js"
import "./search/button.js"
import "./session/session_start.js"
import "./site/share.js"
import "./site/week_days.js"
import "./site/with_script.js"
