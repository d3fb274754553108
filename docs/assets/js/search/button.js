// <search-button>: opens the search or closes it, by a real button (the theme's label cannot be reached by keyboard).
// The theme's switch, a checkbox, says whether the search is open; the dialog's script is fetched when it first is.

import { loadScript } from "../core/load.js"

/** @type {HTMLElement | null} */
let openedFrom = null

/** The theme's checkbox that is checked while the search is open. */
export const searchSwitch = () => /** @type {HTMLInputElement} */ (document.getElementById("__search"))

const searchDialog = () => /** @type {HTMLElement} */ (document.querySelector("search-dialog"))
const queryField = () => /** @type {HTMLInputElement} */ (searchDialog().querySelector("[name=query]"))

/** @param {HTMLElement | null} from what gets the focus back */
function openSearch(from) {
  openedFrom = from
  if (!searchSwitch().checked) searchSwitch().click()
  queryField().focus()
  queryField().select()
}

/** Closes the search and gives the focus back to where it was opened. */
export function closeSearch() {
  if (searchSwitch().checked) searchSwitch().click()
  openedFrom?.focus({ preventScroll: true })
}

class SearchButton extends HTMLElement {
  connectedCallback() {
    const button = /** @type {HTMLButtonElement} */ (this.querySelector("button"))
    button.hidden = false
    button.onclick = () => (searchSwitch().checked ? closeSearch() : openSearch(button))
  }
}

customElements.define("search-button", SearchButton)

/** Fetches the dialog's script; after a failure, the next opening tries again. */
function loadDialog() {
  if (!searchSwitch().checked) return
  loadScript("search").catch(() => {
    const dialog = searchDialog()
    const status = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"))
    status.textContent = dialog.dataset.failed ?? ""
  })
}

searchSwitch().addEventListener("change", loadDialog)

// Here and not in the dialog: Escape closes the search also while its script is on its way.
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape" && searchSwitch().checked) closeSearch()
})

/** Opens the search with the address's ?q=, which goes when the search is closed. */
function searchFromAddress() {
  const query = new URLSearchParams(location.search).get("q")
  if (query === null) return
  queryField().value = query
  openSearch(null)
  const forgetQuery = () => {
    const address = new URL(location.href)
    address.searchParams.delete("q")
    history.replaceState(history.state, "", address)
  }
  searchSwitch().addEventListener("change", forgetQuery, { once: true })
}

searchFromAddress()

// The theme's key stream: its shortcuts, while no field has the focus and the search is closed.
window.keyboard$?.subscribe(key => {
  if (key.mode === "global" && ["f", "s", "/"].includes(key.type)) {
    openSearch(/** @type {HTMLElement | null} */ (document.activeElement))
    key.claim()
  }
})
