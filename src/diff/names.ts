/** Names, places and sources: what a changed stretch names, by the words beside it and the capitals in it. */
import { WordFlag } from "../text/words.js";
import type { EditKind } from "./edits.js";
import { words } from "./later.js";
import {
  AUXILIARIES,
  DAYS,
  EMPTY,
  JUDGING,
  MONTHS,
  PERSON_BEFORE,
  PERSON_SUFFIX,
  PLACE_BEFORE_BARE,
  PLACE_SUFFIX,
  PRONOUNS,
  SAID_BEHIND,
  SAYING,
  SOURCE_BEFORE,
  SOURCE_SYNONYMS,
  SOURCES,
  TELLING,
  TITLES,
} from "./lexicon.js";
import { plain } from "./plain.js";
import { isNameLike } from "./relate.js";
import {
  contentOf,
  every,
  FARTHEST_MENTION,
  type Stretch,
  some,
  textAfter,
  textAround,
  textBefore,
  textSince,
  textUntil,
} from "./stretch.js";
import type { Token } from "./tokens.js";
import { isMentioned } from "./vocabulary.js";

const isSaying = (word: string): boolean => SAYING.has(word) || JUDGING.has(word);

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}]+)*/gu) ?? []).map(plain);
}

/** Words right before, nearest first, up to a mark. */
function wordsBefore(stretch: Stretch): string[] {
  return wordsOf(textSince(stretch, CLAUSE_ENDS)).reverse();
}

function wordsAfter(stretch: Stretch): string[] {
  return wordsOf(textUntil(stretch, CLAUSE_ENDS));
}

const CLAUSE_ENDS = ',.;:!?"“”«»„()،؛。，、」';

/** Whether the words are who a report goes back to: "X said", "said X", "according to X". */
export function isSource(stretch: Stretch): boolean {
  const before = wordsBefore(stretch);
  const after = wordsAfter(stretch);
  // "the chairman, Sir Roy Adair, said": an apposition ends with a comma before the verb.
  if (
    stretch.text.includes(",") &&
    /^,\s/u.test(textAfter(stretch)) &&
    isSaying(plain(/^,\s([\p{L}\p{M}]+)/u.exec(textAfter(stretch))?.[1] ?? ""))
  )
    return true;
  if (some(stretch, isSaying)) return true;
  // "said that [it] …": what was said, not who said it.
  if (COMPLEMENT.test(before[0] ?? "") || COMPLEMENT.test(stretch.plain[0] ?? "")) return false;
  const verb = after.findIndex((word) => !AUXILIARIES.has(word) && !/^(?:also|later|then|hat|a|ha)$/u.test(word));
  if (verb >= 0 && verb <= 2 && isSaying(after[verb] as string)) return true;
  // Up to two words of the same phrase may stand in between: "said [the] [tourist] office".
  const said = before.slice(0, 2).findIndex((word) => isSaying(word) && !TELLING.has(word));
  if (said >= 0 && before.slice(said + 1).every(isBesideVerb)) return true;
  if (SOURCE_BEFORE.test(textBefore(stretch))) return true;
  return SAID_BEHIND.test(textAfter(stretch));
}

/** What may stand before "said" where the speaker stands behind it; behind "the coach said" stands what was said. */
function isBesideVerb(word: string): boolean {
  return (isSaying(word) || AUXILIARIES.has(word) || EMPTY.has(word)) && !PRONOUNS.has(word);
}

/** What stands before a clause that tells what was said. */
const COMPLEMENT = /^(?:that|dass|daß|que|qu'\p{L}+|che|ch'\p{L}+|что|dat|że)$/u;

const SENTENCE_ENDS = ".!?。";

/** Whether a verb of saying stands in the same sentence, within reach. */
function isReported(stretch: Stretch): boolean {
  return (
    wordsOf(`${textSince(stretch, SENTENCE_ENDS)} ${textUntil(stretch, SENTENCE_ENDS)}`).some(isSaying) ||
    some(stretch, isSaying)
  );
}

/** Whether the words are whom something was told: "told X". */
export function isHearer(stretch: Stretch): boolean {
  const before = wordsBefore(stretch);
  const told = before.findIndex((word) => TELLING.has(word));
  return told >= 0 && before.slice(0, told).every((word) => EMPTY.has(word));
}

/** Kinds of a change in who said it; nothing when no source changed. */
export function nameSource(one: Stretch, two: Stretch): EditKind | undefined {
  const opens = (stretch: Stretch) => SOURCE_OPENING.test(stretch.text);
  if (opens(one) !== opens(two) && (some(one, isNameToken) || some(two, isNameToken))) return "attribution";
  if (areInsiders(one) !== areInsiders(two) && !(isInKnow(one) && isInKnow(two))) return "attribution";
  const sources = some(one, (word) => SOURCES.has(word)) && some(two, (word) => SOURCES.has(word));
  const near = isSource(one) && isSource(two);
  if (!near && !(sources && isReported(one))) return undefined;
  if (!hasMatter(one) && !hasMatter(two)) return undefined;
  if (isSameSource(one, two) || isOneName(one, two) || isPartOfName(one, two)) return undefined;
  if (isInKnow(one) && isInKnow(two)) return "wording";
  if (isOneFullName(one, two) || isInOffice(one, two) || isInOffice(two, one)) return "wording";
  return "attribution";
}

const isNameToken = (_: string, token: Token): boolean => isNameLike(token) && !(token.flags & WordFlag.sentenceStart);

/** How the source of a claim is named without a verb. */
const SOURCE_OPENING = /^,?\s?(?:according to|laut|nach Angaben|selon|según|segundo|de acordo com|secondo)\s/iu;

function hasMatter(stretch: Stretch): boolean {
  return contentOf(stretch).some((word) => !isSaying(word) && !TITLES.has(word));
}

/** Other words for the same people: "Officers", "Cops". */
function isSameSource(one: Stretch, two: Stretch): boolean {
  const lead = (stretch: Stretch) =>
    contentOf(stretch)
      .filter((word) => !isSaying(word))
      .map((word) => SOURCE_SYNONYMS.get(word) ?? word)
      .join(" ");
  if (lead(one) === lead(two)) return true;
  // An office before a name that stays ("the [manager], Tom Hale, said") is the same man.
  const nameFollows = (stretch: Stretch) => /^,?\s\p{Lu}/u.test(textAfter(stretch));
  return (
    nameFollows(one) &&
    nameFollows(two) &&
    !some(one, (_, token) => isNameLike(token)) &&
    !some(two, (_, token) => isNameLike(token))
  );
}

/** "people familiar with", "people with knowledge of": what the press calls whom it does not name. */
function isInKnow({ text }: Stretch): boolean {
  return /\b(?:familiar|knowledge of)\b/u.test(text);
}

/** The same with those who are. */
export function areInsiders({ text }: Stretch): boolean {
  return /\b(?:people|persons?|officials?|sources?) (?:familiar with|with knowledge)\b/u.test(text);
}

/** "Sigrid", "Hallvardsen": the first name of somebody for the last, where a text has both together. */
function isOneFullName(one: Stretch, two: Stretch): boolean {
  if (one.words.length !== 1 || two.words.length !== 1) return false;
  const names = [`${one.text} ${two.text}`, `${two.text} ${one.text}`];
  return [one, two].some((stretch) => names.some((name) => textAround(stretch).includes(name)));
}

/** "Onifade", "the minister": an office for who holds it, where a text has the one before the other. */
function isInOffice(name: Stretch, office: Stretch): boolean {
  const [article, title] = office.plain;
  if (name.words.length !== 1 || !isNameLike(name.words[0] as Token) || office.plain.length !== 2) return false;
  if (article !== "the" || title === undefined || !TITLES.has(title)) return false;
  return [name, office].some((stretch) => isHeldBy(textAround(stretch), title, name.text));
}

/** Characters in front of a name in which its office may stand, with another name between. */
const OFFICE_REACH = 60;

function isHeldBy(text: string, title: string, name: string): boolean {
  return isMentioned(text, name, (at) => {
    const before = text.slice(Math.max(0, at - OFFICE_REACH), at).toLowerCase();
    const office = Math.max(before.lastIndexOf(`${title} `), before.lastIndexOf(`${title}, `));
    return office >= 0 && /^[,\s]*(?:\p{L}[\p{L}'’.-]* ){0,2}$/u.test(before.slice(office + title.length));
  });
}

/** Names that look alike, or a part of a longer name: somebody else, or a correction, but the words go back to a person as before. */
function isOneName(one: Stretch, two: Stretch): boolean {
  const a = one.words.filter((token) => !TITLES.has(token.plain));
  const b = two.words.filter((token) => !TITLES.has(token.plain));
  if (a.length !== 1 || b.length !== 1 || !isNameLike(a[0] as Token) || !isNameLike(b[0] as Token)) return false;
  const beside = (stretch: Stretch) =>
    /\p{Lu}[\p{L}'’.-]*\s$/u.test(textBefore(stretch)) || /^\s\p{Lu}/u.test(textAfter(stretch));
  return (beside(one) && beside(two)) || alike((a[0] as Token).plain, (b[0] as Token).plain);
}

/** One character of a name, in a script where each is a word: "李文娟", "李文婧". */
function isPartOfName(one: Stretch, two: Stretch): boolean {
  return [one, two].every(({ text }) => /^\p{Script=Han}$/u.test(text)) && /\p{Script=Han}$/u.test(textBefore(one));
}

/** Two names of nearly the same letters. */
function alike(a: string, b: string): boolean {
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return (head + tail) * 2 >= Math.max(a.length, b.length);
}

/** Words before which a capital is a place more often than not. */
const PLACE_BEFORE = /* @__PURE__ */ words(
  `in at near from to around outside across toward towards through via between into off en in à dans nahe bei nach aus bis von desde hasta hacia cerca
   a vers près nel nella em no na para perto в во на из около под возле до σε στη στην στο από vicino da naar uit te`,
);
/** Common nouns that stand before the name of a place. */
const PLACE_NOUNS = /* @__PURE__ */ words(
  `city town village port region province district state county ciudad pueblo provincia ville région stadt gemeinde kreis cidade città
   город города городе городу село селе деревне поселке области районе πόλη`,
);
/** What a place is called by, behind its name. */
const PLACE_AFTER =
  /^\s(?:Bridge|Street|Road|Avenue|Square|Hospital|Station|Port|Harbou?r|River|Bay|County|Province|Airport|Island|Valley|City|Park|district|province|region|airport)\b/u;

/** "in Thrapley and". */
const BESIDE_PLACE =
  /(?:^|\s)(?:in|at|near|en|à|bei)\s(?:\p{Lu}[\p{L}\p{M}'’-]*\s){1,3}(?:and|or|y|e|et|und|oder|o|ou)\s$/u;

/** The last word of the name of a street or a building. */
const PLACE_LAST = /\s(?:Bridge|Street|Road|Avenue|Lane|Square|Hospital|Station|Harbou?r|Airport)$/u;

const COMPASS =
  /^(?:(?:north|south|east|west|northeast|northwest|southeast|southwest|central)(?:ern)?|norte|sur|sul|este|leste|oeste|nord|sud|süd|ost|ouest|nördlich\p{L}*|südlich\p{L}*|östlich\p{L}*|westlich\p{L}*)$/u;

/** "northern", "southern": another place, without a name. */
export function isOtherSide(one: Stretch, two: Stretch): boolean {
  const [a, b] = [one, two].map(({ plain: [word], words: own }) => (own.length === 1 ? word : undefined));
  return a !== undefined && b !== undefined && a !== b && COMPASS.test(a) && COMPASS.test(b);
}

/** "name" or "place" when the stretches name another; nothing when what they name is told in both texts. */
export function nameNames(language: () => string, one: Stretch, two: Stretch): EditKind | undefined {
  if (isBare(one) && isBare(two)) return nameBare(one, two);
  const a = namesOf(one);
  const b = namesOf(two);
  if (a.length === 0 && b.length === 0) return undefined;
  if ((a.length === 0 && areLetters(two, b)) || (b.length === 0 && areLetters(one, a))) return undefined;
  if (areNouns(language, one, two)) return undefined;
  // German writes every noun with a capital: in place of words without one, or beside a word without one, it is a noun.
  const isPhrase = [one, two].some((stretch) => some(stretch, (word, token) => !isNameLike(token) && !EMPTY.has(word)));
  if ((a.length === 0 || b.length === 0 || isPhrase) && language() === "de") return undefined;
  if (a.length === 0 || b.length === 0) {
    const [side, names] = a.length > 0 ? [one, a] : [two, b];
    // A name for "he" or "the president" says nothing new where the other text names it too.
    return names.every((word) => side.others().has(word)) || isModifier(side, names) ? undefined : "name";
  }
  const known = a.every((word) => one.others().has(word)) && b.every((word) => two.others().has(word));
  if (known) return areOtherNames(one, two, a, b) ? placeOrName(one, two) : undefined;
  return placeOrName(one, two);
}

/** One name in the place of another, each told elsewhere in the other text: "a [San Diego] team" says no more of it. */
function areOtherNames(one: Stretch, two: Stretch, a: readonly string[], b: readonly string[]): boolean {
  if (one.words.length === 1 && two.words.length === 1) return a[0] !== b[0];
  const isBareName = (stretch: Stretch) =>
    stretch.words.every((token) => isNameLike(token) || EMPTY.has(token.plain) || DAYS.has(token.plain));
  return a.length > 1 && b.length > 1 && isBareName(one) && isBareName(two) && !a.some((word) => b.includes(word));
}

/** "GP", "MPs", for "family doctor", "lawmakers": letters that stand for words may stand for plain ones. */
function areLetters(stretch: Stretch, names: readonly string[]): boolean {
  return every(stretch, (word, token) => !names.includes(word) || /^\p{Lu}{2,}s?$/u.test(token.text));
}

/** "Molotov cocktails": a name that only says of what sort the noun behind it is. */
function isModifier({ words }: Stretch, names: readonly string[]): boolean {
  return words.every((token, i) => {
    const next = words[i + 1];
    return (
      !names.includes(token.plain) ||
      (i > 0 && next !== undefined && /^\p{Ll}/u.test(next.text) && !EMPTY.has(next.plain))
    );
  });
}

/** German writes every noun with a capital: one that is the beginning of the other, or stands behind an article, is no name. */
function areNouns(language: () => string, one: Stretch, two: Stretch): boolean {
  const [a, b] = [one, two].map(({ plain: all }) => (all.length === 2 && ARTICLE.test(all[0] ?? "") ? all[1] : all[0]));
  const isNoun = (stretch: Stretch) =>
    stretch.words.length === 2 ? ARTICLE.test(stretch.plain[0] ?? "") : ARTICLE_BEFORE.test(textBefore(stretch));
  if (!a || !b || one.words.length > 2 || two.words.length > 2) return false;
  const part =
    one.words.length + two.words.length === 2 &&
    Math.min(a.length, b.length) >= 4 &&
    (a.startsWith(b) || b.startsWith(a));
  return (part || (isNoun(one) && isNoun(two))) && language() === "de";
}

const ARTICLE = /^(?:der|die|das|den|dem|des|eine?[nrms]?|kein\p{L}*|im|am|zum|zur|vom|beim)$/u;
const ARTICLE_BEFORE = /(?:^|\s)(?:der|die|das|den|dem|des|eine?[nrms]?|kein\p{L}*|im|am|zum|zur|vom|beim)\s$/iu;

function placeOrName(one: Stretch, two: Stretch): EditKind {
  const areStreets = PLACE_LAST.test(one.text) && PLACE_LAST.test(two.text);
  return areStreets || isPlace(one) || isPlace(two) ? "place" : "name";
}

/** Proper names in the stretch: capitals that no sentence start explains. */
function namesOf(stretch: Stretch): string[] {
  const inTitleCase = isTitleCase(stretch);
  return stretch.words
    .filter(
      (token) => isNameLike(token) && !TITLES.has(token.plain) && !EMPTY.has(token.plain) && !isDayName(token.plain),
    )
    .filter((token) => (inTitleCase ? isNameElsewhere(stretch, token) : isName(stretch, token)))
    .map((token) => token.plain);
}

/** Words of a headline that are looked at, and the share of them that is written with a capital in one of that style. */
const LEAST_OF_TITLE = 4;
const TITLE_CAPITALS = 0.8;

/** Whether the words stand in a headline that writes nearly every word with a capital: there it says nothing. */
function isTitleCase(stretch: Stretch): boolean {
  const line = `${textBefore(stretch)}${stretch.text}${textAfter(stretch)}`;
  if (/[.!?]/u.test(line)) return false;
  const long = line.match(/[\p{L}\p{M}]{4,}/gu) ?? [];
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  return long.length >= LEAST_OF_TITLE && capitals >= TITLE_CAPITALS * long.length;
}

const isDayName = (word: string): boolean => DAYS.has(word) || MONTHS.has(word);

function isName(stretch: Stretch, token: Token): boolean {
  return !(token.flags & WordFlag.sentenceStart) || startsWithName(stretch, token);
}

/** Whether a word of a headline is written with a capital in the text below it, and never without. */
export function isNameElsewhere({ source }: Stretch, token: Token): boolean {
  const { text } = token;
  const name = text === text.toUpperCase() ? text.charAt(0) + text.slice(1).toLowerCase() : text;
  const stands = (form: string) => standsElsewhere(source, form, token);
  return (stands(text) || stands(name)) && !stands(text.toLowerCase());
}

/** Whether a word begins with these letters elsewhere in the text. */
function standsElsewhere(source: string, form: string, { start, end }: Token): boolean {
  const before = source.slice(Math.max(0, start - FARTHEST_MENTION), Math.max(0, start - 1));
  return source.slice(end, end + FARTHEST_MENTION).includes(` ${form}`) || before.includes(` ${form}`);
}

/** A capital that starts a sentence is a name when the text writes it with a capital elsewhere too, or another capital follows. */
function startsWithName(stretch: Stretch, token: Token): boolean {
  if (/^\s\p{Lu}/u.test(stretch.source.slice(token.end, token.end + 2))) return true;
  return standsElsewhere(stretch.source, token.text, token);
}

/** By what stands before: a preposition of place, names in between aside ("in Lower Saxony", "in the port of"). */
function isPlace(stretch: Stretch): boolean {
  if (PLACE_AFTER.test(textAfter(stretch)) || BESIDE_PLACE.test(textBefore(stretch))) return true;
  const own = stretch.words.findIndex((token) => isNameLike(token));
  const inside = stretch.words
    .slice(0, Math.max(0, own))
    .map((token) => token.plain)
    .reverse();
  const before = [...inside, ...wordsBefore(stretch)];
  for (const word of before.slice(0, 4)) {
    if (PLACE_BEFORE.has(word) || PLACE_NOUNS.has(word)) return true;
    if (!EMPTY.has(word)) return false;
  }
  return false;
}

/** Whether the script has no capitals. */
function isBare(stretch: Stretch): boolean {
  return stretch.words.length > 0 && stretch.words.every((token) => /^\p{Lo}/u.test(token.text));
}

/** One word of the phrase behind a verb of saying that has other words beside it ("said the head of the union [Samir] Haddad"). */
function isLoneNameInSource(stretch: Stretch): boolean {
  if (stretch.words.length !== 1 || SOURCES.has(stretch.plain[0] ?? "") || !/^\p{Script=Arabic}/u.test(stretch.text))
    return false;
  const before = wordsBefore(stretch);
  const verb = before.findIndex(isSaying);
  return verb >= 1 && verb <= 4;
}

function nameBare(one: Stretch, two: Stretch): EditKind | undefined {
  const rest = (stretch: Stretch) => textAfter(stretch);
  if (isLoneNameInSource(one) && isLoneNameInSource(two)) return "name";
  if (PERSON_SUFFIX.test(rest(one)) || PERSON_SUFFIX.test(rest(two))) return "name";
  if (isPartOfName(one, two) && SAID_BEHIND.test(rest(one))) return "name";
  if (PERSON_BEFORE.test(textBefore(one)) && PERSON_BEFORE.test(textBefore(two))) return "name";
  if (PLACE_BEFORE_BARE.test(textBefore(one))) return "place";
  if (
    one.text.length <= 4 &&
    two.text.length <= 4 &&
    PLACE_SUFFIX.test(one.text.slice(1) + rest(one)) &&
    PLACE_SUFFIX.test(two.text.slice(1) + rest(two))
  )
    return "place";
  return undefined;
}
