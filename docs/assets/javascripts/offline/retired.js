/**
 * The service worker of a site that has none, such as one that `make serve` serves where a published one was looked at
 * before: it removes itself and all that was kept.
 */
self.addEventListener("install", () => self.skipWaiting())
self.addEventListener("activate", event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(`study:${self.registration.scope}:`)) await caches.delete(name)
  await self.registration.unregister()
})()))
