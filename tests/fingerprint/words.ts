import { WordFlag, type Words } from "../../src/text/words.js";

/** Words with these hashes, all of one script; what the fingerprint does not read is left empty. */
export function wordsOf(hash: ArrayLike<number>, flag = 0): Words {
  const count = hash.length;
  return {
    count,
    hash: Uint32Array.from(hash),
    start: new Uint32Array(count),
    end: new Uint32Array(count),
    flags: new Uint16Array(count).fill(flag),
    sentences: [0, count],
    paragraphs: [0, count],
  };
}

/** Words of a text, split at spaces; a word in Han or kana is one ideograph for each character. */
export function wordsIn(text: string): Words {
  const forms =
    text.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu) ?? [];
  const words = wordsOf(forms.map(hashOf));
  for (let i = 0; i < forms.length; i++) {
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(forms[i])) words.flags[i] |= WordFlag.ideograph;
  }
  return words;
}

function hashOf(form: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < form.length; i++) hash = Math.imul(hash ^ form.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** The same random 32-bit numbers on every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    const x = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    const y = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    return (y ^ (y >>> 16)) >>> 0;
  };
}

/** `count` random words. */
export function randomWords(count: number, random: () => number): number[] {
  return Array.from({ length: count }, random);
}
