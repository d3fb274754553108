// The overview's filters.

import "./filter/exercise_filter.js"
