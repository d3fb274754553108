// The service worker: keeps one whole version of the site on the device and answers from it. service_worker.py writes
// VERSION, FILES, ON_USE and BYTES before this text (worker.d.ts).
//
// A version is fetched into a cache of its own and used only when it is complete and its bytes are right. A page stays with
// the version it was opened with; the next version begins when no page is open any more, or when the reader asks for it.
// Written by hand rather than taken from a library: those check no bytes, and bind no page to its version.

const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
const SCOPE = scope.registration.scope
const OURS = `footing ${SCOPE} `
const NAME = OURS + VERSION
const PAGES = `${OURS}pages`
const MARK = `${SCOPE}sw.js` // in the cache of a complete version; holds its number of bytes
const AT_ONCE = 4

scope.addEventListener("install", event => event.waitUntil(save()))
scope.addEventListener("activate", event => event.waitUntil(begin()))
scope.addEventListener("message", event => {
  if (event.data === "take over") scope.skipWaiting()
  if (event.data === "save") event.waitUntil(save().catch(() => {}))
})
scope.addEventListener("fetch", event => {
  const { method, url, headers, mode } = event.request
  if (method !== "GET" || !url.startsWith(SCOPE) || headers.has("range")) return
  event.respondWith(mode === "navigate" ? page(event) : piece(event))
})

// ---- Saving ----

/** @param {string} name */
const keyOf = name => `${SCOPE}${name}?${FILES[name] || ON_USE[name]}`

/** Fetches what is missing of this version. Where that fails, the next attempt goes on from there. */
async function save() {
  const cache = await caches.open(NAME)
  const present = new Set((await cache.keys()).map(({ url }) => url))
  const missing = Object.keys(FILES).filter(name => !present.has(keyOf(name)))
  const fetchMissing = async () => {
    for (let name = missing.pop(); name !== undefined; name = missing.pop())
      await cache.put(keyOf(name), await file(name))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, fetchMissing))
  for (const name in ON_USE) {
    const before = await caches.match(keyOf(name))
    if (before) await cache.put(keyOf(name), before)
  }
  // Opened again: if the reader has switched offline use off meanwhile, this cache is new and incomplete.
  const now = await caches.open(NAME)
  if ((await now.keys()).length < Object.keys(FILES).length) throw new Error("incomplete")
  await now.put(MARK, new Response(String(BYTES)))
}

/** A file of this version: from an older one where it is the same, else from the network. @param {string} name */
async function file(name) {
  return (await caches.match(keyOf(name))) || fetched(name)
}

/** From the network. The browser itself refuses bytes with another hash: cut short, of another version, an error's page. @param {string} name */
async function fetched(name) {
  const response = await fetch(SCOPE + name, { cache: "no-cache", integrity: `sha256-${FILES[name] || ON_USE[name]}` })
  const headers = new Headers(response.headers)
  for (const each of ["content-encoding", "content-length", "accept-ranges", "vary"]) headers.delete(each)
  // A new response: browsers refuse a redirected response for a navigation.
  return new Response(await response.blob(), { headers })
}

// ---- Which page has which version ----

/**
 * `now` is the version in use, `of` the versions of pages (by id) that have another, "" for the network.
 * @typedef {{ now: string, of: Record<string, string> }} Versions
 */

/** @type {Versions | undefined} */
let versions

/** @returns {Promise<Versions>} */
async function readVersions() {
  if (!versions) {
    const before = await caches.match(SCOPE, { cacheName: PAGES })
    versions = before ? /** @type {Versions} */ (await before.json()) : { now: "", of: {} }
  }
  return versions
}

async function storeVersions() {
  const cache = await caches.open(PAGES)
  await cache.put(SCOPE, new Response(JSON.stringify(versions)))
}

const openPages = () => scope.clients.matchAll({ includeUncontrolled: true, type: "all" })

/** This version is in use from now on. Pages that are open stay with the one before. */
async function begin() {
  const current = await readVersions()
  const { now, of } = current
  const ids = (await openPages()).map(({ id }) => id)
  for (const id in of) if (!ids.includes(id)) delete of[id]
  if (now && now !== NAME) for (const id of ids) if (!(id in of)) of[id] = now
  current.now = NAME
  await drop(await caches.keys())
  if (!now) await scope.clients.claim()
}

/** Deletes those of the caches `names` that are this site's and that no page needs. @param {string[]} names */
async function drop(names) {
  await storeVersions()
  const { of } = await readVersions()
  const needed = [NAME, PAGES, ...Object.values(of)]
  for (const name of names) if (name.startsWith(OURS) && !needed.includes(name)) await caches.delete(name)
}

/** Waits for the page that is being opened, so that no other version begins in between; then deletes old ones. @param {string} id */
async function afterOpening(id) {
  if (id) await scope.clients.get(id)
  const { of } = await readVersions()
  const old = Object.values(of).filter(version => version)
  if (!old.length) return
  const ids = (await openPages()).map(client => client.id)
  for (const each in of) if (of[each] && !ids.includes(each)) delete of[each]
  await drop(old)
}

// ---- Answering ----

/** @param {string} url */
const nameOf = url => new URL(url).pathname.slice(new URL(SCOPE).pathname.length).replace(/(^|\/)index\.html$/, "$1")

/**
 * The file `name` as `version` has it; nothing where that version is incomplete, or has no such file.
 * @param {string} name @param {string} version
 */
async function found(name, version) {
  const options = { cacheName: version }
  const [complete, response] = await Promise.all([
    caches.match(MARK, options),
    version === NAME
      ? caches.match(keyOf(name), options)
      : caches.match(SCOPE + name, { cacheName: version, ignoreSearch: true }), // only that version knows its hashes
  ])
  return complete && response
}

/** What a page requests, in the version of the page. @param {FetchEvent} event */
async function piece({ request, clientId }) {
  const { of } = await readVersions()
  const version = clientId in of ? of[clientId] : NAME
  return (version && (await found(nameOf(request.url), version))) || fetch(request)
}

/** A page that is opened: always in the version in use. @param {FetchEvent} event */
async function page(event) {
  const { request, resultingClientId } = event
  const name = nameOf(request.url)
  event.waitUntil(afterOpening(resultingClientId))
  const response = await found(name, NAME)
  if (response) return response
  if (`${name}/` in FILES) return Response.redirect(`${SCOPE}${name}/${new URL(request.url).search}`)
  return fetch(request).then(
    answer => fromNetwork(event, name, answer),
    error => whenOffline(name, error),
  )
}

/**
 * From the network: a file to cache from now on, or a page that this version does not have.
 * @param {FetchEvent} event @param {string} name @param {Response} answer
 */
async function fromNetwork(event, name, answer) {
  if (name in ON_USE) {
    event.waitUntil(cacheOnUse(name).catch(() => {}))
  } else if (event.resultingClientId) {
    // A page of another version, which must not be given the scripts and styles of this one.
    const { of } = await readVersions()
    of[event.resultingClientId] = ""
    await storeVersions().catch(() => {})
  }
  return answer
}

/** @param {string} name */
async function cacheOnUse(name) {
  if (!(await caches.match(MARK, { cacheName: NAME }))) return // switched off
  const cache = await caches.open(NAME)
  await cache.put(keyOf(name), await fetched(name))
}

/**
 * Without a network: the site's page on what is missing. For a file its status is 503, so that a download fails instead of
 * saving the page.
 * @param {string} name @param {unknown} error
 */
async function whenOffline(name, error) {
  const file = name in ON_USE
  const words = await found(file ? "503.html" : "404.html", NAME)
  if (!words) throw error
  return new Response(words.body, { headers: words.headers, status: file ? 503 : 404 })
}
