/** "Officials said the search would go on", "The search would go on, according to officials": one source, before its claim or behind it. */
import { EMPTY, SAYING } from "./lexicon.js";
import type { NamedEdit } from "./named.js";
import type { Change } from "./pairing.js";
import { sentenceAround } from "./stretch.js";
import type { Token } from "./tokens.js";
import type { Ground } from "./walk.js";

/** Words of a source with its verb, at most. */
const MOST_WORDS = 12;
/** Of more in one paragraph none is looked for: each is held against each. */
const MOST_SOURCES = 32;
/** Shorter claims are alike by chance. */
const LEAST_CLAIM = 3;

/** A source that went from one end of a sentence and came at the other, the claim being the same, has changed places. */
export function joinSpeakers(ground: Ground, found: readonly (Change | NamedEdit)[]): (Change | NamedEdit)[] {
  const sources = found.filter((one): one is Change => !("substantive" in one) && !one.kind && isSource(one));
  if (sources.length < 2 || sources.length > MOST_SOURCES) return [...found];
  const moved = new Set<Change | NamedEdit>();
  for (const gone of sources) {
    if (gone.b.length > 0) continue;
    const come = sources.find((one) => one.a.length === 0 && !moved.has(one) && isSameSource(ground, gone, one));
    if (come) moved.add(gone).add(come);
  }
  return found.map((one) => (moved.has(one) ? { ...(one as Change), kind: "reordered" } : one));
}

function isSource({ a, b }: Change): boolean {
  const own = a.length === 0 ? b : a;
  const isAlone = a.length === 0 || b.length === 0;
  return isAlone && own.length <= MOST_WORDS && own.some(({ plain }) => SAYING.has(plain));
}

function isSameSource({ textA, textB }: Ground, gone: Change, come: Change): boolean {
  const [one, two] = [namedIn(gone.a), namedIn(come.b)];
  if (one.length === 0 || one.join(" ") !== two.join(" ")) return false;
  const claim = claimBeside(textA, gone.a);
  return claim.length >= LEAST_CLAIM && claim.join(" ") === claimBeside(textB, come.b).join(" ");
}

/** Who it is. */
function namedIn(tokens: readonly Token[]): string[] {
  return tokens
    .filter(({ plain, type }) => type !== "mark" && !SAYING.has(plain) && !EMPTY.has(plain))
    .map(({ plain }) => plain);
}

/** The words of the sentence that a source stands in, without it. */
function claimBeside(text: string, source: readonly Token[]): string[] {
  const start = source[0]?.start ?? 0;
  const { before, behind } = sentenceAround(text, { start, end: source[source.length - 1]?.end ?? start });
  const sentence = `${before} ${behind}`.toLowerCase();
  return (sentence.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => word !== "that");
}
