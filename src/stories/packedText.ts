/*
 * In: a text. Out: its UTF-16 units in one to three bytes each, and back again, whatever they are (CESU-8, Unicode Technical
 * Report 26; unpaired surrogates too). A curly quote makes an engine keep a whole text in two bytes a unit; this keeps news
 * in little more than one, and snapshots take the bytes as they are.
 */

/** Every runtime has these; the core is compiled without the types of any. Where one is missing, the loops below do. */
declare const TextEncoder: (new () => { encode(text: string): Uint8Array }) | undefined;
declare const TextDecoder: (new (label: string, options: object) => { decode(bytes: Uint8Array): string }) | undefined;

/** Packs a text. */
export function packText(text: string): Uint8Array {
  // Without surrogates the bytes are those of UTF-8, and the runtime makes them ten times as quickly.
  return typeof TextEncoder === "function" && !/[\ud800-\udfff]/.test(text)
    ? new TextEncoder().encode(text)
    : packUnits(text);
}

/** The text that was packed. Bytes that {@link packText} never writes give some text or other. */
export function unpackText(bytes: Uint8Array): string {
  // Surrogates begin with this byte, as do some syllables of Korean.
  return typeof TextDecoder === "function" && !bytes.includes(0xed)
    ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)
    : unpackUnits(bytes);
}

/** The same by our own loop. */
export function packUnits(text: string): Uint8Array {
  const { length } = text;
  let size = length;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) size += unit > 0x7ff ? 2 : 1;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit <= 0x7f) bytes[at++] = unit;
    else if (unit <= 0x7ff) {
      bytes[at++] = 0xc0 | (unit >>> 6);
      bytes[at++] = 0x80 | (unit & 0x3f);
    } else {
      bytes[at++] = 0xe0 | (unit >>> 12);
      bytes[at++] = 0x80 | ((unit >>> 6) & 0x3f);
      bytes[at++] = 0x80 | (unit & 0x3f);
    }
  }
  return bytes;
}

/** A function takes some ten thousand arguments, not more. */
const AT_ONCE = 8192;

/** The same by our own loop. */
export function unpackUnits(bytes: Uint8Array): string {
  const { length } = bytes;
  const units = new Uint16Array(length);
  let count = 0;
  for (let at = 0; at < length; ) {
    const byte = bytes[at++];
    if (byte < 0x80) units[count++] = byte;
    else if (byte < 0xe0) units[count++] = ((byte & 0x1f) << 6) | (bytes[at++] & 0x3f);
    else units[count++] = ((byte & 0xf) << 12) | ((bytes[at++] & 0x3f) << 6) | (bytes[at++] & 0x3f);
  }
  return textOf(units.subarray(0, count));
}

/** The text of some units. */
export function textOf(units: Uint8Array | Uint16Array): string {
  let text = "";
  for (let from = 0; from < units.length; from += AT_ONCE) {
    // Several times as quick as spreading; it takes any row of numbers, though its type asks for an array.
    text += String.fromCharCode.apply(null, units.subarray(from, from + AT_ONCE) as unknown as number[]);
  }
  return text;
}
