// Drafts are kept under a random key, which is kept under a key made from the enumerator's PIN (PBKDF2-SHA256). The random key is in memory
// while the page is unlocked, and nowhere else: without the PIN nobody reads a draft, its enumerator included.
import { change, get, put } from './store.js';

const rounds = 600_000;
const aes = { name: 'AES-GCM' };
let key = null;

async function keyOf(pin, salt, iterations) {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, { ...aes, length: 256 }, false, ['encrypt', 'decrypt']);
}

export const shortest = 6;
export const exists = async () => !!await get('settings', 'vault');
export const unlocked = () => key !== null;
export const lock = () => { key = null; };

/** Makes the vault and unlocks it. */
export async function create(pin) {
  const salt = crypto.getRandomValues(new Uint8Array(16)), iv = crypto.getRandomValues(new Uint8Array(12)), raw = crypto.getRandomValues(new Uint8Array(32));
  const wrapped = await crypto.subtle.encrypt({ ...aes, iv }, await keyOf(pin, salt, rounds), raw);
  await put('settings', { salt, iv, wrapped, rounds }, 'vault');
  key = await crypto.subtle.importKey('raw', raw, aes, false, ['encrypt', 'decrypt']);
  raw.fill(0);
}

/** True when the PIN is right. */
export async function unlock(pin) {
  const { salt, iv, wrapped, rounds: iterations } = await get('settings', 'vault');
  let raw;
  try {
    raw = await crypto.subtle.decrypt({ ...aes, iv }, await keyOf(pin, salt, iterations), wrapped);
  } catch {
    return false;
  }
  key = await crypto.subtle.importKey('raw', raw, aes, false, ['encrypt', 'decrypt']);
  return true;
}

/** The PIN is forgotten: the drafts go with it. What waits to be sent stays. */
export const forget = () => {
  lock();
  return change(['settings', 'drafts'], s => {
    s('settings').delete('vault');
    s('drafts').clear();
  });
};

export async function encrypt(id, bytes) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt({ ...aes, iv, additionalData: new TextEncoder().encode(id) }, key, bytes) };
}

export const decrypt = async (id, { iv, data }) => new Uint8Array(await crypto.subtle.decrypt({ ...aes, iv, additionalData: new TextEncoder().encode(id) }, key, data));
