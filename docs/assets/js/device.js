// The page about what this device stores. It builds on the script of progress.

import "./device/delete_all.js"
import "./device/past_weeks.js"
import "./device/record_file.js"
import "./device/stored_here.js"
import "./progress.js"
