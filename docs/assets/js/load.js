// Scripts and style sheets of their own (a folder in docs/assets/js or css each), fetched where they are needed first.

const made = file => new URL(file, import.meta.url).href

/** Fetches and runs a bundle's script, once. Fails where it cannot be fetched. */
export function loadScript(name) {
  return import(made(`${name}.js`))
}

/** Puts a bundle's style sheet into the page, once; ready when it applies. Fails where it cannot be fetched. */
export function loadStyle(name) {
  const href = made(`${name}.css`)
  if ([...document.styleSheets].some(sheet => sheet.href === href)) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), {
      rel: "stylesheet",
      href,
      onload: resolve,
      onerror: reject,
    })
    document.body.append(link) // instant navigation takes from the head what the next page does not name
  })
}
