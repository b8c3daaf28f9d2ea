/** Names words that stand on one side only: a claim, as a rule; else what the closed classes say. */
import { WordFlag } from "../text/words.js";
import { isDay } from "./days.js";
import { isAuxiliary, isModal } from "./doubt.js";
import type { EditKind } from "./edits.js";
import { initialOf } from "./initials.js";
import { words } from "./later.js";
import {
  DAYS,
  EMPTY,
  JUDGING,
  PRESS,
  PRONOUNS,
  SAYING,
  SOURCE_BEFORE,
  SOURCES,
  TELLING,
  TITLES,
  TO,
} from "./lexicon.js";
import { isMarkup } from "./marks.js";
import type { Naming } from "./named.js";
import { areInsiders, isSource } from "./names.js";
import { HAN_NUMERAL } from "./numerals.js";
import { plain } from "./plain.js";
import { isNameLike } from "./relate.js";
import { signOf } from "./relations.js";
import { LONGEST_REPHRASED } from "./rephrased.js";
import {
  contentOf,
  every,
  FARTHEST_MENTION,
  isQuoted,
  type Stretch,
  some,
  stretchOf,
  textAfter,
  textBefore,
} from "./stretch.js";
import { isTitle } from "./titles.js";
import type { Token } from "./tokens.js";
import { CURRENCIES } from "./units.js";
import { hasPhrase } from "./vocabulary.js";

/** More words than this are a claim, whatever they hold. */
const SHORT = 12;

/** What words are that one side has and the other lacks. */
export function nameAlone(naming: Naming, stretch: Stretch, kind: "added" | "dropped"): EditKind {
  if (stretch.words.length > SHORT) return kind;
  if (isTitle(stretch) || isTitleWithName(stretch)) return "honorific";
  if (some(stretch, (word) => SOURCES.has(word)) && some(stretch, (word) => CONFIRMING.has(word))) return "attribution";
  if (CALLED.test(stretch.plain.join(" "))) return "attribution";
  if (isGivenName(stretch)) return "wording";
  if (isBracketedInitials(stretch) || isSpelledOut(stretch) || isCurrencyCode(stretch)) return "abbreviation";
  if (stretch.words.length <= 3 && isModal(stretch) && !startsSentence(stretch) && !isJoined(stretch))
    return "negation";
  if (UNCLEAR.test(stretch.plain.join(" "))) return "negation";
  if (every(stretch, (word) => isAuxiliary(naming, word))) return "inflection";
  if (stretch.words.length <= 4 && isQuoted(stretch)) return isClauseOfSpeech(stretch) ? kind : "quotation";
  if (every(stretch, (word) => EMPTY.has(word) || VAGUE.has(word)) || FILLING.test(stretch.plain.join(" ")))
    return "wording";
  if (isMarkup(withMarks(stretch))) return "typography";
  if (every(stretch, (word) => EMPTY.has(word) || CURRENCIES.test(word)))
    return isOtherMoney(naming, stretch) ? "number" : "abbreviation";
  if (isBracketedConversion(stretch)) return "unit-conversion";
  if (isBareParticle(stretch)) return "wording";
  const isOfTime = (word: string, token: Token) =>
    isTime(word, token) || token.expression?.type === "date" || EMPTY.has(word);
  if (every(stretch, isOfTime)) {
    const isTold = some(stretch, (word, token) => isTime(word, token) && stretch.others().has(word));
    return isTold || isBesideDay(stretch) ? "wording" : kind;
  }
  if (every(stretch, (word) => COMPANY_FORMS.has(word.replace(/\./gu, "")))) return "wording";
  const content = contentOf(stretch);
  if (isOfAgency(stretch) || isSpokenTo(stretch)) return "credit";
  if (isSaidBy(stretch)) return "attribution";
  if (content.every((word) => SAYING.has(word) || PRESS.has(word) || (isDay(word) && stretch.others().has(word))))
    return "wording";
  if (isSourcePhrase(stretch)) return "attribution";
  if (isPartOfName(stretch, kind === "dropped" ? naming.phrasingB : naming.phrasingA)) return "wording";
  return isUnfinished(stretch) ? "wording" : kind;
}

/** "the evacuation of", "they were rescued by": what ends in a preposition is half of something said otherwise. */
function isUnfinished({ words: own, plain: all, text }: Stretch): boolean {
  return (
    own.length > 1 &&
    own.length <= LONGEST_UNFINISHED &&
    / (?:of|by|from|with)(?: (?:the|an?))?$/u.test(all.join(" ")) &&
    /\p{L}$/u.test(text) &&
    !((own[0]?.flags ?? 0) & WordFlag.sentenceStart) &&
    own.every((token) => !token.expression && !(token.flags & WordFlag.quoted))
  );
}

const LONGEST_UNFINISHED = 6;

/** "[Donald] Trump", "the Gulf [of Aden]": a part of a name that the other text gives in full; little words alone say nothing. */
function isPartOfName(stretch: Stretch, others: () => string): boolean {
  if (stretch.words.length > LONGEST_REPHRASED) return false;
  if (every(stretch, (word) => EMPTY.has(word))) return true;
  if (!every(stretch, (word, token) => EMPTY.has(word) || (isNameLike(token) && stretch.others().has(word))))
    return false;
  const before = /(\p{Lu}[\p{L}\p{M}'’.-]*)\s$/u.exec(textBefore(stretch))?.[1];
  const behind = /^\s([\p{L}\p{M}][\p{L}\p{M}'’-]*)/u.exec(textAfter(stretch))?.[1];
  return (
    (before !== undefined && hasPhrase(others(), [before, ...stretch.plain])) ||
    (behind !== undefined && hasPhrase(others(), [...stretch.plain, behind]))
  );
}

/** "Saturday[, July 24]": the date of a day that both texts name. */
function isBesideDay(stretch: Stretch): boolean {
  const before = /(\p{L}+),?\s*$/u.exec(textBefore(stretch))?.[1] ?? "";
  const behind = /^,?\s*(\p{L}+)/u.exec(textAfter(stretch))?.[1] ?? "";
  return [before, behind].some((word) => DAYS.has(plain(word))) && !some(stretch, (word) => DAYS.has(word));
}

/** The words with the marks right beside them: "%%MDASH%%". */
function withMarks(stretch: Stretch): string {
  const before = /[^\s\p{L}\p{N}]*$/u.exec(textBefore(stretch))?.[0] ?? "";
  return before + stretch.text + (/^[^\s\p{L}\p{N}]*/u.exec(textAfter(stretch))?.[0] ?? "");
}

/** A day, a month or a year. */
const isTime = (word: string, { expression }: Token): boolean => isDay(word) || expression?.looksLikeYear === true;

/** How many or of what sort, and not even roughly: "[several] people". */
const VAGUE: ReadonlySet<string> = new Set(["several", "various", "certain"]);

/** Phrases that can be left out. */
const FILLING =
  /^(?:at all|of course|in fact|in effect|as well|in total|in all|in order|in turn|members of|the process of|the fact|the issue of|a series of|a number of|a total of|as yet|for its part|on the other hand|at this point|at present|currently|now|de son côté|por su parte|por sua vez|seinerseits|dal canto suo|for (?:his|her|their|its) part)$/u;

/** What a company's name ends with in the register, and seldom in a report. */
const COMPANY_FORMS = /* @__PURE__ */ words("ltd inc corp co plc llc gmbh ag spa srl nv bv ab oy sa sas sarl lda ltda");

/** "he said", "said it": somebody whom the words name answers for what follows. */
function isSaidBy(stretch: Stretch): boolean {
  const rest = stretch.plain.filter((word) => !SAYING.has(word) && word !== "that");
  if (rest.length === 0 && stretch.words.length > 1) return true; // ", reports say"
  if (stretch.words.length === rest.length || rest.length !== 1 || !PRONOUNS.has(rest[0] ?? "")) return false;
  return !OF_MIND.test(textAfter(stretch));
}

/** What somebody thinks he is the source of in any case: "said he believes". */
const OF_MIND =
  /^\s(?:(?:did|does|do)(?: not|n['’]t) )?(?:know|knew|believe|think|thought|hope|want|feel|felt|fear|remember)/u;

/** An agency and its name, and nothing else: "der Nachrichtenagentur npa". */
function isOfAgency({ plain: [first, second], words: own }: Stretch): boolean {
  return own.length <= 4 && [first, second].some((word) => word !== undefined && AGENCY.test(word));
}

const AGENCY = /^(?:nachrichtenagentur|agentur|pressedienst|(?:\p{L}+')?(?:agenzia|agence)|agencia|agência)$/u;

/** "told [the Northwest agency]", "ha raccontato [all'agenzia Nordpress]": whom the words went to. */
function isSpokenTo(stretch: Stretch): boolean {
  const [first, ...rest] = stretch.words;
  const isHearer = rest.length > 0 && rest.length <= 3 && TO.has(first?.plain ?? "") && rest.every(isNameLike);
  // "to the press" is to nobody in particular.
  const ofAgency = (word: string) => PRESS.has(word.replace(/^\p{L}+'/u, ""));
  if (
    !isHearer &&
    !(some(stretch, ofAgency) && !every(stretch, (word) => ofAgency(word) || EMPTY.has(word) || TO.has(word)))
  )
    return false;
  const last = /(\p{L}+)\s*$/u.exec(textBefore(stretch))?.[1];
  return (
    last !== undefined &&
    (SAYING.has(plain(last)) ||
      TELLING.has(plain(last)) ||
      /^(?:raccontato|contado|contó|confié|berichtet)$/u.test(last))
  );
}

/** "It was not immediately clear whether": with it, what follows is open. */
const UNCLEAR =
  /^(?:and |but )?(?:it (?:is|was|remains|remained) )?(?:not (?:yet |immediately )?(?:clear|known)|unclear) (?:whether|if)$/u;

/** "what she called", "what officials described as": whose words the next are. */
const CALLED = /^what .{1,40} (?:calls|called|describes? as|described as)$/u;

/** What a source does beside saying: "police confirmed". */
const CONFIRMING: ReadonlySet<string> = new Set(["confirmed", "confirms", "confirm"]);

/** "[Prime Minister Marta] Lindqvist": the office together with a name that both texts have. */
function isTitleWithName(stretch: Stretch): boolean {
  const titles = stretch.words.findIndex((token) => token.type !== "title" && !TITLES.has(token.plain));
  if (titles < 1) return false;
  const rest = stretchOf(stretch.source, stretch.words.slice(titles), stretch.others);
  return isGivenName(rest) && every(rest, (word) => stretch.others().has(word));
}

/** "[Marta] Lindqvist": the fuller form of a name that both texts have. */
export function isGivenName(stretch: Stretch): boolean {
  const surname = /^\.?\s(\p{Lu}\p{Ll}[\p{L}-]+)/u.exec(textAfter(stretch))?.[1]?.toLowerCase();
  if (stretch.words.length > 2 || surname === undefined || TITLES.has(surname)) return false;
  return (
    stretch.others().has(surname) &&
    every(stretch, (word, token) => isNameLike(token) && !isDay(word) && !SOURCES.has(word) && !EMPTY.has(word))
  );
}

/** "the National Security Agency [(NSA)]": letters that stand for the words before them. */
function isBracketedInitials(stretch: Stretch): boolean {
  const letters = /^[(（]?(\p{Lu}{2,6})[)）]?$/u.exec(stretch.text)?.[1];
  if (letters === undefined) return false;
  const before = textBefore(stretch).match(/\p{Lu}(?=\p{Ll})/gu) ?? [];
  if (before.slice(-letters.length).join("") === letters) return true;
  // "comité social et économique (CSE)"
  const words = (textBefore(stretch).match(/[\p{L}\p{M}]+/gu) ?? []).map(plain).filter((word) => !EMPTY.has(word));
  return words.slice(-letters.length).map(initialOf).join("") === letters.toLowerCase();
}

/** "and did nothing": what is joined to a claim is one itself. */
function isJoined({ plain: [first], words: own }: Stretch): boolean {
  return own.length > 2 && (first === "and" || first === "but");
}

/** A sentence of a speech, or a clause between marks. */
function isClauseOfSpeech(stretch: Stretch): boolean {
  const [before, behind] = [textBefore(stretch) + stretch.text[0], (stretch.text.at(-1) ?? "") + textAfter(stretch)];
  return stretch.words.length > 1 && /[,;.!?–—“"«„]\s?[^\s]?$/u.test(before) && /^[^\s]?\s?[,;.!?–—”"»“]/u.test(behind);
}

/** "the [National Security Agency] (NSA)": words that letters behind them stand for. */
function isSpelledOut(stretch: Stretch): boolean {
  const bracket = /^\s?[(（](\p{Lu}{2,6})[)）]/u.exec(stretch.source.slice(stretch.end, stretch.end + LONGEST_LETTERS));
  const letters = bracket?.[1] ?? /[(（](\p{Lu}{2,6})[)）]?$/u.exec(stretch.text.slice(-LONGEST_LETTERS))?.[1];
  if (letters === undefined) return false;
  const initials = stretch.text.replace(/[(（].*$/u, "").match(/\p{Lu}(?=\p{Ll})/gu) ?? [];
  return initials.join("").endsWith(letters);
}

/** Letters in brackets, with a space. */
const LONGEST_LETTERS = 9;

/** "5.1 billion [dollars]", "£5.1bn": the figure that the other text has the sign of other money before. */
function isOtherMoney({ ground }: Naming, stretch: Stretch): boolean {
  const figure = /(\p{Nd}[\p{Nd}.,]*)[^\p{Nd}]{0,20}$/u.exec(textBefore(stretch))?.[1];
  const unit = stretch.plain.find((word) => CURRENCIES.test(word));
  if (figure === undefined || unit === undefined) return false;
  const whole = stretch.source === ground.textA ? ground.textB : ground.textA;
  const other = whole.slice(Math.max(0, stretch.start - FARTHEST_MENTION), stretch.end + FARTHEST_MENTION);
  const sign = /\p{Sc}/u.exec(other[other.indexOf(figure) - 1] ?? "")?.[0];
  // Money whose own sign is not known ("baht") may be what the sign stands for.
  return sign !== undefined && /^\p{Sc}$/u.test(signOf(unit)) && sign !== signOf(unit);
}

/** "[US]$48 million": whose dollars. */
function isCurrencyCode(stretch: Stretch): boolean {
  return /^(?:US|A|C|NZ|HK|S)$/u.test(stretch.text) && textAfter(stretch).startsWith("$");
}

/** More than a denial: the beginning of a sentence that came or went. */
function startsSentence(stretch: Stretch): boolean {
  return stretch.words.length > 1 && ((stretch.words[0]?.flags ?? 0) & WordFlag.sentenceStart) !== 0;
}

/** A character or two that hold grammar, in scripts without spaces. */
function isBareParticle(stretch: Stretch): boolean {
  return (
    /^(?:\p{Script=Han}|\p{Script=Hiragana}{1,3}|\p{Script=Thai}{1,2})$/u.test(stretch.text) &&
    !HAN_NUMERAL.test(stretch.text)
  );
}

/** Words of a conversion in brackets: "about $2.6 million at the time". */
const LONGEST_CONVERSION = 7;

/** The hour in another zone: "(1200 GMT)". */
const ELSEWHERE = /^[(（]?\p{Nd}{1,2}(?:[:.h]?\p{Nd}{2} ?(?:[ap]\.?m\.?)?|[ap]\.?m\.?) ?\p{Lu}{2,5}[)）]?[.,]?$/u;

/** An amount or an hour in brackets, behind the one it converts. */
export function isBracketedConversion(stretch: Stretch): boolean {
  // The bracketed amount, or the one before the brackets ("[130 feet (]40 metres[)]").
  const bracketed =
    /[(（]\s*$/u.test(textBefore(stretch)) ||
    /^[(（]/u.test(stretch.text) ||
    /^\s*[(（][^)）]{0,12}\p{Nd}/u.test(textAfter(stretch));
  if (!bracketed || stretch.words.length > LONGEST_CONVERSION) return false;
  return (
    ELSEWHERE.test(stretch.text) ||
    some(stretch, (_, token) => token.expression?.type === "quantity" && !/^%?$/u.test(token.expression.unit))
  );
}

/** "€2 million ($2.6 million)", "€2 million (R26 million)": the amount stands, and is converted to other money. */
export function areConversions(one: Stretch, two: Stretch): boolean {
  const [a, b] = [one, two].map(({ words: own }) => own[0]?.expression?.unit);
  return a !== b && a !== "" && b !== "" && [one, two].every((stretch) => /\w\s[(（]$/u.test(textBefore(stretch)));
}

/** ", [killing one man], police said": a clause of its own beside its source. */
function hasOwnClaim({ text }: Stretch): boolean {
  const clauses = text.split(/[,，]/u).map((clause) => (clause.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? []).map(plain));
  const hasMatter = (words: readonly string[]) => words.filter((word) => !EMPTY.has(word)).length >= 2;
  const isSpeech = (words: readonly string[]) => words.some((word) => SAYING.has(word) || JUDGING.has(word));
  return (
    clauses.some(isSpeech) &&
    clauses.some((words) => hasMatter(words) && !isSpeech(words) && /ing$/.test(words[0] ?? ""))
  );
}

/** "according to the roll", ", police said": the source of a claim. */
function isSourcePhrase(stretch: Stretch): boolean {
  if (stretch.words.length > 8) return false;
  if (some(stretch, (word) => SAYING.has(word) || JUDGING.has(word))) return !hasOwnClaim(stretch);
  if (some(stretch, (word) => word.endsWith("angaben")) || areInsiders(stretch)) return true;
  if (
    SOURCE_BEFORE.test(stretch.text) ||
    /^(?:according|laut|selon|según|segundo|secondo)$/u.test(stretch.plain[0] ?? "")
  )
    return true;
  return (
    (some(stretch, (word) => SOURCES.has(word)) || /^\s*(?:by|from|of)\s/u.test(stretch.text)) && isSource(stretch)
  );
}
