/** The polynomial of ISO 3309, reflected. */
const POLYNOMIAL = 0xedb88320;

/** CRC-32 of bytes, as in `fingerprint/bytes.ts` but four bytes at a step: snapshots have hundreds of megabytes. */
export function crc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3] = tables;
  let crc = 0xffffffff;
  let i = 0;
  for (const end = bytes.length - 3; i < end; i += 4) {
    crc ^= bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
    crc = t3[crc & 255] ^ t2[(crc >>> 8) & 255] ^ t1[(crc >>> 16) & 255] ^ t0[crc >>> 24];
  }
  for (; i < bytes.length; i++) crc = (crc >>> 8) ^ t0[(crc ^ bytes[i]) & 255];
  return ~crc >>> 0;
}

/** What a byte does to the checksum, when none to three bytes follow it (M. Kounavis, F. Berry 2005). */
const tables = /* @__PURE__ */ makeTables();

function makeTables(): Int32Array[] {
  const first = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? POLYNOMIAL : 0);
    first[byte] = crc;
  }
  const all = [first];
  for (let n = 1; n < 4; n++) all.push(all[n - 1].map((crc) => (crc >>> 8) ^ first[crc & 255]));
  return all;
}
