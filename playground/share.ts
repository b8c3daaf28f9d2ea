// In: two texts. Out: a fragment of an address that holds them, and back. A fragment is never sent to a server.

const MARK = "#s=";
/** Longer addresses are cut by mail programs and chats. */
const LONGEST_LINK = 8000;
/** A few bytes may unpack to gigabytes. */
const MOST_BYTES = 4_000_000;

/** The link to this page with both texts in it; undefined where it would be too long to be passed on. */
export async function linkTo(page: string, a: string, b: string): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(JSON.stringify([a, b]));
  const packed = await collect(new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw")));
  const link = `${page.replace(/#.*$/su, "")}${MARK}${base64Url(packed)}`;
  return link.length <= LONGEST_LINK ? link : undefined;
}

/** The two texts of a fragment; undefined where it holds none. */
export async function textsIn(fragment: string): Promise<[string, string] | undefined> {
  if (!fragment.startsWith(MARK)) return undefined;
  try {
    const packed = bytesOf(fragment.slice(MARK.length));
    const bytes = await collect(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (!Array.isArray(value)) return undefined;
    const [a, b]: unknown[] = value;
    return typeof a === "string" && typeof b === "string" ? [a, b] : undefined;
  } catch {
    return undefined;
  }
}

async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new Error("The link holds too much.");
    }
    chunks.push(next.value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function base64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/u, "");
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
