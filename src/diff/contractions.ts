/** "he has" and "he's": two words that another house writes as one. */
import type { Token } from "./tokens.js";

const ENDINGS: ReadonlyMap<string, string> = new Map([
  ["not", "n't"],
  ["is", "'s"],
  ["has", "'s"],
  ["are", "'re"],
  ["have", "'ve"],
  ["will", "'ll"],
  ["would", "'d"],
  ["had", "'d"],
  ["am", "'m"],
]);
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["will not", "won't"],
  ["can not", "can't"],
  ["shall not", "shan't"],
]);

const straight = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s/gu, "")
    .replace(/[’ʼ‘]/gu, "'")
    .replace(/[–—―‒−]/gu, "-");

/** The short form of two words, if they have one. */
function contract(first: string, second: string): string | undefined {
  const ending = ENDINGS.get(second.toLowerCase());
  return ending && (IRREGULAR.get(`${first} ${second}`.toLowerCase()) ?? straight(first) + ending);
}

/** Puts two words together as one token where the other side has their short form. */
export function joinContracted(text: string, tokens: readonly Token[], others: readonly Token[]): Token[] {
  const short = new Set(others.filter(({ text: own }) => /['’]/u.test(own)).map(({ text: own }) => straight(own)));
  if (short.size === 0) return [...tokens];
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [first, second] = [tokens[i] as Token, tokens[i + 1]];
    const contracted = second && contract(first.text, second.text);
    if (!second || contracted === undefined || !short.has(contracted)) {
      joined.push(first);
      continue;
    }
    joined.push({ ...first, end: second.end, text: text.slice(first.start, second.end), plain: contracted, hash: 0 });
    i++;
  }
  return joined;
}

/** Whether one is the short form of the other's two words, or both are one word but for space and the look of marks. */
export function relateContracted(a: string, b: string): "abbreviation" | "typography" | undefined {
  if (straight(a) === straight(b)) return a.toLowerCase() === b.toLowerCase() ? undefined : "typography";
  return isShortOf(a, b) || isShortOf(b, a) ? "abbreviation" : undefined;
}

function isShortOf(short: string, long: string): boolean {
  if (straight(long) === "cannot") return straight(short) === "can't";
  const [first, second, ...rest] = long.split(/\s+/u);
  return (
    first !== undefined && second !== undefined && rest.length === 0 && contract(first, second) === straight(short)
  );
}
