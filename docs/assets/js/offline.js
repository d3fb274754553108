// The switch of the offline copy, on the page about this device.

import "./offline/switch.js"
