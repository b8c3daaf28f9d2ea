/**
 * The pieces of one side of a gap between matched words: its own words, the marks around them, courtesies that are no
 * words to the alignment ("Mr"), and whole expressions (amounts, dates, times) as one piece each.
 */
import type { Span } from "../article.js";
import { WordFlag, type Words } from "../text/words.js";
import { type Expression, findExpressions, isNumeric } from "./expressions.js";
import { later } from "./later.js";
import { PERSON_SUFFIX, TITLES } from "./lexicon.js";
import { plain } from "./plain.js";
import { clip, type GapSide } from "./walk.js";

/** One piece of a gap. */
export interface Token extends Span {
  text: string;
  /** In lower case, without a possessive or a mark at the end. */
  plain: string;
  type: "word" | "mark" | "expression" | "title";
  /** {@link WordFlag} bits of its first word; 0 for what is no word to the alignment. */
  flags: number;
  /** Hash of the word in house style; 0 for what is no word. */
  hash: number;
  expression?: Expression;
}

/** A page of signs between two words is not read piece by piece. */
const LONGEST_BETWEEN = 400;
const PIECES = /* @__PURE__ */ later(
  () => /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’]*|\.{2,}|--+|-(?: -)+|``|''|[^\s\p{L}\p{M}\p{N}]/gu,
);

/** The tokens of one side, in order. */
export function tokensOf(text: string, words: Words, side: GapSide): Token[] {
  const tokens: Token[] = [];
  let at = side.chars[0]?.start ?? 0;
  let last = side.words.length > 0 ? (side.words[0] as number) - 1 : 0;
  for (const i of side.words) {
    const start = words.start[i] as number;
    // Words between that are matched elsewhere have moved, and are no part of this gap.
    if (i === last + 1 && !isSpaceAlone(text, at, start)) addPieces(text, clip(side.chars, at, start), tokens);
    tokens.push(wordToken(text, words, i));
    at = words.end[i] as number;
    last = i;
  }
  addPieces(text, clip(side.chars, at, Number.POSITIVE_INFINITY), tokens);
  return joinTitles(joinExpressions(text, joinApostrophes(text, tokens)));
}

/** Whether one plain space stands between two places, as between most words. */
function isSpaceAlone(text: string, from: number, to: number): boolean {
  return to === from + 1 && text.charCodeAt(from) === 0x20;
}

/** "team ’ s": an ending that a space parts from its word belongs to it all the same. */
function joinApostrophes(text: string, tokens: Token[]): Token[] {
  if (!tokens.some((token) => isApostrophe(token.text))) return tokens;
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [word, mark, ending] = [tokens[i] as Token, tokens[i + 1], tokens[i + 2]];
    const parted =
      word.type === "word" && isApostrophe(mark?.text) && /^(?:s|t|re|ve|ll|d|m)$/u.test(ending?.text ?? "");
    if (!parted || !ending || text.slice(word.end, ending.start).trim() !== mark?.text) {
      joined.push(word);
      continue;
    }
    const own = text.slice(word.start, ending.end);
    joined.push({ ...word, end: ending.end, text: own, plain: plain(own.replace(/\s/gu, "")), hash: 0 });
    i += 2;
  }
  return joined;
}

function isApostrophe(text: string | undefined): boolean {
  return text === "'" || text === "’";
}

function wordToken(text: string, words: Words, i: number): Token {
  const start = words.start[i] as number;
  const end = words.end[i] as number;
  const own = text.slice(start, end);
  return {
    start,
    end,
    text: own,
    plain: plain(own),
    type: "word",
    flags: words.flags[i] as number,
    hash: words.hash[i] as number,
  };
}

function addPieces(text: string, spans: readonly Span[], tokens: Token[]): void {
  for (const { start, end } of spans) addPiecesOf(text, start, end, tokens);
}

function addPiecesOf(text: string, from: number, to: number, tokens: Token[]): void {
  if (to <= from || to - from > LONGEST_BETWEEN || addCommaAlone(text, from, to, tokens)) return;
  const part = text.slice(from, to);
  const pattern = PIECES();
  pattern.lastIndex = 0;
  for (let match = pattern.exec(part); match; match = pattern.exec(part)) {
    const start = from + match.index;
    const own = match[0];
    const lower = plain(own);
    // A lone small letter is no title ("a. m.", French "M.").
    const type = TITLES.has(lower) && own !== "m" ? "title" : /[\p{L}\p{N}]/u.test(own) ? "word" : "mark";
    tokens.push({ start, end: start + own.length, text: own, plain: lower, type, flags: 0, hash: 0 });
  }
}

/** A comma or a full stop and a space, as between most words that anything stands between. */
function addCommaAlone(text: string, from: number, to: number, tokens: Token[]): boolean {
  const own = text[from];
  if ((own !== "," && own !== ".") || !(to === from + 1 || isSpaceAlone(text, from + 1, to))) return false;
  tokens.push({ start: from, end: from + 1, text: own, plain: "", type: "mark", flags: 0, hash: 0 });
  return true;
}

function joinExpressions(text: string, tokens: Token[]): Token[] {
  if (!tokens.some((token) => isNumeric(token.flags, token.text))) return tokens;
  const first = tokens[0] as Token;
  const last = tokens[tokens.length - 1] as Token;
  const joined: Token[] = [];
  let i = 0;
  for (const expression of findExpressions(text, first.start, last.end)) {
    while (i < tokens.length && (tokens[i] as Token).start < expression.start) joined.push(tokens[i++] as Token);
    const parts: Token[] = [];
    while (i < tokens.length && (tokens[i] as Token).end <= expression.end) parts.push(tokens[i++] as Token);
    const head = parts[0];
    if (!head) continue;
    const { start, end } = expression;
    // An expression may hold words that are matched elsewhere, or end inside a word ("31-year-old"): then it is no piece of this gap.
    const whole = head.start === start && (parts[parts.length - 1] as Token).end === end && covers(text, parts);
    if (!whole) for (const part of parts) joined.push(part);
    else
      joined.push({
        ...head,
        start,
        end,
        text: expression.text,
        plain: plain(expression.text),
        type: "expression",
        expression,
      });
  }
  // Not spread: a call takes some hundred thousand arguments, and a gap may have more words.
  return joined.concat(tokens.slice(i));
}

/** Whether nothing but space stands between the parts. */
function covers(text: string, parts: readonly Token[]): boolean {
  return parts.every((part, i) => i === 0 || text.slice((parts[i - 1] as Token).end, part.start).trim() === "");
}

/** "さん", "先生": a title of more than one character, in scripts where each is a word. */
function joinTitles(tokens: Token[]): Token[] {
  if (!tokens.some((token) => token.flags & (WordFlag.ideograph | WordFlag.cluster))) return tokens;
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const near = tokens
      .slice(i, i + 4)
      .map((one) => one.text)
      .join("");
    const title = token.flags & WordFlag.ideograph ? PERSON_SUFFIX.exec(near)?.[0] : undefined;
    if (!title) {
      joined.push(token);
      continue;
    }
    const end = token.start + title.length;
    joined.push({ ...token, end, text: title, plain: title, type: "title" });
    while (i + 1 < tokens.length && (tokens[i + 1] as Token).end <= end) i++;
  }
  return joined;
}
