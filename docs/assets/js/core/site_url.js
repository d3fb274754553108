// Addresses within the site, from where its scripts are: assets/made/.

const root = new URL("../../", import.meta.url)

/** The full address of a page or file, given by its path in the site. @param {string} path */
export const siteUrl = path => new URL(path, root).href
