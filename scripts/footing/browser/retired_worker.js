// Stands where a service worker stood, on a site that keeps nothing on its readers' devices: takes that worker's place,
// deletes what it kept, and goes.

addEventListener("install", () => skipWaiting())
addEventListener("activate", event => event.waitUntil(leave()))

async function leave() {
  for (const name of await caches.keys())
    if (name.startsWith(`footing ${registration.scope} `)) await caches.delete(name)
  await registration.unregister()
}
