// The service worker: keeps one whole version of the site on the device and answers from it. Before this text stand
// VERSION, FILES and ON_USE (address in the site to SHA-256 of its bytes) and BYTES (what FILES weigh).
//
// A version is fetched into a cache of its own and used only when all of it is there and right. A page stays with the
// version it was opened with; the next version begins when no page is open any more, or when the reader asks for it.
// Written by hand rather than taken from a library: those check no bytes, and bind no page to its version.

const SCOPE = registration.scope
const OURS = `footing ${SCOPE} `
const NAME = OURS + VERSION
const PAGES = `${OURS}pages`
const MARK = `${SCOPE}sw.js` // stands in the cache of a version that is whole, and holds its bytes
const AT_ONCE = 4

addEventListener("install", event => event.waitUntil(save()))
addEventListener("activate", event => event.waitUntil(begin()))
addEventListener("message", event => {
  if (event.data === "take over") skipWaiting()
  if (event.data === "save") event.waitUntil(save().catch(() => {}))
})
addEventListener("fetch", event => {
  const { method, url, headers, mode } = event.request
  if (method !== "GET" || !url.startsWith(SCOPE) || headers.has("range")) return
  event.respondWith(mode === "navigate" ? page(event) : piece(event))
})

// ---- Saving ----

const keyOf = name => `${SCOPE}${name}?${FILES[name] || ON_USE[name]}`

/** Gets what is missing of this version. Where that fails, what is there stays, for the next time. */
async function save() {
  const cache = await caches.open(NAME)
  const there = new Set((await cache.keys()).map(({ url }) => url))
  const missing = Object.keys(FILES).filter(name => !there.has(keyOf(name)))
  const some = async () => {
    while (missing.length) {
      const name = missing.pop()
      await cache.put(keyOf(name), await file(name))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, some))
  for (const name in ON_USE) {
    const before = await caches.match(keyOf(name))
    if (before) await cache.put(keyOf(name), before)
  }
  // Opened again: if the reader has switched offline use off meanwhile, this cache is new and incomplete.
  const kept = await caches.open(NAME)
  if ((await kept.keys()).length < Object.keys(FILES).length) throw new Error("incomplete")
  await kept.put(MARK, new Response(BYTES))
}

/** A file of this version: out of an older one where it is the same, else from the network. */
async function file(name) {
  return (await caches.match(keyOf(name))) || fetched(name)
}

/** From the network. The browser itself refuses bytes with another hash: cut short, of another version, an error's page. */
async function fetched(name) {
  const response = await fetch(SCOPE + name, { cache: "no-cache", integrity: `sha256-${FILES[name] || ON_USE[name]}` })
  const headers = new Headers(response.headers)
  for (const each of ["content-encoding", "content-length", "accept-ranges", "vary"]) headers.delete(each)
  // A new response: browsers refuse a redirected response for a navigation.
  return new Response(await response.blob(), { headers })
}

// ---- Which page has which version ----

let pages // {now: the version in use, of: {page's id: its version where that is another, "" for the network}}

async function known() {
  if (!pages) {
    const before = await caches.match(SCOPE, { cacheName: PAGES })
    pages = before ? await before.json() : { now: "", of: {} }
  }
  return pages
}

async function remember() {
  const cache = await caches.open(PAGES)
  await cache.put(SCOPE, new Response(JSON.stringify(pages)))
}

const open = () => clients.matchAll({ includeUncontrolled: true, type: "all" })

/** This version is in use from now on. Pages that are open stay with the one before. */
async function begin() {
  const { now, of } = await known()
  const ids = (await open()).map(({ id }) => id)
  for (const id in of) if (!ids.includes(id)) delete of[id]
  if (now && now !== NAME) for (const id of ids) if (!(id in of)) of[id] = now
  pages.now = NAME
  await drop(await caches.keys())
  if (!now) await clients.claim()
}

/** Deletes those of the caches `names` that are ours and that no page needs. */
async function drop(names) {
  await remember()
  const needed = [NAME, PAGES, ...Object.values(pages.of)]
  for (const name of names) if (name.startsWith(OURS) && !needed.includes(name)) await caches.delete(name)
}

/** Waits for the page that is being opened, so that no other version begins in between; then lets go of old ones. */
async function arrived(id) {
  if (id) await clients.get(id)
  const { of } = await known()
  const old = Object.values(of).filter(version => version)
  if (!old.length) return
  const ids = (await open()).map(client => client.id)
  for (const each in of) if (of[each] && !ids.includes(each)) delete of[each]
  await drop(old)
}

// ---- Answering ----

const nameOf = url => new URL(url).pathname.slice(new URL(SCOPE).pathname.length).replace(/(^|\/)index\.html$/, "$1")

/** The file `name` as `version` has it; nothing where that version is not whole, or has no such file. */
async function found(name, version) {
  const options = { cacheName: version }
  const [whole, response] = await Promise.all([
    caches.match(MARK, options),
    version === NAME
      ? caches.match(keyOf(name), options)
      : caches.match(SCOPE + name, { cacheName: version, ignoreSearch: true }), // only that version knows its hashes
  ])
  return whole && response
}

/** What a page asks for, in the version of the page. */
async function piece({ request, clientId }) {
  const { of } = await known()
  const version = clientId in of ? of[clientId] : NAME
  return (version && (await found(nameOf(request.url), version))) || fetch(request)
}

/** A page that is opened: always in the version in use. */
async function page(event) {
  const { request, resultingClientId } = event
  const name = nameOf(request.url)
  event.waitUntil(arrived(resultingClientId))
  const response = await found(name, NAME)
  if (response) return response
  if (`${name}/` in FILES) return Response.redirect(`${SCOPE}${name}/${new URL(request.url).search}`)
  return fetch(request).then(
    answer => elsewhere(event, name, answer),
    error => nowhere(name, error),
  )
}

/** From the network: a file to keep from now on, or a page that this version does not have. */
async function elsewhere(event, name, answer) {
  if (name in ON_USE) {
    event.waitUntil(keepOnUse(name).catch(() => {}))
  } else if (event.resultingClientId) {
    // A page of another version, which must not be given the scripts and styles of this one.
    const { of } = await known()
    of[event.resultingClientId] = ""
    await remember().catch(() => {})
  }
  return answer
}

async function keepOnUse(name) {
  if (!(await caches.match(MARK, { cacheName: NAME }))) return // switched off
  const cache = await caches.open(NAME)
  await cache.put(keyOf(name), await fetched(name))
}

/** Without a network: the site's own words on what is missing. A download fails by the number instead of saving them. */
async function nowhere(name, error) {
  const file = name in ON_USE
  const words = await found(file ? "503.html" : "404.html", NAME)
  if (!words) throw error
  return new Response(words.body, { headers: words.headers, status: file ? 503 : 404 })
}
