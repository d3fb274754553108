// A guided session, fetched when one starts.

import "./session/guided_session.js"
