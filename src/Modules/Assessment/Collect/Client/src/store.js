// What the device keeps, in IndexedDB. Stores: settings (key → value), forms (version id → form), blobs (md5 → file beside a form),
// drafts (id → encrypted), queue (id → envelope, readable by the server alone), sent (id → moment).
const stores = { settings: null, forms: 'versionId', blobs: null, drafts: 'id', queue: 'id', sent: 'id' };

/** The device has no room left. What is stored stays. */
export class FullError extends Error {}

let opened;
const open = () => opened ??= new Promise((resolve, reject) => {
  const request = indexedDB.open('vaka-collect', 1);
  request.onupgradeneeded = () => {
    for (const [name, keyPath] of Object.entries(stores)) request.result.createObjectStore(name, keyPath ? { keyPath } : {});
  };
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** One transaction over stores: what `act` asks for happens whole or not at all, and is on the disk when the promise resolves. */
export async function change(names, act) {
  const db = await open();
  return new Promise((resolve, reject) => {
    const fail = error => reject(error?.name === 'QuotaExceededError' ? new FullError() : error);
    try {
      const transaction = db.transaction(names, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => fail(transaction.error);
      act(name => transaction.objectStore(name));
    } catch (error) {
      fail(error);
    }
  });
}

const ask = async (name, act) => {
  const db = await open();
  return new Promise((resolve, reject) => {
    const request = act(db.transaction(name).objectStore(name));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
};

export const get = (name, key) => ask(name, s => s.get(key));
export const all = name => ask(name, s => s.getAll());
export const has = async (name, key) => await ask(name, s => s.count(key)) > 0;
export const put = (name, value, key) => change([name], s => key === undefined ? s(name).put(value) : s(name).put(value, key));
export const remove = (name, key) => change([name], s => s(name).delete(key));

/** Asks the browser not to clear all this when the disk fills up. True when it promised, null when it cannot say. */
export async function persist() {
  if (!navigator.storage?.persist) return null;
  return await navigator.storage.persisted() || await navigator.storage.persist();
}
