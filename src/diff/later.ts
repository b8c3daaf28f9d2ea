/**
 * Word lists that are read when a word is first looked up in them, and patterns with classes of characters that are made
 * when first asked for. Together they would be a third of an import, and who only fingerprints never asks.
 */

/** A class of words. */
export interface WordClass {
  has(word: string): boolean;
}

/** What is known of each word of a class. */
export interface WordTable<T> extends WordClass {
  get(word: string): T | undefined;
}

/** What is made when first asked for, and kept. */
export function later<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The words of lists, separated by white space. Lists apart, not one made of them: a bundler would take that for work that must be done. */
export function words(...lists: readonly string[]): WordClass {
  const set = later(() => new Set(lists.flatMap((list) => list.split(/\s+/u))));
  return { has: (word) => set().has(word) };
}

/** A table that is made when first asked. */
export function table<T>(make: () => ReadonlyMap<string, T>): WordTable<T> {
  const made = later(make);
  return { has: (word) => made().has(word), get: (word) => made().get(word) };
}
