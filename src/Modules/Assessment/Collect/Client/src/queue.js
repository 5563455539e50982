// Envelopes that wait for the server. One leaves only when the server has said that it stored it (201 or 202).
import { all, change, put } from './store.js';
import { language } from './words.js';

const chunk = 256 * 1024, minute = 60_000;
let timer;

export const waiting = async () => (await all('queue')).sort((a, b) => a.at - b.at);

/**
 * Sends what is `due`; when the server was just `reached`, also what waited for it; or `all`, refused ones too. Calls `changed` after each. Of several
 * windows one sends.
 */
export async function send(changed, which = 'due') {
  clearTimeout(timer);
  const work = async lock => {
    if (!lock) return;
    for (const item of await waiting()) {
      if (item.next > Date.now() && !(which === 'all' || which === 'reached' && !item.message)) continue;
      const outcome = await one(item);
      if (outcome.stored) {
        await change(['queue', 'sent'], s => {
          s('queue').delete(item.id);
          s('sent').put({ id: item.id, at: Date.now() });
        });
      } else {
        const attempts = item.attempts + 1;
        // A server that does not answer is asked again in half a minute, then ever less often; one that refuses, every hour.
        const wait = outcome.message ? 60 * minute : Math.min(30 * minute, minute / 2 * 2 ** Math.min(attempts - 1, 10));
        await put('queue', { ...item, attempts, message: outcome.message, next: Date.now() + wait });
      }
      changed();
      if (outcome.unreachable) break;
    }
  };
  if (navigator.locks) await navigator.locks.request('vaka-collect-send', { ifAvailable: true }, work);
  else await work(true);
  const left = await waiting();
  if (left.length > 0) timer = setTimeout(() => send(changed), Math.max(1000, Math.min(...left.map(i => i.next)) - Date.now()));
}

// Chunks from where the server has got to; a lost answer, a restarted browser or server only mean to ask again.
async function one(item) {
  const address = `/key/${item.token}/sealed?id=${item.id}&size=${item.envelope.byteLength}`;
  const request = (method, more, body) => fetch(address + more, { method, body, credentials: 'omit', cache: 'no-store', headers: { 'Accept-Language': language, ...(body && { 'Content-Type': 'application/octet-stream' }) } });
  try {
    let offset = 0;
    if (item.envelope.byteLength > chunk) {
      const known = await request('HEAD', '');
      if (known.ok) offset = Number(known.headers.get('Upload-Offset') ?? 0);
    }
    for (let turns = 0; turns < 2 + 2 * item.envelope.byteLength / chunk; turns++) {
      const answer = await request('POST', `&offset=${offset}`, item.envelope.slice(offset, offset + chunk));
      if (answer.status === 201 || answer.status === 202) return { stored: true };
      const next = answer.headers.get('Upload-Offset');
      if (next !== null && (answer.status === 200 || answer.status === 409)) offset = Number(next);
      else if (answer.status >= 500 || answer.status === 429) return { unreachable: true };
      else return { message: new DOMParser().parseFromString(await answer.text(), 'text/xml').querySelector('message')?.textContent || `${answer.status}` };
    }
    return { unreachable: true };
  } catch {
    return { unreachable: true };
  }
}

/** All envelopes in one file, as they are: "VAKAQUEUE1\n", then each with its length before it (4 bytes, big endian). */
export async function file() {
  const parts = [new TextEncoder().encode('VAKAQUEUE1\n')];
  for (const { envelope } of await waiting()) {
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, envelope.byteLength);
    parts.push(length, envelope);
  }
  return new Blob(parts, { type: 'application/octet-stream' });
}
