// In: a file of any kind that is read. Out: its articles, one at a time, each with the place where it stood; what is no
// article comes out as the reason, so that the rest of a feed is not lost for one bad line.
import { createReadStream } from "node:fs";
import type { Article } from "../index.js";
import {
  articleFromValue,
  collect,
  decode,
  encodingOf,
  isHtml,
  isRecord,
  parse,
  STANDARD_INPUT,
  shown,
  unreadable,
} from "./input.js";
import type { Input, Kind } from "./inputs.js";
import { type Api, type Io, Trouble } from "./io.js";
import { linesOf } from "./lines.js";
import { decodeMarkup, extractOf, known, readHtml } from "./markup.js";
import { knownBySight } from "./piped.js";

/** An article, or why there is none. */
export type Reading = { article: Article; place: string; ofFeed?: true } | { bad: string };

/** Reads a file; `onBytes` is told how many bytes came in. */
export async function* readInput(
  input: Input,
  api: Api,
  io: Io,
  onBytes: (count: number) => void,
): AsyncGenerator<Reading> {
  const bytes = counted(input.name === STANDARD_INPUT ? io.stdin : createReadStream(input.name), onBytes);
  try {
    const { kind, stream } = input.kind === "piped" ? await knownBySight(bytes) : { kind: input.kind, stream: bytes };
    if (kind === "lines") yield* readLines(stream, shown(input.name));
    else yield* await readWhole(input, kind, stream, api);
  } catch (error) {
    if (error instanceof Trouble) yield { bad: error.message };
    else if (isOfSystem(error)) yield { bad: unreadable(shown(input.name), error) };
    else throw error;
  }
}

async function* counted(
  stream: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    onBytes(chunk.length);
    yield chunk;
  }
}

function isOfSystem(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

async function* readLines(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Reading> {
  for await (const { number, bytes } of linesOf(stream)) {
    const place = `${name}:${number}`;
    if (bytes === undefined) {
      yield { bad: `${place} is longer than an article can be` };
      continue;
    }
    if (number === 1 && encodingOf(bytes) !== "utf-8") {
      throw new Trouble(`${name} is UTF-16: convert it, e.g. iconv -f utf-16 -t utf-8`);
    }
    const reading = readLine(bytes, place);
    if (reading) yield reading;
  }
}

/** Nothing for a blank line. */
function readLine(bytes: Uint8Array, place: string): Reading | undefined {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { bad: `${place} is not UTF-8` };
  }
  if (text.trim() === "") return undefined;
  try {
    return readValue(JSON.parse(text) as unknown, place);
  } catch (error) {
    return { bad: `${place} is not valid JSON (${error instanceof Error ? error.message : String(error)})` };
  }
}

/** An article as a line or a list has it. Keys of data bases are numbers as often as not. */
function readValue(value: unknown, place: string): Reading {
  const id = isRecord(value) ? value.id : undefined;
  if (id === "") return { bad: `${place} has an empty "id": leave it out, or give each article its own` };
  try {
    const article = isRecord(value) && typeof id === "number" ? { ...value, id: String(id) } : value;
    return { article: articleFromValue(article, place), place };
  } catch (error) {
    if (error instanceof Trouble) return { bad: error.message };
    throw error;
  }
}

async function readWhole(
  { name: given, kind: knownAs }: Input,
  kind: Exclude<Kind, "lines" | "piped">,
  stream: AsyncIterable<Uint8Array>,
  api: Api,
): Promise<Reading[]> {
  const name = shown(given);
  const bytes = await collect(stream, name, kind === "json" ? "give JSONL, an article on each line" : undefined);
  if (kind === "feed") return readFeed(name, decodeMarkup(bytes, name), api);
  if (kind === "html") {
    const article = readHtml(name, decodeMarkup(bytes, name), await extractOf(api, name, "HTML"));
    // A saved page is known by its file: the address that it names may be that of the article it copies.
    return [{ article: knownAs === "piped" ? article : { ...article, id: name }, place: name }];
  }
  const text = decode(bytes, name);
  if (text.trim() === "") throw new Trouble(`${name} is empty: give it the text of an article`);
  return kind === "json" ? readJson(name, text, api) : [readPage(name, text, api)];
}

function readPage(name: string, text: string, api: Api): Reading {
  if (isHtml(text)) throw new Trouble(`${name} is HTML: name it .html`);
  return { article: { ...known(api.articleFromText(text)), id: name }, place: name };
}

async function readJson(name: string, text: string, api: Api): Promise<Reading[]> {
  const value = parse(text, name);
  if (Array.isArray(value)) {
    return value.map((article: unknown, i) => readValue(article, `${name}, article ${i + 1},`));
  }
  return isJsonFeed(value) ? readFeed(name, text, api) : [readValue(value, name)];
}

function isJsonFeed(value: unknown): boolean {
  return isRecord(value) && typeof value.version === "string" && /^https?:\/\/jsonfeed\.org\//u.test(value.version);
}

/** Items with a headline alone are kept: their addresses tell which articles are one. */
async function readFeed(name: string, feed: string, api: Api): Promise<Reading[]> {
  const { articlesFromFeed } = await extractOf(api, name, "a feed");
  if (isHtml(feed)) throw new Trouble(`${name} is HTML: name it .html`);
  const readings: Reading[] = [];
  const articles = refusedAsTrouble(name, () =>
    articlesFromFeed(feed, {
      onSkip: ({ index, reason }) => readings.push({ bad: `${name}, item ${index + 1}, is left out: ${reason}` }),
    }),
  );
  for (const article of articles) readings.push({ article: known(article), place: name, ofFeed: true });
  return readings;
}

function refusedAsTrouble<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    // What the library says of bytes from outside: here they came from this file.
    const why = error instanceof Error ? error.message.replace(/^The feed cannot be read: /u, "") : String(error);
    throw new Trouble(`${name} cannot be read: ${why}`);
  }
}
