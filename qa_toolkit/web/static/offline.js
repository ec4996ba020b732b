// Puts the page into the phone's own cache, so that it opens without a network.

/** Whether these pages will open without a network; false where the browser does not allow it. */
export async function keepPages(names) {
  if (!("serviceWorker" in navigator)) return false;
  try {
    const version = new URL(import.meta.url).pathname.split("/")[2];
    await navigator.serviceWorker.register(`/worker.js?v=${version}`, { scope: "/" });
    await navigator.serviceWorker.ready;
    const pages = await caches.open("qa-shop-pages");
    await pages.addAll(names.map((name) => location.pathname + name));
    return true;
  } catch {
    return false;
  }
}

/** Take a page from the phone. */
export async function forgetPage(name) {
  if (!("caches" in globalThis)) return;
  const pages = await caches.open("qa-shop-pages");
  await pages.delete(location.pathname + name);
}
