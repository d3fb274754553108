// Replaces the service worker of a site that no longer has one: deletes that worker's caches and unregisters itself.

const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))

scope.addEventListener("install", () => scope.skipWaiting())
scope.addEventListener("activate", event => event.waitUntil(leave()))

async function leave() {
  for (const name of await caches.keys())
    if (name.startsWith(`footing ${scope.registration.scope} `)) await caches.delete(name)
  await scope.registration.unregister()
}
