// Today on the first page. It builds on the script of progress.

import "./progress.js"
import "./progress/today.js"
