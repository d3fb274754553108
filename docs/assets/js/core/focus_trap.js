// What is behind something that takes the whole screen.

/** Puts all that is not around or in `box` out of reach; returns what undoes that. */
export function makeBackgroundInert(box) {
  const behind = []
  for (const other of document.querySelectorAll("body *"))
    if (!other.contains(box) && other.parentNode !== box && other.parentNode.contains(box)) behind.push(other)
  for (const other of behind) other.inert = true
  return () => {
    for (const other of behind) other.inert = false
  }
}
