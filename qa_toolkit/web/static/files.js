// Files that wait on the phone until they are sent, in IndexedDB.

const STORE = "files";
/** What the phone has no room for, or keeps nowhere, as in some private windows. */
const onThisPage = new Map();

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("qa-shop", 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(STORE, { keyPath: "id" }).createIndex("shop", "shop");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function within(mode, act) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** The files of a shop that wait, the oldest first. */
export async function waitingFiles(shop) {
  const found = await within("readonly", (store) => store.index("shop").getAll(shop)).catch(() => []);
  const others = [...onThisPage.values()].filter((one) => one.shop === shop);
  return [...found, ...others].sort((a, b) => a.added - b.added);
}

/** Keep a file until it is sent, at worst as long as the page is open; the same one twice is kept once. */
export async function addFile(shop, kind, file) {
  const content = await file.arrayBuffer();
  const digest = await crypto.subtle.digest("SHA-256", content);
  const sha256 = [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, "0")).join("");
  const id = `${shop} ${kind} ${sha256}`;
  const facts = { id, shop, kind, name: file.name, size: file.size, sha256 };
  await changeFile({ ...facts, content, added: Date.now(), problem: "" });
}

export async function changeFile(file) {
  try {
    await within("readwrite", (store) => store.put(file));
    onThisPage.delete(file.id);
  } catch {
    onThisPage.set(file.id, file);
  }
}

export async function removeFile(id) {
  onThisPage.delete(id);
  await within("readwrite", (store) => store.delete(id)).catch(() => undefined);
}

/** Whether a file that waits outlasts the page. */
export function isOnPhone(file) {
  return !onThisPage.has(file.id);
}

export async function removeFiles(shop) {
  for (const file of await waitingFiles(shop)) await removeFile(file.id);
}

/** `2.4 MB`. */
export function sizeWords(bytes) {
  if (bytes < 100_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
