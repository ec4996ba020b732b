// Puts the page into the phone's own cache, so that it opens without a network.

/** Whether these pages will open without a network; false where the browser does not allow it. */
export async function keepPages(names) {
  if (!("serviceWorker" in navigator)) return false;
  try {
    const version = new URL(import.meta.url).pathname.split("/")[2];
    await active(await navigator.serviceWorker.register(`/worker.js?v=${version}`, { scope: "/" }));
    const pages = await caches.open("qa-shop-pages");
    await pages.addAll(names.map((name) => location.pathname + name));
    return true;
  } catch {
    return false;
  }
}

/** Wait for the worker of this version: with it the phone has the scripts that the page asks for. */
function active({ installing, waiting, active: present }) {
  const worker = installing ?? waiting ?? present;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error("not installed"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/** Take a page from the phone. */
export async function forgetPage(name) {
  if (!("caches" in globalThis)) return;
  const pages = await caches.open("qa-shop-pages");
  await pages.delete(location.pathname + name);
}
