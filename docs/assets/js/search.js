// The dialog of the search, fetched when it is first opened.

import "./search/dialog.js"
