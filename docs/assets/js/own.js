// A week of the reader's own, out of its link: for the week builder, and for Today where such a week is the reader's.

import "./builder/fitted.js"
import "./builder/link.js"
import "./builder/published.js"
