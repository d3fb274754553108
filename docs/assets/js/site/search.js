// <search-button>: opens the theme's search, or closes it, by a real button (the theme's label is out of a keyboard's reach).

const searchSwitch = () => document.getElementById("__search")
let searchOpenedFrom = null

function openSearch(from) {
  const field = document.querySelector(".gf-search__input")
  searchOpenedFrom = from
  if (!searchSwitch().checked) searchSwitch().click()
  field.focus()
  field.select()
}

function focusWhereSearchWasOpened() {
  if (searchOpenedFrom) searchOpenedFrom.focus({ preventScroll: true })
}

function closeSearch() {
  searchSwitch().click()
  focusWhereSearchWasOpened()
}

class SearchButton extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button")
    button.hidden = false
    button.addEventListener("click", () => (searchSwitch().checked ? closeSearch() : openSearch(button)))
  }
}

customElements.define("search-button", SearchButton)

// The theme closes on Escape but leaves the focus nowhere.
document.addEventListener("keydown", event => {
  if (event.key === "Escape" && searchSwitch().checked) focusWhereSearchWasOpened()
})

// The theme's keys focus the field, which it cannot while the search is closed: open it first.
if (window.keyboard$) {
  window.keyboard$.subscribe(key => {
    if (key.mode === "global" && ["f", "s", "/"].includes(key.type)) openSearch(document.activeElement)
  })
}
