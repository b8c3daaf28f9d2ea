// In: a stream of bytes. Out: its lines, one at a time, so that a file may be larger than memory.
import { MOST_BYTES } from "./input.js";

const LINE_FEED = 10;

/** A line without its line feed. */
export interface Line {
  /** From 1. */
  number: number;
  /** Undefined where the line is longer than any article: it was not kept. */
  bytes: Uint8Array | undefined;
}

/** The lines of a stream; the last one counts without a line feed too. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let number = 1;
  let pieces: Uint8Array[] = [];
  let size = 0;
  const take = (piece: Uint8Array): void => {
    size += piece.length;
    if (size > MOST_BYTES) pieces = [];
    else if (piece.length > 0) pieces.push(piece);
  };
  const end = (): Line => {
    const bytes = size > MOST_BYTES ? undefined : pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
    pieces = [];
    size = 0;
    return { number: number++, bytes };
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let feed = chunk.indexOf(LINE_FEED); feed >= 0; feed = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, feed));
      yield end();
      start = feed + 1;
    }
    take(chunk.subarray(start));
  }
  if (size > 0) yield end();
}
