// Keeps the page on the phone, so that it opens without a network. Only the page: what was noted
// lies in the browser's own storage, and is sent by the page.

const VERSION = new URL(self.location.href).searchParams.get("v");
const SHELL = `qa-shop-shell-${VERSION}`;
const PAGES = "qa-shop-pages";
const WAIT_MS = 4_000;
const FILES = [
  "closed.js", "conditions.js", "conflict.js", "files.js", "findings.js", "form.js", "icon.svg",
  "log.js", "missing.js", "numbers.js", "offline.js", "page.js", "places.js", "proof.js",
  "record.js", "saved.js", "server.js", "stopwatch.js", "style.css", "sync.js", "there.js", "watch.js",
];

self.addEventListener("install", (event) => {
  const paths = FILES.map((name) => `/static/${VERSION}/${name}`);
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(paths)));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  // a page that was kept before an update still asks for the files of its own version
  const clean = caches.keys().then((names) => {
    const shells = names.filter((name) => name.startsWith("qa-shop-shell-") && name !== SHELL);
    return Promise.all(shells.slice(0, -1).map((name) => caches.delete(name)));
  });
  event.waitUntil(clean.then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("/static/")) event.respondWith(fromShell(event.request));
  else if (/^\/s\/[^/]+\/[^/]+\/(brief)?$/.test(pathname)) event.respondWith(page(event));
});

async function fromShell(request) {
  return (await caches.match(request)) ?? fetch(request);
}

/** The server's page where it answers in time, else the one that was kept. */
async function page(event) {
  const kept = await caches.match(event.request.url, { cacheName: PAGES });
  const asked = fetch(event.request).then((response) => keep(event.request.url, response));
  if (!kept) return asked;
  event.waitUntil(asked.catch(() => undefined));
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), WAIT_MS));
  return Promise.race([asked.then((response) => (response.status < 500 ? response : kept)), late])
    .catch(() => kept);
}

async function keep(url, response) {
  const pages = await caches.open(PAGES);
  if (response.ok && (await isOfThisVersion(response.clone()))) await pages.put(url, response.clone());
  else if (response.status === 404) await pages.delete(url);
  return response;
}

/** The page of a newer toolkit is kept by its own worker, once that has the files it asks for. */
async function isOfThisVersion(response) {
  const text = await response.text();
  return !text.includes('src="/static/') || text.includes(`src="/static/${VERSION}/`);
}
