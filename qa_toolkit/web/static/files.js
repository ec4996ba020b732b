// Files that wait on the phone until they are sent, in IndexedDB.

const STORE = "files";

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
  const found = await within("readonly", (store) => store.index("shop").getAll(shop));
  return found.sort((a, b) => a.added - b.added);
}

/** Keep a file until it is sent; the same one twice is kept once. */
export async function addFile(shop, kind, file) {
  const content = await file.arrayBuffer();
  const digest = await crypto.subtle.digest("SHA-256", content);
  const sha256 = [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, "0")).join("");
  const id = `${shop} ${kind} ${sha256}`;
  const record = { id, shop, kind, name: file.name, size: file.size, sha256, content };
  await within("readwrite", (store) => store.put({ ...record, added: Date.now(), problem: "" }));
}

export function changeFile(file) {
  return within("readwrite", (store) => store.put(file));
}

export function removeFile(id) {
  return within("readwrite", (store) => store.delete(id));
}

export async function removeFiles(shop) {
  for (const file of await waitingFiles(shop)) await removeFile(file.id);
}

/** `2.4 MB`. */
export function sizeWords(bytes) {
  if (bytes < 100_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
