// In: the name of a file, or "-" for standard input. Out: an article to compare.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Article, ArticleInput } from "../index.js";
import { articleFromValue, collect, decode, isHtml, parse, STANDARD_INPUT, shown, unreadable } from "./input.js";
import { type Api, type Io, Trouble } from "./io.js";
import { decodeMarkup, extractOf, readHtml } from "./markup.js";

/** An article read from a file, and the text its spans point into. */
export interface Read {
  input: ArticleInput;
  text: string;
}

/** Reads the two inputs of a command. */
export async function readPair(a: string, b: string, api: Api, io: Io): Promise<[Read, Read]> {
  if (a === STANDARD_INPUT && b === STANDARD_INPUT) {
    throw new Trouble("only one of the two can be standard input: name a file for the other");
  }
  return [await readArticle(a, api, io), await readArticle(b, api, io)];
}

/** Reads the inputs of a command that takes more than two. */
export async function readAll(names: readonly string[], api: Api, io: Io): Promise<Read[]> {
  if (names.filter((name) => name === STANDARD_INPUT).length > 1) {
    throw new Trouble("only one of them can be standard input: name files for the others");
  }
  const read: Read[] = [];
  for (const name of names) read.push(await readArticle(name, api, io));
  return read;
}

async function readArticle(name: string, api: Api, io: Io): Promise<Read> {
  const bytes = name === STANDARD_INPUT ? await collect(io.stdin, shown(name)) : await readBytes(name);
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/u, "");
  const text = isHtml(beginning) ? decodeMarkup(bytes, shown(name)) : decode(bytes, shown(name));
  if (isHtml(text)) {
    const article = readHtml(shown(name), text, await extractOf(api, shown(name), "HTML"));
    return { input: article, text: article.text };
  }
  if (text.trim() === "") throw new Trouble(`${shown(name)} is empty: give it the text of an article`);
  if (holdsSeveral(beginning, text)) {
    throw new Trouble(
      `${shown(name)} holds a feed or a list: sort it with samestory dedupe, or give one article per file`,
    );
  }
  if (/\.json$/iu.test(name)) {
    const article = articleFromJson(text, shown(name));
    return { input: article, text: article.text };
  }
  return { input: text, text };
}

/** So many bytes tell what a file is. */
const BEGINNING = 1024;

/** A feed in XML, or an article on each line. */
function holdsSeveral(beginning: string, text: string): boolean {
  if (/^\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*<(?:rss|feed|rdf:RDF)\b/iu.test(beginning))
    return true;
  const lines = text.trimStart().split("\n", 2);
  return lines.length === 2 && lines.every((line) => /^\{".*\}\s*$/u.test(line));
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

function articleFromJson(json: string, name: string): Article {
  const value = parse(json, name);
  if (Array.isArray(value)) throw new Trouble(`${name} holds a list: give one article per file`);
  return articleFromValue(value, name);
}
