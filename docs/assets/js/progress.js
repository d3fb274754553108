// The plan of the reader and what was done of it, fetched where a page shows either.

import "./progress/back.js"
import "./progress/choice.js"
import "./progress/ticks.js"
