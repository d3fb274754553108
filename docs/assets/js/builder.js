// The page on which a reader puts a week together.

import "./builder/own_week.js"
import "./own.js"
