/*
 * What a `StoryIndex` keeps of each article: 60 bytes in columns, the id, and the article itself while it is among the
 * newest. Articles are numbered in the order of arrival; records lie in chunks, and a chunk whose articles all went is
 * let go whole.
 */
import type { Key } from "./entry.js";
import { MOST_FIGURES } from "./figures.js";
import type { Kept } from "./kept.js";

export const CHUNK = 4096;

/** Columns of `CHUNK` articles. */
export interface Chunk {
  live: number;
  /** No article in it is earlier. */
  earliest: number;
  ids: (string | undefined)[];
  kept: (Kept | undefined)[];
  times: Float64Array;
  /** Columns of `U32_COLUMNS` numbers each, one after the other. */
  numbers: Uint32Array;
  figures: Uint16Array;
}

/** Columns of 32 bits. */
export const Column = {
  size: 0,
  common: 1,
  story: 2,
  source: 3,
  wordsLow: 4,
  wordsHigh: 5,
  urlLow: 6,
  urlHigh: 7,
} as const;
export const U32_COLUMNS = 8;
/** Length and hashes. */
export const FIGURE_ROOM = MOST_FIGURES + 1;

/** What is known of one article. */
export interface Row {
  id: string;
  time: number;
  size: number;
  common: number;
  story: number;
  /** Number of its source; 0 for none. */
  source: number;
  wordsKey: Key;
  urlKey: Key;
  figures: Uint16Array;
}

export class Records {
  /** Chunks by their number: article number divided by `CHUNK`. */
  readonly chunks = new Map<number, Chunk>();
  /** The number that the next article gets. */
  next = 0;
  size = 0;

  add(row: Row): number {
    const number = this.next++;
    const chunk = this.chunkFor(number);
    const at = number % CHUNK;
    chunk.live++;
    this.size++;
    chunk.ids[at] = row.id;
    chunk.times[at] = row.time;
    chunk.earliest = Math.min(chunk.earliest, row.time);
    const { size, common, story, source, wordsKey, urlKey } = row;
    const values = [size, common, story, source, wordsKey.low, wordsKey.high, urlKey.low, urlKey.high];
    for (let column = 0; column < U32_COLUMNS; column++) chunk.numbers[column * CHUNK + at] = values[column];
    chunk.figures[at * FIGURE_ROOM] = row.figures.length;
    chunk.figures.set(row.figures, at * FIGURE_ROOM + 1);
    return number;
  }

  has(number: number): boolean {
    return this.chunks.get(Math.floor(number / CHUNK))?.ids[number % CHUNK] !== undefined;
  }

  id(number: number): string {
    return this.at(number).ids[number % CHUNK] ?? "";
  }

  time(number: number): number {
    return this.at(number).times[number % CHUNK];
  }

  number(number: number, column: number): number {
    return this.at(number).numbers[column * CHUNK + (number % CHUNK)];
  }

  setStory(number: number, story: number): void {
    this.at(number).numbers[Column.story * CHUNK + (number % CHUNK)] = story;
  }

  sample(number: number): { size: number; common: number } {
    return { size: this.number(number, Column.size), common: this.number(number, Column.common) };
  }

  wordsKey(number: number): Key {
    return { low: this.number(number, Column.wordsLow), high: this.number(number, Column.wordsHigh) };
  }

  urlKey(number: number): Key {
    return { low: this.number(number, Column.urlLow), high: this.number(number, Column.urlHigh) };
  }

  figures(number: number): Uint16Array {
    const { figures } = this.at(number);
    const from = (number % CHUNK) * FIGURE_ROOM;
    return figures.subarray(from + 1, from + 1 + figures[from]);
  }

  kept(number: number): Kept | undefined {
    return this.chunks.get(Math.floor(number / CHUNK))?.kept[number % CHUNK];
  }

  setKept(number: number, kept: Kept | undefined): void {
    const chunk = this.chunks.get(Math.floor(number / CHUNK));
    if (chunk) chunk.kept[number % CHUNK] = kept;
  }

  remove(number: number): void {
    const chunk = this.at(number);
    chunk.ids[number % CHUNK] = undefined;
    chunk.kept[number % CHUNK] = undefined;
    this.size--;
    if (--chunk.live === 0) this.chunks.delete(Math.floor(number / CHUNK));
  }

  /** The articles before a time. Looks only into chunks that may have any. */
  *before(time: number): Iterable<number> {
    for (const [index, chunk] of this.chunks) {
      if (chunk.earliest >= time) continue;
      let earliest = Number.POSITIVE_INFINITY;
      for (let at = 0; at < CHUNK; at++) {
        if (chunk.ids[at] === undefined) continue;
        if (chunk.times[at] < time) yield index * CHUNK + at;
        else earliest = Math.min(earliest, chunk.times[at]);
      }
      chunk.earliest = earliest;
    }
  }

  /** All articles, in the order of arrival. */
  *all(): Iterable<number> {
    for (const [index, { ids }] of this.chunks) {
      for (let at = 0; at < CHUNK; at++) if (ids[at] !== undefined) yield index * CHUNK + at;
    }
  }

  private at(number: number): Chunk {
    const chunk = this.chunks.get(Math.floor(number / CHUNK));
    if (chunk === undefined) throw new RangeError(`no article has the number ${number}`);
    return chunk;
  }

  private chunkFor(number: number): Chunk {
    const index = Math.floor(number / CHUNK);
    const chunk = this.chunks.get(index) ?? newChunk();
    this.chunks.set(index, chunk);
    return chunk;
  }
}

export function newChunk(): Chunk {
  return {
    live: 0,
    earliest: Number.POSITIVE_INFINITY,
    ids: new Array<string | undefined>(CHUNK).fill(undefined),
    kept: new Array<Kept | undefined>(CHUNK).fill(undefined),
    times: new Float64Array(CHUNK),
    numbers: new Uint32Array(CHUNK * U32_COLUMNS),
    figures: new Uint16Array(CHUNK * FIGURE_ROOM),
  };
}
