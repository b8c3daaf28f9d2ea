/** Headlines that took each other's place: which groups they are, and whether they say other things. */
import type { Span } from "../article.js";
import type { Group } from "./blocks.js";
import { EMPTY } from "./lexicon.js";
import { isTimestamp } from "./lines.js";
import type { Naming } from "./named.js";
import { plain } from "./plain.js";
import type { Vocabulary } from "./vocabulary.js";

/** More characters than this are a first sentence. */
const LONGEST = 120;
/** The headline is one of the first lines: a time of publication may stand above it. */
const HEAD = 2;

/**
 * The headlines of both texts, where they have no more in common than that each stands above its report; of one text,
 * where the other has none and tells all of it.
 */
export function answeringHeadlines(
  { ground, vocabularyA, vocabularyB }: Naming,
  groups: readonly Group[],
  spansA: readonly Span[],
  spansB: readonly Span[],
): ReadonlySet<Group> {
  const one = groups.find(({ a, b }) => b.length === 0 && isHeadline(ground.textA, spansA, a[0]));
  const two = groups.find(({ a, b }) => a.length === 0 && isHeadline(ground.textB, spansB, b[0]));
  if (one && two) return new Set([one, two]);
  const lone = one ?? two;
  const [text, span, others] = one
    ? [ground.textA, spansA[one.a[0] ?? 0], vocabularyB]
    : [ground.textB, spansB[two?.b[0] ?? 0], vocabularyA];
  return new Set(lone && span && untoldOf(text.slice(span.start, span.end), others()).length === 0 ? [lone] : []);
}

function isHeadline(text: string, spans: readonly Span[], p: number | undefined): boolean {
  const span = p === undefined || p >= HEAD || spans.length <= HEAD ? undefined : spans[p];
  if (!span || span.end - span.start > LONGEST) return false;
  const line = text.slice(span.start, span.end).trim();
  return !isTimestamp(line) && /\p{L}/u.test(line) && !/[.!?…:。：]["'”’»」]*$/u.test(line);
}

/** Whether most of what a line says, and every figure, stands in the other text. */
export function isToldElsewhere(line: string, others: Vocabulary): boolean {
  const untold = untoldOf(line, others);
  return untold.length * 2 <= matterOf(line).length && !untold.some((word) => /\p{Nd}/u.test(word));
}

function untoldOf(line: string, others: Vocabulary): string[] {
  return matterOf(line).filter((word) => !others.has(word));
}

function matterOf(line: string): string[] {
  return (line.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(plain).filter((word) => !EMPTY.has(word));
}
