// In: the bytes of a file. Out: its text, and what is in it. Everything that can be wrong with a file is said here, in one
// line, with what to do about it.
import type { Article } from "../index.js";
import { Trouble } from "./io.js";

/** The name that stands for standard input. */
export const STANDARD_INPUT = "-";
/** Far beyond any article: a larger file is a mistake (a dump, an archive), and would only cost minutes. */
export const MOST_BYTES = 32 * 1024 * 1024;

/** Whether a text begins as a page does in HTML. */
export function isHtml(text: string): boolean {
  return /^\s*(?:<\?xml\b[^>]*>\s*)?<(?:!doctype\s+html|html)\b/iu.test(text);
}

/** How messages call an input. */
export function shown(name: string): string {
  return name === STANDARD_INPUT ? "standard input" : name;
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
