// Keeps the page so that it opens without a network, one version at a time.
//
// With a network, index.html is fetched anew, so that a new version is there at
// the next load. It names its scripts and program by SHA-256: what this worker
// keeps is given only where it is exactly that, and the network is asked for
// everything else. Without a network all files are those kept, which were checked
// against the list below when they came.
"use strict";
// SHA-256 by name, entered when the page is built:
const files = {};

const patience = 3000; // for index.html, before the kept one is taken [ms]
const prefix = `centricity ${registration.scope} `;
const shelf = prefix + (files["index.html"] ?? "");

const hex = (bytes) => Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, "0")).join("");

async function keep() {
  const cache = await caches.open(shelf);
  try {
    await Promise.all(Object.entries(files).map(async ([name, sum]) => {
      const response = await fetch(name, { cache: "no-cache" });
      const bytes = await response.arrayBuffer();
      if (!response.ok || hex(await crypto.subtle.digest("SHA-256", bytes)) !== sum) {
        throw new Error(`${name} is of another version`);
      }
      await cache.put(name, new Response(bytes, { headers: { "Content-Type": response.headers.get("Content-Type") } }));
    }));
  } catch (e) { // the version before, if there is one, stays
    await caches.delete(shelf);
    throw e;
  }
}

async function tidy() {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== shelf) {
      await caches.delete(name);
    }
  }
}

async function kept(name) {
  return (await caches.open(shelf)).match(name);
}

async function page() {
  try {
    const fresh = await fetch(registration.scope, { cache: "no-cache", signal: AbortSignal.timeout(patience) });
    const text = await fresh.text();
    if (fresh.ok && text.includes('src="loader.js')) { // not somebody else's page, such as a network's login
      return new Response(text, { headers: fresh.headers }); // made anew: a page may not be one that was redirected
    }
  } catch { /* there is no network */ }
  return (await kept("index.html")) ?? fetch(registration.scope);
}

self.addEventListener("install", (e) => {
  self.skipWaiting(); // pages that are open have all they need
  e.waitUntil(keep());
});
self.addEventListener("activate", (e) => e.waitUntil(tidy()));
self.addEventListener("fetch", (e) => {
  const url = new URL(e.request.url);
  if (e.request.method !== "GET" || !url.href.startsWith(registration.scope)) {
    return;
  }
  const name = url.pathname.slice(new URL(registration.scope).pathname.length);
  if (e.request.mode === "navigate") {
    if (name === "" || name === "index.html") {
      e.respondWith(page());
    }
  } else if (url.search === `?${files[name]}`) { // exactly what is kept
    e.respondWith(kept(name).then((response) => response ?? fetch(e.request)));
  }
});
