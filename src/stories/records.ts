/*
 * What a `StoryIndex` keeps of each article: 70 bytes in columns, the id, and the article itself while it is among the
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
  times: Float64Array;
  /** Columns of `U32_COLUMNS` numbers each, one after the other. */
  numbers: Uint32Array;
  /** Where the figures of each article begin in `figures`: how many they are, then the figures. */
  figuresFrom: Uint32Array;
  figures: Uint16Array;
  figuresUsed: number;
}

/** Columns of 32 bits. */
export enum Column {
  size = 0,
  common = 1,
  story = 2,
  source = 3,
  wordsLow = 4,
  wordsHigh = 5,
  urlLow = 6,
  urlHigh = 7,
}
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

/** Records as they are written down: an entry for each article, in the order of their numbers. */
export interface RecordColumns {
  numbers: Uint32Array;
  ids: string[];
  times: Float64Array;
  /** `U32_COLUMNS` columns, one after the other. */
  columns: Uint32Array;
  /** For each article how many figures, then the figures. */
  figures: Uint16Array;
}

export class Records {
  /** Chunks by their number: article number divided by `CHUNK`. */
  readonly chunks = new Map<number, Chunk>();
  /** The articles that are kept whole, by number. */
  private readonly whole = new Map<number, Kept>();
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
    writeFigures(chunk, at, row.figures);
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
    const { figures, figuresFrom } = this.at(number);
    const from = figuresFrom[number % CHUNK];
    return figures.subarray(from + 1, from + 1 + figures[from]);
  }

  kept(number: number): Kept | undefined {
    return this.whole.get(number);
  }

  setKept(number: number, kept: Kept | undefined): void {
    if (kept === undefined) this.whole.delete(number);
    else this.whole.set(number, kept);
  }

  remove(number: number): void {
    const chunk = this.at(number);
    chunk.ids[number % CHUNK] = undefined;
    this.whole.delete(number);
    this.size--;
    if (--chunk.live === 0) this.chunks.delete(Math.floor(number / CHUNK));
  }

  /** The articles before a time; those without one are before none. Looks only into chunks that may have any. */
  *before(time: number): Iterable<number> {
    for (const [index, chunk] of this.chunks) {
      if (chunk.earliest >= time) continue;
      let earliest = Number.POSITIVE_INFINITY;
      for (let at = 0; at < CHUNK; at++) {
        if (chunk.ids[at] === undefined) continue;
        if (chunk.times[at] === Number.NEGATIVE_INFINITY) continue;
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

  /** All records. */
  toColumns(): RecordColumns {
    const { size } = this;
    const numbers = Uint32Array.from(this.all());
    const ids: string[] = new Array(size);
    const times = new Float64Array(size);
    const columns = new Uint32Array(size * U32_COLUMNS);
    const figures = new Uint16Array(size * FIGURE_ROOM);
    let written = 0;
    for (let i = 0; i < size; i++) {
      const chunk = this.at(numbers[i]);
      const at = numbers[i] % CHUNK;
      ids[i] = chunk.ids[at] ?? "";
      times[i] = chunk.times[at];
      for (let column = 0; column < U32_COLUMNS; column++) {
        columns[column * size + i] = chunk.numbers[column * CHUNK + at];
      }
      const from = chunk.figuresFrom[at];
      for (let j = 0; j <= chunk.figures[from]; j++) figures[written++] = chunk.figures[from + j];
    }
    return { numbers, ids, times, columns, figures: figures.subarray(0, written) };
  }

  /** The records of such columns; undefined where they do not fit each other. */
  static fromColumns({ numbers, ids, times, columns, figures }: RecordColumns, next: number): Records | undefined {
    const size = numbers.length;
    if (ids.length !== size || times.length !== size || columns.length !== size * U32_COLUMNS) return undefined;
    const records = new Records();
    let read = 0;
    for (let i = 0; i < size; i++) {
      const number = numbers[i];
      const count = figures[read];
      if (!(number < next && (i === 0 || number > numbers[i - 1]) && count <= MOST_FIGURES)) return undefined;
      const chunk = records.chunkFor(number);
      const at = number % CHUNK;
      chunk.live++;
      chunk.ids[at] = ids[i];
      chunk.times[at] = times[i];
      chunk.earliest = Math.min(chunk.earliest, times[i]);
      for (let column = 0; column < U32_COLUMNS; column++) {
        chunk.numbers[column * CHUNK + at] = columns[column * size + i];
      }
      writeFigures(chunk, at, figures.subarray(read + 1, read + 1 + count));
      read += count + 1;
    }
    records.size = size;
    records.next = next;
    return read === figures.length ? records : undefined;
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
    times: new Float64Array(CHUNK),
    numbers: new Uint32Array(CHUNK * U32_COLUMNS),
    figuresFrom: new Uint32Array(CHUNK),
    figures: new Uint16Array(0),
    figuresUsed: 0,
  };
}

/** Puts the figures of an article behind those of the chunk's others: most have few, and room for the most would be twice as much. */
function writeFigures(chunk: Chunk, at: number, figures: Uint16Array): void {
  const from = chunk.figuresUsed;
  chunk.figuresUsed += figures.length + 1;
  if (chunk.figuresUsed > chunk.figures.length) {
    const larger = new Uint16Array(chunk.figuresUsed + (chunk.figuresUsed >>> 3) + FIGURE_ROOM);
    larger.set(chunk.figures);
    chunk.figures = larger;
  }
  chunk.figuresFrom[at] = from;
  chunk.figures[from] = figures.length;
  chunk.figures.set(figures, from + 1);
}
