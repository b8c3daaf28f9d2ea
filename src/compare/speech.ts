/**
 * Marks what is speech in a text: quotes, statements, posts, interviews. Independent reports share it without copying.
 *
 * In: a text and its words. Out: a mark for each word. It goes by form (quotation marks, a colon before a paragraph, a
 * handle) and by the first and second person, for the languages whose pronouns are listed here; in others by form alone.
 */
import { HashMap } from "../text/hashMap.js";
import { hashWord } from "../text/normalize.js";
import { WordFlag, type Words } from "../text/words.js";

/** Mark of a post, above that of other speech. */
const POST = 2;
/** A paragraph longer than this (in words) is no single post or statement: some texts come as one paragraph. */
const LONGEST_STATEMENT = 160;
/** A language's pronouns count where two of its commonest words make up this share: "we" is Polish for "in", "i" Swedish. */
const LEAST_COMMON = 0.015;

// Two of the commonest words of a language, then its first and second person where no verb says it.
const LANGUAGES = [
  "the of|i we you my our your im ive weve",
  "der und|ich wir mir mich uns unser unsere mein meine",
  "les des|je nous vous notre nos votre mon",
  "los que|yo nosotros nosotras nuestro nuestra mi",
  "que uma|eu nós nosso nossa minha meu",
  "che della|io noi nostro nostra mio mia",
  "het een|ik wij mijn onze",
  "и в|я мы вы мой наш нас нам",
  "och att|jag vi min vår",
  "og at|jeg vi min vår",
  "się że|ja mój nasz nasza",
  "і у|я ми ви мій наш",
  "ve bir|ben biz benim bizim",
  "في من|أنا نحن",
  "के में|मैं हम मेरे हमारे",
];

interface Role {
  language: number;
  speaks: boolean;
}

const ROLES = /* @__PURE__ */ new HashMap<readonly Role[]>(10, rolesOfWords);

function rolesOfWords(): Map<number, Role[]> {
  const roles = new Map<number, Role[]>();
  for (const [language, row] of LANGUAGES.entries()) {
    const [common, speakers] = row.split("|") as [string, string];
    for (const [list, speaks] of [
      [common, false],
      [speakers, true],
    ] as const) {
      for (const word of list.split(" ")) {
        const hash = hashWord(foldAccents(word));
        roles.set(hash, [...(roles.get(hash) ?? []), { language, speaks }]);
      }
    }
  }
  return roles;
}

/** As the word splitter folds them. */
function foldAccents(word: string): string {
  return /\p{Script=Latin}|\p{Script=Cyrillic}/u.test(word)
    ? word.normalize("NFD").replace(/[\u0300-\u036f]/gu, "")
    : word.replace(/أ/gu, "ا");
}

/** Words of the first and second person, in the languages that the text is written in by its commonest words. */
function findSpeakers(words: Words): Uint8Array {
  const common = new Uint32Array(LANGUAGES.length);
  const found: { word: number; roles: readonly Role[] }[] = [];
  for (let i = 0; i < words.count; i++) {
    const roles = ROLES.get(words.hash[i] as number);
    if (!roles) continue;
    for (const role of roles) if (!role.speaks) common[role.language]!++;
    found.push({ word: i, roles });
  }
  const marks = new Uint8Array(words.count);
  for (const { word, roles } of found) {
    if (roles.some((role) => role.speaks && (common[role.language] as number) >= LEAST_COMMON * words.count))
      marks[word] = 1;
  }
  return marks;
}

/**
 * Marks words of speech: inside quotation marks; in a sentence that speaks in the first or second person; in a paragraph
 * that is a post, that a colon announces, or a third of which speaks so.
 */
export function markSpeech(text: string, words: Words): Uint8Array {
  const speakers = findSpeakers(words);
  const speech = new Uint8Array(words.count);
  const hasHandles = text.includes("@");
  let sentence = 0;
  for (let p = 0; p + 1 < words.paragraphs.length; p++) {
    const from = words.paragraphs[p] as number;
    const to = words.paragraphs[p + 1] as number;
    if (to === from) continue;
    let spoken = 0;
    while ((words.sentences[sentence] as number) < to) {
      const next = words.sentences[sentence + 1] as number;
      spoken += markSentence(words, speakers, words.sentences[sentence] as number, next, speech);
      sentence++;
    }
    if (to - from > LONGEST_STATEMENT) continue;
    const announced = from > 0 && endsWithColon(text, words.end[from - 1] as number, words.start[from] as number);
    if (hasHandles && isPost(text, words.start[from] as number, words.end[to - 1] as number))
      speech.fill(POST, from, to);
    else if (announced || spoken * 3 >= to - from) speech.fill(1, from, to);
  }
  return speech;
}

/** Marks the speech of one sentence and says how many words speak in the first or second person without quotation marks. */
function markSentence(words: Words, speakers: Uint8Array, from: number, to: number, speech: Uint8Array): number {
  let speaks = false;
  for (let i = from; i < to; i++) {
    if ((words.flags[i] as number) & WordFlag.quoted) speech[i] = 1;
    else if (speakers[i]) speaks = true;
  }
  if (!speaks) return 0;
  speech.fill(1, from, to);
  return to - from;
}

/**
 * Copied words are speech when both texts have them as speech: a digest may put another's prose in quotation marks.
 * A post is one wherever it shows its handle: outlets embed it or print its words.
 */
export function isSpoken(a: number, b: number): boolean {
  return (a > 0 && b > 0) || a === POST || b === POST;
}

/** "The statement in full:" */
function endsWithColon(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 58 || unit === 0xff1a) return true;
    if (unit === 10) return false;
  }
  return false;
}

/** A handle ("@name") stands in posts, not in prose. */
function isPost(text: string, from: number, to: number): boolean {
  for (let i = Math.max(0, from - 1); i < to; i++) {
    if (text.charCodeAt(i) !== 64) continue;
    const before = i > 0 ? text.charCodeAt(i - 1) : 32;
    const after = text.charCodeAt(i + 1);
    // Not the sign inside an address: a handle starts a word.
    if (before <= 40 && after > 47) return true;
  }
  return false;
}
