// Serves the page and its parts from the cache, so that it opens with no server. VERSION and FILES are put before this text by the server, from the
// same build: a changed file is a changed worker. Forms, drafts and answers are not here but in IndexedDB, which no update touches.
/* global VERSION, FILES */
const cacheName = 'vaka-collect-' + VERSION;

self.addEventListener('install', event => event.waitUntil(caches.open(cacheName).then(cache => cache.addAll(FILES.map(f => new Request(f, { cache: f.includes('/assets/') ? 'default' : 'reload', credentials: 'omit' }))))));

// It waits until the person says so, or every window is closed: nothing is exchanged under somebody's hands.
self.addEventListener('message', event => { if (event.data === 'take-over') self.skipWaiting(); });

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('vaka-collect-') && name !== cacheName) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  if (event.request.mode !== 'navigate' && !FILES.includes(url.pathname)) return;
  const path = event.request.mode === 'navigate' && url.pathname !== '/collect/exit' ? '/collect/' : url.pathname;
  event.respondWith(caches.open(cacheName).then(cache => cache.match(path, { ignoreSearch: true, ignoreVary: true })).then(found => found ?? fetch(event.request)));
});
