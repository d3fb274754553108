// Scripts and style sheets of features (a folder in docs/assets/js or css each), fetched where they are first needed.

/** @param {string} file */
const bundleUrl = file => new URL(file, import.meta.url).href

/**
 * Fetches and runs a bundle's script, once. Rejects where it cannot be fetched.
 * @param {string} name @returns {Promise<unknown>}
 */
export function loadScript(name) {
  return import(bundleUrl(`${name}.js`))
}

/**
 * Puts a bundle's style sheet into the page, once; resolves when it applies. Rejects where it cannot be fetched.
 * @param {string} name
 */
export function loadStyle(name) {
  const href = bundleUrl(`${name}.css`)
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
