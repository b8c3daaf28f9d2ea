// In: a stream that has no name to tell its kind. Out: the kind, by how it begins, and the whole stream: so that
// `curl … | samestory dedupe` works with a feed and a page as it does with lines.
import { isHtml } from "./input.js";
import type { Kind } from "./inputs.js";

/** How a JSON Feed names itself, as jsonfeed.org has it; some escape the slashes. */
const JSON_FEED = /^\{[^{[]*"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/u;

/** A stream whose kind is known. */
export interface Known {
  kind: Exclude<Kind, "piped">;
  stream: AsyncIterable<Uint8Array>;
}

/** So many bytes tell: a page or a feed says what it is at once. */
const BEGINNING = 512;

/** Reads as much of a stream as tells its kind. */
export async function knownBySight(stream: AsyncIterable<Uint8Array>): Promise<Known> {
  const iterator = stream[Symbol.asyncIterator]();
  const begun: Uint8Array[] = [];
  let beginning = "";
  while (beginning.length < BEGINNING) {
    const next = await iterator.next();
    if (next.done === true) break;
    begun.push(next.value);
    beginning += Buffer.from(next.value).toString("latin1");
  }
  return { kind: kindOf(beginning), stream: joined(begun, iterator) };
}

/** A list is told from a stray line in brackets by its first article. */
function kindOf(beginning: string): Known["kind"] {
  const text = beginning.replace(/^(?:\xef\xbb\xbf)?\s*/u, "");
  if (/^\[\s*\{/u.test(text) || JSON_FEED.test(text)) return "json";
  if (!text.startsWith("<")) return "lines";
  return isHtml(text) ? "html" : "feed";
}

async function* joined(begun: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* begun;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
