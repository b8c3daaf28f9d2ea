// In: the name of a file, or "-" for standard input. Out: an article to compare. Everything that can be wrong with a
// file is said here, in one line, with what to do about it.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Article, ArticleInput } from "../index.js";
import { type Io, Trouble } from "./io.js";

/** The name that stands for standard input. */
export const STANDARD_INPUT = "-";
/** Far beyond any article: a larger file is a mistake (a dump, an archive), and would only cost minutes. */
export const MOST_BYTES = 32 * 1024 * 1024;

/** An article read from a file, and the text its spans point into. */
export interface Read {
  input: ArticleInput;
  text: string;
}

/** Reads the two inputs of a command. */
export async function readPair(a: string, b: string, io: Io): Promise<[Read, Read]> {
  if (a === STANDARD_INPUT && b === STANDARD_INPUT) {
    throw new Trouble("only one of the two can be standard input: name a file for the other");
  }
  return [await readArticle(a, io), await readArticle(b, io)];
}

/** Reads the inputs of a command that takes more than two. */
export async function readAll(names: readonly string[], io: Io): Promise<Read[]> {
  if (names.filter((name) => name === STANDARD_INPUT).length > 1) {
    throw new Trouble("only one of them can be standard input: name files for the others");
  }
  const read: Read[] = [];
  for (const name of names) read.push(await readArticle(name, io));
  return read;
}

async function readArticle(name: string, io: Io): Promise<Read> {
  const bytes = name === STANDARD_INPUT ? await collect(io.stdin, shown(name)) : await readBytes(name);
  const text = decode(bytes, shown(name));
  if (text.trim() === "") throw new Trouble(`${shown(name)} is empty: give it the text of an article`);
  if (/\.json$/iu.test(name)) {
    const article = articleFromJson(text, shown(name));
    return { input: article, text: article.text };
  }
  if (isHtml(text)) {
    throw new Trouble(`${shown(name)} is HTML, and only text is read: save the page as text and give that file`);
  }
  return { input: text, text };
}

/** Whether a text begins as a page does in HTML. */
export function isHtml(text: string): boolean {
  return /^\s*(?:<\?xml\b[^>]*>\s*)?<(?:!doctype\s+html|html)\b/iu.test(text);
}

/** How messages call an input. */
export function shown(name: string): string {
  return name === STANDARD_INPUT ? "standard input" : name;
}

async function readBytes(name: string): Promise<Uint8Array> {
  try {
    // Only told apart here, not trusted: a pipe or a device has no size and is read all the same.
    if ((await stat(name)).isDirectory()) throw new Trouble(`${name} is a directory: name a file in it`);
    return await collect(createReadStream(name), name);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(unreadable(name, error));
  }
}

/** Why a file could not be read, and what to do about it. */
export function unreadable(name: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return `${name} does not exist: check the name and the folder`;
  if (code === "EACCES" || code === "EPERM") return `${name} may not be read: check its permissions`;
  return `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}

/** All bytes of a stream that is no larger than an article may be. */
export async function collect(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  remedy = "give one article per file",
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MOST_BYTES) {
      throw new Trouble(`${name} is larger than ${MOST_BYTES / 1024 / 1024} MB: ${remedy}`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** UTF-8, or UTF-16 where a byte order mark says so; anything else is refused, since a guess would damage words. */
export function decode(bytes: Uint8Array, name: string): string {
  const encoding = encodingOf(bytes);
  if (encoding === "utf-8" && bytes.includes(0)) {
    throw new Trouble(`${name} is a binary file (it holds NUL bytes): give a text file`);
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    if (encoding !== "utf-8") throw new Trouble(`${name} is damaged ${encoding.toUpperCase()}: save it again as UTF-8`);
    throw new Trouble(
      `${name} is not UTF-8 (line ${brokenLine(bytes)}): convert it, e.g. iconv -f windows-1252 -t utf-8`,
    );
  }
}

/** The encoding that a byte order mark names; UTF-8 without one. */
export function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

/** The first line with bytes that are not UTF-8: a lenient decoder puts U+FFFD there. */
function brokenLine(bytes: Uint8Array): number {
  const lenient = new TextDecoder("utf-8").decode(bytes);
  return lenient.slice(0, lenient.indexOf("\ufffd")).split("\n").length;
}

/** The parts of an article that are strings when they are there. */
const STRING_PARTS = ["id", "title", "url", "source", "publishedAt", "language"] as const;

function articleFromJson(json: string, name: string): Article {
  const value = parse(json, name);
  if (Array.isArray(value)) throw new Trouble(`${name} holds a list: give one article per file`);
  return articleFromValue(value, name);
}

/** The article that a parsed value is; `name` says where it stood. */
export function articleFromValue(value: unknown, name: string): Article {
  if (!isRecord(value) || typeof value.text !== "string") {
    throw new Trouble(`${name} holds no article: it needs an object with a string "text"`);
  }
  if (value.text.trim() === "") throw new Trouble(`${name} has an empty "text": give it the text of an article`);
  const article: Article = { text: value.text };
  for (const part of STRING_PARTS) {
    const given = value[part];
    if (given === undefined || given === null) continue;
    if (typeof given !== "string") throw new Trouble(`${name} has a "${part}" that is not a string: put it in quotes`);
    article[part] = given;
  }
  return article;
}

/** The value of a JSON file. */
export function parse(json: string, name: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Trouble(`${name} is not valid JSON (${why}): mend it, or name the file .txt if it is plain text`);
  }
}

/** Whether a value is an object, lists included. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
