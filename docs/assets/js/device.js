// The page about what this device remembers. It builds on the script of progress.

import "./device/device.js"
import "./progress.js"
