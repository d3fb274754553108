// Typed access to the elements of a page.

/**
 * The first element in `root` that matches. Throws where there is none of that type: the page lacks what the script needs.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
export function query(root, selector, type) {
  const found = root.querySelector(selector)
  if (found instanceof type) return found
  throw new Error(`the page has no ${type.name} "${selector}"`)
}

/**
 * All elements in `root` of a type that match.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T[]}
 */
export function queryAll(root, selector, type) {
  return [...root.querySelectorAll(selector)].filter(
    /** @returns {element is T} */
    element => element instanceof type,
  )
}
