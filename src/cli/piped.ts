// In: a stream that has no name to tell its kind. Out: the kind, by how it begins, and the whole stream: so that
// `curl … | samestory dedupe` works with a feed and a page as it does with lines.
import type { Kind } from "./inputs.js";

/** A stream whose kind is known. */
export interface Known {
  kind: Exclude<Kind, "piped">;
  stream: AsyncIterable<Uint8Array>;
}

/** Within so many bytes a page says that it is one; waited for only where there is markup. */
const BEGINNING = 512;

/** Reads as much of a stream as tells its kind. */
export async function knownBySight(stream: AsyncIterable<Uint8Array>): Promise<Known> {
  const iterator = stream[Symbol.asyncIterator]();
  const begun: Uint8Array[] = [];
  let beginning = "";
  for (;;) {
    const kind = kindOf(beginning);
    if (kind !== undefined) return { kind, stream: joined(begun, iterator) };
    const next = await iterator.next();
    if (next.done === true) {
      return { kind: kindOf(beginning.padEnd(BEGINNING)) ?? "lines", stream: joined(begun, iterator) };
    }
    begun.push(next.value);
    beginning += Buffer.from(next.value).toString("latin1");
  }
}

/** The kind; undefined where more has to be seen. A list is told from a stray line in brackets by its first article. */
function kindOf(beginning: string): Known["kind"] | undefined {
  const text = beginning.replace(/^(?:\xef\xbb\xbf)?\s*/u, "");
  if (text === "" || /^\[\s*$/u.test(text)) return undefined;
  if (/^\[\s*\{/u.test(text)) return "json";
  if (!text.startsWith("<")) return "lines";
  if (beginning.length < BEGINNING) return undefined;
  return /<(?:!doctype\s+html|html)\b/iu.test(text) ? "html" : "feed";
}

async function* joined(begun: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* begun;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
