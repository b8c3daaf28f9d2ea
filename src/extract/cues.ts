import { HashMap } from "../text/hashMap.js";
import { HASHES, KINDS } from "./cueHashes.js";
import { type HashedWords, PREFIXES } from "./hashedWords.js";

/**
 * Wording classes of furniture: what short lines say that are not part of an article, in the languages that most news
 * is written in. A cue is only looked for in short lines without an end mark, and is never more than one sign among
 * others: where it fails, in a language not listed, structure decides alone (in the trial, cues were worth
 * about .015 of F1).
 */

/** What a piece of furniture is, as far as its wording or its shape tells. */
export type FurnitureKind =
  | "related"
  | "comments"
  | "share"
  | "subscribe"
  | "advertisement"
  | "legal"
  | "error"
  | "time"
  | "byline"
  | "caption"
  | "navigation"
  | "headline"
  | "other";

/** Kinds in the order of their numbers: entry 0 stands for "no cue". */
export const CUE_KINDS: readonly FurnitureKind[] = [
  "other",
  "related",
  "comments",
  "share",
  "subscribe",
  "advertisement",
  "legal",
  "error",
  "time",
  "byline",
  "caption",
  "navigation",
];

/** How a hash is written: see `cueHashes.ts`. */
const DIGITS_EACH = 4;
const BASE = 91;

/** Cues are kept under the hash that {@link HashedWords} makes of them, so that no string is cut out of the page. */
const CUES = /* @__PURE__ */ new HashMap<number>(13, cueMap);

function cueMap(): Map<number, number> {
  const cues = new Map<number, number>();
  let hash = 0;
  for (let i = 0; i < KINDS.length; i++) {
    for (let place = 0, worth = 1; place < DIGITS_EACH; place++, worth *= BASE)
      hash += digitAt(i * DIGITS_EACH + place) * worth;
    cues.set(hash >>> 0, Number.parseInt(KINDS[i] as string, 36));
  }
  return cues;
}

/** Printable ASCII, from "!" on, without the quotation mark and the backslash. */
function digitAt(at: number): number {
  const code = HASHES.charCodeAt(at);
  return code - 33 - (code > 34 ? 1 : 0) - (code > 92 ? 1 : 0);
}

/** A cue of one word opens a line only where the line is this short: "More" may begin a headline. */
const OPENER_WORDS = 4;

/**
 * The number of the kind (see {@link CUE_KINDS}) that a short line's wording tells, or 0. The whole line is looked
 * up first, without punctuation and figures ("Comments (12)"), then its first words.
 */
export function cueOf(words: HashedWords): number {
  if (words.count === 0) return 0;
  const whole = CUES.get(words.whole);
  if (whole !== undefined) return whole;
  for (let take = Math.min(words.count - 1, PREFIXES); take > 0; take--) {
    if (take === 1 && words.count > OPENER_WORDS) break;
    const found = CUES.get(words.prefix[take - 1]);
    if (found !== undefined) return found;
  }
  return 0;
}

/**
 * Whether a paragraph reads like a notice of consent. Such notices are prose, as long as a short article, and stand above
 * it; so wording has to tell where shape cannot. Looked for in the first paragraphs of a page only.
 */
export function asksConsent(paragraph: string): boolean {
  return /cookie|consent|privacy polic|personal data|datenschutz|einwilligung|données personnelles|consentement|datos personales|consentimiento|dados pessoais|dati personali|consenso|persoonsgegevens|toestemming|personuppgifter|samtycke|danych osobowych|персональн\p{L}* данн|персональн\p{L}* дан|çerez|kişisel veri|個人情報|クッキー|个人信息|隐私政策|個人資料|隱私|쿠키|개인정보|ملفات تعريف الارتباط|البيانات الشخصية|คุกกี้|ข้อมูลส่วนบุคคล|προσωπικ\p{L}+ δεδομέν|कुकी|quyền riêng tư|dữ liệu cá nhân/iu.test(
    paragraph,
  );
}
