import { describe, expect, it } from "vitest";
import { IdTable } from "../../src/stories/idTable.js";

/** Numbers in a fixed order that looks like chance. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

function filled(ids: readonly string[]): IdTable {
  const table = new IdTable((number) => ids[number] ?? "");
  for (const [number, id] of ids.entries()) table.set(id, number);
  return table;
}

describe("the table of ids", () => {
  it("knows what a map knows, after any puts and deletes", () => {
    const ids: string[] = [];
    const table = new IdTable((number) => ids[number] ?? "");
    const map = new Map<string, number>();
    const random = numbers(7);
    for (let step = 0; step < 20_000; step++) {
      const id = `a${(random.next().value as number) % 3000}`;
      if (map.delete(id)) table.delete(id);
      else {
        map.set(id, ids.length);
        ids.push(id);
        table.set(id, map.get(id) as number);
      }
    }
    for (let i = 0; i < 3000; i++) expect(table.get(`a${i}`)).toBe(map.get(`a${i}`));
  });

  it("finds nothing where nothing is, and deletes it in peace", () => {
    const table = filled([]);
    table.delete("none");
    expect(table.get("none")).toBeUndefined();
    expect(table.get("")).toBeUndefined();
  });

  it("is as quick with ids whose hashes were made equal", () => {
    const pairs = collidingPairs(13);
    const ids = Array.from({ length: 2 ** pairs.length }, (_, i) =>
      pairs.map((pair, bit) => pair[(i >>> bit) & 1]).join(""),
    );
    const start = performance.now();
    const table = filled(ids);
    for (const [number, id] of ids.entries()) expect(table.get(id)).toBe(number);
    for (const id of ids.slice(0, 4000)) table.delete(id);
    expect(ids.map((id) => table.get(id)).filter((number) => number !== undefined)).toHaveLength(ids.length - 4000);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

/** So many pairs of texts: each text of a pair leads to the same state behind those before it (A. Joux, CRYPTO 2004). */
function collidingPairs(count: number): [string, string][] {
  const random = numbers(3);
  const unit = () => 0x4e00 + ((random.next().value as number) >>> 18);
  const pairs: [string, string][] = [];
  let state = 0x811c9dc5 | 0;
  while (pairs.length < count) {
    const seen = new Map<number, string>();
    for (let found = false; !found; ) {
      const units = [unit(), unit(), unit()];
      const hash = units.reduce((own, one) => Math.imul(own ^ one, 0x01000193), state);
      const text = String.fromCharCode(...units);
      const other = seen.get(hash);
      seen.set(hash, text);
      if (other === undefined || other === text) continue;
      pairs.push([other, text]);
      state = hash;
      found = true;
    }
  }
  return pairs;
}
