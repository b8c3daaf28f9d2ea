/** Courtesies, ranks and offices before a name, and persons that are told by them. */
import { COURTESIES, EMPTY, TITLES } from "./lexicon.js";
import type { NamedEdit } from "./named.js";
import type { Change } from "./pairing.js";
import { isCut, isNameLike } from "./relate.js";
import { every, type Stretch, some, textAfter, textAround, textBefore } from "./stretch.js";
import type { Token } from "./tokens.js";

/** A courtesy in front of a name stands for itself: "[with] → [to] [Mr]", "[don] [Ramón → Román]". */
export function cutTitles({ a, b }: Change): Change[] | undefined {
  for (const [long, short, inA] of [
    [a, b, true],
    [b, a, false],
  ] as const) {
    if (long.length < 2 || short.some(isTitleToken)) continue;
    const turned = (one: Token[], two: Token[]): Change => (inA ? { a: one, b: two } : { a: two, b: one });
    if (isTitleToken(long[0] as Token)) {
      const rest = long.findIndex((token) => !isTitleToken(token) && token.type !== "mark");
      if (rest > 0)
        return [{ ...turned(long.slice(0, rest), []), kind: "honorific" }, turned(long.slice(rest), [...short])];
    }
    let last = long.length;
    while (last > 1 && isTitleToken(long[last - 1] as Token)) last--;
    if (last < long.length)
      return [turned(long.slice(0, last), [...short]), { ...turned(long.slice(last), []), kind: "honorific" }];
  }
  return undefined;
}

function isTitleToken(token: Token): boolean {
  return token.type === "title" || COURTESIES.has(token.plain);
}

/** "M." is a French title, "m." half of "a. m.". */
function isTitleWord(token: Token): boolean {
  return token.type === "title" || (TITLES.has(token.plain) && !/^m\.?$/u.test(token.text));
}

/** Courtesies and offices in front of a name. */
export function isTitle(stretch: Stretch): boolean {
  if (COURTESIES.has(stretch.text)) return true;
  if (!every(stretch, (word, token) => isTitleWord(token) || EMPTY.has(word))) return false;
  if (!some(stretch, (_, token) => isTitleWord(token))) return false;
  return /^\.?\s?[\p{Lu}\p{Lo}]/u.test(textAfter(stretch)) || /\p{Lo}$/u.test(textBefore(stretch));
}

/** A title alone before a claim that came or went goes with it: "[Mr] [Landry has long held otherwise.]" */
export function joinTitles(
  text: { a: string; b: string },
  found: readonly (Change | NamedEdit)[],
): (Change | NamedEdit)[] {
  const joined: (Change | NamedEdit)[] = [];
  for (const one of found) {
    const before = joined[joined.length - 1];
    const whole =
      before && !("substantive" in before) && !("substantive" in one) ? withTitle(text, before, one) : undefined;
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(one);
  }
  return joined;
}

/** Fewer words may be a name, or a part of one. */
export const LEAST_OF_CLAIM = 5;

function withTitle(text: { a: string; b: string }, title: Change, claim: Change): Change | undefined {
  const side = title.b.length === 0 ? "a" : "b";
  const other = side === "a" ? "b" : "a";
  const [first, next] = [title[side][0], claim[side][0]];
  if (title[side].length !== 1 || title[other].length + claim[other].length > 0 || !first || !next) return undefined;
  if (!isTitleToken(first) || claim.kind || claim[side].length < LEAST_OF_CLAIM) return undefined;
  if (text[side].slice(first.end, next.start).trim() !== "") return undefined;
  return { a: [...title.a, ...claim.a], b: [...title.b, ...claim.b] };
}

/** "Cllr" in place of "Councillor", "Det Insp" of "Detective Inspector". */
export function isShorterTitle(short: Stretch, long: Stretch): boolean {
  if (short.plain.length !== long.plain.length) return false;
  const pairs = long.plain.map((word, i) => [short.plain[i] ?? "", word] as const);
  return (
    pairs.every(([cut, word]) => TITLES.has(word) && (word.startsWith(cut) || isCut(cut, word))) &&
    pairs.every(([cut]) => cut.length > 1) &&
    pairs.some(([cut, word]) => cut !== word)
  );
}

/** A title and another part of a name that the text gives in full: "Achebe-Moore", "Dame Rosalind". */
export function isSamePerson(one: Stretch, two: Stretch): boolean {
  const titled = (stretch: Stretch) => some(stretch, (word, token) => token.type === "title" || TITLES.has(word));
  if (titled(one) === titled(two)) return false;
  const names = (stretch: Stretch) =>
    stretch.words.filter((token) => !(token.type === "title" || TITLES.has(token.plain)));
  const known = (stretch: Stretch) =>
    names(stretch).every((token) => isNameLike(token) && stretch.others().has(token.plain));
  const full = (first: Stretch, last: Stretch) => {
    const parts = [names(first), names(last)].map((tokens) => tokens.map((token) => token.text).join(" "));
    return !parts.includes("") && [first, last].some((stretch) => textAround(stretch).includes(parts.join(" ")));
  };
  return (known(one) && known(two)) || full(one, two) || full(two, one);
}
