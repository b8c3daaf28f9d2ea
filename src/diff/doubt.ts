/** Denial, doubt, duty and certainty: closed classes of words that change a claim. */
import { type WordTable, words } from "./later.js";
import { AUXILIARIES, forms, MODALITY } from "./lexicon.js";
import type { Naming } from "./named.js";
import { type Stretch, some, textAfter } from "./stretch.js";

/** Denial, doubt or certainty, in words or, in scripts without spaces, in characters. */
export function isModal(stretch: Stretch): boolean {
  return some(stretch, isModalWord) || DENIAL.test(stretch.text);
}

/** Denial and doubt in scripts without spaces. */
export const DENIAL = /不|没|沒|未|無|无|非|ない|ません|なかっ|かもしれ|だろう|않|못|ไม่/u;

/** "No. 5" counts, and denies nothing. */
export function isOrdinal(stretch: Stretch): boolean {
  return /\bNo\.?\s*\p{Nd}/u.test(stretch.text + textAfter(stretch));
}

/** Whether a word denies, doubts or makes sure. */
export function isModalWord(word: string): boolean {
  return MODALITY.has(word) || /^n'\p{L}|n't$/u.test(word);
}

/** "no" denies in English and Spanish, and is "in the" in Portuguese. */
export function isHomograph(naming: Naming, word: string): boolean {
  return word === "no" && naming.language() === "pt";
}

/** Verbs that help in another language and are nouns and articles in English: "a", "son", "state". */
const NOUNS: ReadonlySet<string> = new Set(["a", "era", "hat", "son", "state"]);

/** Whether a word is a verb that carries no matter beside another; "sei" is six in Italian. */
export function isAuxiliary(naming: Naming, word: string): boolean {
  if (word === "sei") return naming.language() === "de";
  return AUXILIARIES.has(word) && !(NOUNS.has(word) && naming.language() === "en");
}

/** Words that deny. */
export const DENIED = /^(?:not|never|no|nicht|nie|niemals|ne|pas|nunca|jamás|jamais|mai|non|não)$|n't$|^n'/u;
const OF_TENSE: ReadonlySet<string> = new Set(["will", "would", "yet", "won't", "wouldn't"]);

const DENIED_WHOLLY: ReadonlySet<string> = new Set(["without", "none", "nobody", "nothing", "neither"]);

/** A word as one of a class: all denials deny alike. */
export function sortOfDoubt(word: string): string {
  return DENIED.test(word) || DENIED_WHOLLY.has(word) ? "not" : word;
}

/** "if no", "unless a": both deny the condition. */
export function isUnless(one: Stretch, two: Stretch): boolean {
  const isIfNot = ({ plain }: Stretch) => plain[0] === "if" && DENIED.test(plain[1] ?? "");
  const isUnlessIts = ({ plain }: Stretch) => plain[0] === "unless";
  return (isIfNot(one) && isUnlessIts(two)) || (isUnlessIts(one) && isIfNot(two));
}

/** "were not yet", "won't be": what both deny is denied as before, and the tense is another. */
export function isDeniedInBoth(one: Stretch, two: Stretch): boolean {
  return [one, two].every(
    ({ plain }) =>
      plain.some((word) => DENIED.test(word)) &&
      plain.every((word) => DENIED.test(word) || OF_TENSE.has(word) || AUXILIARIES.has(word)),
  );
}

/** What is held for true without proof, and other words for it: in place of one another they change nothing. */
const SAME_DOUBT: WordTable<string> = /* @__PURE__ */ forms(
  "believed thought understood|allegedly reportedly supposedly purportedly|apparently seemingly|perhaps maybe possibly|probably likely|appeared seemed|appears seems",
);

/** Whether both sides doubt in the same way: "believed", "thought". */
export function isSameDoubt(one: Stretch, two: Stretch): boolean {
  const [a, b] = [one, two].map(({ plain }) =>
    plain.filter((word) => isModalWord(word)).map((word) => SAME_DOUBT.get(word)),
  );
  return (
    a !== undefined &&
    b !== undefined &&
    a.length > 0 &&
    a.length === b.length &&
    a.every((sort, i) => sort !== undefined && sort === b[i])
  );
}

/** "will" and, in headlines and of plans, "to" and "is to": one future; "so that they [could]", "[to]": one purpose. */
export function isPlan(one: Stretch, two: Stretch): boolean {
  const [a, b] = [one, two].map(({ plain }) => plain.join(" "));
  return (isToDo(a) && isFuture(b)) || (isToDo(b) && isFuture(a)) || arePlans(a, b) || arePlans(b, a);
}

/** "is to remain", "will stay". */
function arePlans(a = "", b = ""): boolean {
  const [one, two] = [/^(?:is|are) to (.+)$/u.exec(a)?.[1], /^will (.+)$/u.exec(b)?.[1]];
  return one !== undefined && two !== undefined && !`${one} ${two}`.split(" ").some(isModalWord);
}

const isToDo = (words = ""): boolean => /^(?:(?:is|are|was|were) )?to$/u.test(words);
const isFuture = (words = ""): boolean =>
  /^(?:so (?:that )?)?(?:(?:he|she|it|they|we) )?(?:will|would|can|could)$/u.test(words);

/** Verbs that deny what follows: "declined to speak" is "would not speak". */
const DENYING = /* @__PURE__ */ words(
  "declined declines decline refused refuses refuse failed fails fail lacked lacks lack unable escaped escapes avoided avoids",
);

/** Whether a denial gave way to a verb that denies, or the other way round. */
export function isDeniedOtherwise(one: Stretch, two: Stretch): boolean {
  const denies = ({ plain }: Stretch) => plain.some((word) => DENIED.test(word));
  const isDenying = ({ plain }: Stretch) => plain.some((word) => DENYING.has(word));
  return (denies(one) && isDenying(two)) || (isDenying(one) && denies(two));
}

/** "must" and "have to": one duty. */
export function isDuty(stretch: Stretch): boolean {
  return /^(?:must|(?:will )?(?:have|has|had|need|needs) to)$/u.test(stretch.plain.join(" "));
}
