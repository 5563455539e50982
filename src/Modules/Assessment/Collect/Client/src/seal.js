// Answers as bytes, and the envelope in which they wait for the server. docs/decisions/0014 says why.
//
// Packed answers:  4 bytes  length of the header, big endian
//                  header   JSON: {"xml": bytes of the XML, "files": [{"name": "...", "type": "...", "size": bytes}]}
//                  XML, then each file, one after the other
//
// Envelope, version 1:
//   0   8 bytes  "VAKASEAL"
//   8   1 byte   version, 1
//   9   16 bytes key id: the first 16 bytes of SHA-256 over the public key (DER, SubjectPublicKeyInfo)
//   25  2 bytes  length of the wrapped key, big endian
//   27  wrapped  an AES-256 key of this envelope alone, under RSA-OAEP (SHA-256, MGF1 with SHA-256, no label)
//       12 bytes nonce
//       rest     AES-256-GCM of the packed answers, its tag of 16 bytes at the end; additional data: everything before the nonce
const magic = new TextEncoder().encode('VAKASEAL');
const utf8 = new TextEncoder(), text = new TextDecoder();

function join(parts) {
  const bytes = new Uint8Array(parts.reduce((n, p) => n + p.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

export const hex = bytes => Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');

/** @param {string} xml @param {File[]} files */
export async function pack(xml, files) {
  const body = utf8.encode(xml);
  const header = utf8.encode(JSON.stringify({ xml: body.length, files: files.map(f => ({ name: f.name, type: f.type, size: f.size })) }));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length);
  return join([length, header, body, ...await Promise.all(files.map(async f => new Uint8Array(await f.arrayBuffer())))]);
}

/** What was packed: { xml, files }. */
export function unpack(bytes) {
  const start = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const header = JSON.parse(text.decode(bytes.subarray(4, start)));
  let at = start + header.xml;
  return {
    xml: text.decode(bytes.subarray(start, at)),
    files: header.files.map(f => new File([bytes.subarray(at, at += f.size)], f.name, { type: f.type })),
  };
}

/** Reads the server's key as it offers it: { id, key }. Refuses one whose id is not its own. */
export async function readKey({ id, key }) {
  const der = Uint8Array.from(atob(key), c => c.charCodeAt(0));
  if (hex(new Uint8Array(await crypto.subtle.digest('SHA-256', der)).subarray(0, 16)) !== id) throw new Error('The key is not the one its id names.');
  return { id, publicKey: await crypto.subtle.importKey('spki', der, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['encrypt']) };
}

/** Seals packed answers: gives the envelope and its id, the SHA-256 of its bytes in hex. */
export async function seal({ id, publicKey }, packed) {
  const raw = crypto.getRandomValues(new Uint8Array(32)), nonce = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = new Uint8Array(await crypto.subtle.encrypt({ name: 'RSA-OAEP' }, publicKey, raw));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  raw.fill(0);
  const head = join([magic, Uint8Array.of(1), Uint8Array.from(id.match(/../g), b => parseInt(b, 16)), Uint8Array.of(wrapped.length >> 8, wrapped.length & 255), wrapped]);
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: head }, key, packed));
  const envelope = join([head, nonce, sealed]);
  return { envelope, id: hex(new Uint8Array(await crypto.subtle.digest('SHA-256', envelope))) };
}
