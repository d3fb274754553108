// A guided session, fetched when one starts.

import "./session/player.js"
