/**
 * Words that say the contrary of each other, or name somebody or something else of one kind: in one another's place they are
 * no other words for the same matter. A closed list of what news turns on; of other words nobody here knows the sense.
 */
import { DENIED } from "./doubt.js";
import type { EditKind } from "./edits.js";
import { table, type WordTable } from "./later.js";
import { EMPTY, IRREGULAR } from "./lexicon.js";
import { type Stretch, textAfter } from "./stretch.js";

/**
 * Rows of sides; words of one row on different sides exclude each other. Verbs and nouns stand in their plain form. Of these there
 * is no third: what is not the one is the other.
 */
const EXACT = `
  guilty/innocent|alive/dead|survive/die|injured hurt/uninjured unhurt unharmed|open/closed|manage succeed/fail|legal lawful/illegal unlawful|hard difficult/easy
  |legaal/illegaal|offen geöffnet/geschlossen|ouvert ouverte/fermé fermée|abierto abierta/cerrado cerrada|aperto aperta/chiuso chiusa|aberto aberta/fechado fechada`;

/** The same where a third may be: what did not rise need not have fallen. */
const CONTRARIES = `
  rise increase climb jump grow gain surge soar up higher rally/fall decrease drop decline slide plunge tumble sink shrink down lower slump
  |profit/loss|gain/lose loss|raise hike boost lift increase/cut lower reduce slash trim|acquit clear innocent/convict guilty|murder/manslaughter
  |arrest detain/charge indict/convict/acquit/release free|kill die dead/injure hurt wound injured/uninjured unhurt unharmed
  |stable/critical|approve pass adopt accept/reject refuse veto disapprove|support back endorse favor favour/oppose reject|agree/refuse disagree
  |allow permit/ban forbid prohibit bar|uphold upheld impose keep/lift overturn scrap quash|hire appoint/fire dismiss sack|buy purchase/sell
  |win beat defeat/lose|victory win/defeat loss|beat exceed/miss|success/failure|resume/suspend|narrow/widen|promote/relegate demote|praise/blame criticise criticize|full/empty|open reopen/close shut closed|enter join/leave quit|arrive/leave depart|ally friend supporter/enemy foe rival opponent
  |left/right|best/worst|begin start/end finish stop halt|strengthen/weaken|improve/worsen deteriorate|strong/weak|majority/minority|import/export
  |deny/confirm admit acknowledge|include/exclude|public/private|federal national/state/local regional|domestic/foreign
  |high/low|highest/lowest|large big/small little|long/short|rich wealthy/poor|old/young|wet/dry|hot warm/cold cool|heavy/light|safe/dangerous
  |positive/negative|optimistic/pessimistic|above/below|inside/outside|upper/lower|front/rear|more/less fewer|most/least fewest|before/after
  |steigen stieg stiegen gestiegen mehr/sinken sank sanken gesunken fallen fiel fielen gefallen weniger|gewinn/verlust|gewann gewonnen/verlor verloren
  |freigesprochen/verurteilt|erlaubt/verboten|angenommen/abgelehnt|getötet starben starb/verletzt|niemand/jemand|schuldig/unschuldig
  |augmenté hausse/diminué baissé baisse|accepté approuvé adopté/rejeté refusé|gagné/perdu|bénéfice/perte|condamné condamnée condamnés/acquitté acquittée acquittés relaxé relaxée|reconnaît reconnaissent/nie nient|avant/après|tué tués mort morts/blessé blessés
  |sube subió subieron/baja bajó bajaron cayó|apoya apoyó/rechaza rechazó|aprobó aprobado/rechazó rechazado|gana ganó/pierde perdió|condenado/absuelto|antes/después|muertos/heridos
  |sale salito saliti/scende sceso scesi|ammette ammettono riconosce riconoscono/nega negano|approvato/respinto|vinto/perso|condannato/assolto|prima/dopo|morti/feriti
  |subiu subiram/caiu caíram|aprovou aprovado/rejeitou rejeitado|ganhou/perdeu|confirmou/desmentiu negou|antes/depois|condenado/absolvido|mortos/feridos|colpevole culpable culpado coupable/innocent innocente inocente
  |meer/minder|groter/kleiner|aangehouden/vrijgelaten|steeg stegen/daalde daalden|gewonnen/verloren|niemand/iemand|nadie/alguien|ninguém/alguém|nessuno/qualcuno|nessun nessuna/un una qualche
  |вырос выросла выросли/упал упала упали|wzrósł wzrosła wzrosły/spadł spadła spadły|przyjął przyjęła/odrzucił odrzuciła|涨 漲 升/跌 降|增/减 減|赢 贏 胜/输 輸 败|死/伤 傷 負|上/下|前/后 後|売/買|卖/买`;

/** The same of persons: one is another. */
const PERSONS = `
  he him his himself/she her hers herself|husband wife/brother sister/son daughter/father mother/stepfather stepmother/uncle aunt/nephew niece/grandfather grandmother/cousin/widow widower
  |husband/wife|brother/sister|son/daughter|father/mother|uncle/aunt|nephew/niece|grandfather/grandmother|boy/girl|man men/woman women
  |driver/passenger/pedestrian/cyclist|pilot/passenger|teacher/student pupil|doctor/nurse/patient|prosecutor prosecution/defense defence|rebel/army|landlord/tenant|victim/suspect/witness
  |republican/democrat democratic|buyer/seller`;

/** The same of times and rates. */
const SPANS = `
  hourly/daily/weekly/monthly/quarterly/yearly annual|second minute/hour/day/week/month/year/decade/century|weekday/weekend|early/late mid|午前 上午/午後 下午`;

/** The rows that each word stands in, with its side. */
type Sides = ReadonlyMap<number, number>;

const sidesOf = (list: string): WordTable<Sides> =>
  table(() => {
    const words = new Map<string, Map<number, number>>();
    for (const [row, sides] of list.split("|").entries()) {
      for (const [side, forms] of sides.split("/").entries()) {
        for (const form of forms.trim().split(/\s+/u)) {
          const own = words.get(form) ?? new Map<number, number>();
          words.set(form, own.set(row, side));
        }
      }
    }
    return words;
  });

const EXACTLY = /* @__PURE__ */ sidesOf(EXACT);
const LISTS: readonly (readonly [EditKind, WordTable<Sides>])[] = [
  ["negation", EXACTLY],
  ["negation", /* @__PURE__ */ sidesOf(CONTRARIES)],
  ["name", /* @__PURE__ */ sidesOf(PERSONS)],
  ["number", /* @__PURE__ */ sidesOf(SPANS)],
];

/** Words of matter on either side, at most: in a clause put otherwise a contrary may stand anywhere. */
const MOST_WORDS = 2;
/** And words of any kind. */
const LONGEST = 12;

/** The kind of a word that gave way to its contrary; nothing where none did. */
export function nameContrary(one: Stretch, two: Stretch): EditKind | undefined {
  if (Math.max(one.plain.length, two.plain.length) > LONGEST) return undefined;
  const bound = relateBounds(one, two);
  if (bound) return bound;
  const [denies, isDeniedBehind] = [one, two].map(({ plain }) => plain.some((word) => DENIED.test(word)));
  const [a, b] = withoutCommonParts(ownWords(one, two), ownWords(two, one));
  if (!a || !b || Math.max(countMatter(a), countMatter(b)) > MOST_WORDS) return undefined;
  // "bought by", "sold to": the same seen from the other side.
  if ((a.includes("by") && b.includes("to")) || (a.includes("to") && b.includes("by"))) return undefined;
  // "not legal", "illegal": what denies the contrary says the same where there is no third.
  if (denies !== isDeniedBehind) {
    if (areApart(EXACTLY, a, b) || areDenied(a, b)) return "wording";
    return LISTS.some(([, list]) => areApart(list, a, b)) ? "negation" : undefined;
  }
  for (const [kind, list] of LISTS) if (areApart(list, a, b)) return kind;
  if (areDenied(a, b)) return "negation";
  const [x = "", y = ""] = [...a, ...b];
  return a.length === 1 && b.length === 1 && (isRanked(x, y) || isRanked(y, x)) ? "number" : undefined;
}

/** The words of a side that the other lacks, denials aside; none of a verb with a particle, whose sense no list has. */
function ownWords(stretch: Stretch, other: Stretch): string[] | undefined {
  const own = stretch.plain.filter((word) => !other.plain.includes(word) && !DENIED.test(word));
  if (own.length < 2 || !own.some((word) => PARTICLES.has(word))) return own;
  const rest = own.filter((word) => !SCALE_VERB.test(word));
  return rest.length === 1 && /^(?:up|down)$/u.test(rest[0] as string) ? rest : undefined;
}

/** "left-footed", "right-footed": of two compounds the part that differs. */
function withoutCommonParts(a: string[] | undefined, b: string[] | undefined): (string[] | undefined)[] {
  const [x, y] = [a, b].map((words) => (words?.length === 1 ? (words[0] as string).split("-") : []));
  if (!x || !y || x.length < 2 || x.length !== y.length) return [a, b];
  const [one, two] = [x.filter((part, i) => part !== y[i]), y.filter((part, i) => part !== x[i])];
  return one.length === 1 ? [one, two] : [a, b];
}

/** "gave up", "passed on"; but prices "went up". */
const PARTICLES: ReadonlySet<string> = /* @__PURE__ */ new Set("up down on over off out back".split(" "));
const SCALE_VERB =
  /^(?:go(?:es|ne|ing)?|went|com(?:e|es|ing)|came|mov(?:e|es|ed|ing)|edg(?:e|es|ed|ing)|end(?:s|ed)?|finish(?:es|ed)?|clos(?:e|es|ed)|is|are|was|were)$/u;

/** Whether one word of matter on either side is the other with a prefix that denies it. */
function areDenied(a: readonly string[], b: readonly string[]): boolean {
  const [x = [], y = []] = [a, b].map((words) => words.filter((word) => !EMPTY.has(word)));
  const [one = "", two = ""] = [x[0], y[0]].map((word) => word?.replace(/z/gu, "s"));
  return x.length === 1 && y.length === 1 && (isDenied(one, two) || isDenied(two, one));
}

function countMatter(words: readonly string[]): number {
  return words.filter((word) => !EMPTY.has(word)).length;
}

/** Whether words stand on different sides of a row, and in none on the same ("climb down" stands on both of one). */
function areApart(list: WordTable<Sides>, a: readonly string[], b: readonly string[]): boolean {
  const [one, two] = [rowsOf(list, a), rowsOf(list, b)];
  let apart = false;
  for (const [row, side] of one) {
    const other = two.get(row);
    if (other === undefined || side === BOTH || other === BOTH) continue;
    if (other === side) return false;
    apart = true;
  }
  return apart;
}

const BOTH = -1;

/** The rows that words stand in, with their side. */
function rowsOf(list: WordTable<Sides>, words: readonly string[]): Map<number, number> {
  const rows = new Map<number, number>();
  for (const word of words) {
    for (const form of formsOf(word)) {
      for (const [row, side] of list.get(form) ?? []) {
        const known = rows.get(row);
        rows.set(row, known === undefined || known === side ? side : BOTH);
      }
    }
  }
  return rows;
}

/** English endings, with what may stand for them in the plain form: "tried", "try"; "stopped", "stop"; "rising", "rise". */
const ENDINGS = /* @__PURE__ */ "s es d ed ing er est".split(" ");

/** A word and what it may be a form of, in English. */
function formsOf(word: string): string[] {
  const forms = [word];
  const lead = IRREGULAR.get(word);
  if (lead !== undefined) forms.push(lead);
  // "the latest" is no degree of "late".
  if (word === "latest") return forms;
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending) || word.length < ending.length + SHORTEST_STEM) continue;
    const stem = word.slice(0, -ending.length);
    forms.push(stem, `${stem}e`, stem.replace(/i$/u, "y"), stem.replace(/(.)\1$/u, "$1"));
  }
  return forms;
}

const SHORTEST_STEM = 3;

/** "legal", "illegal": a word with the prefix that denies it, where no other word begins so ("migrant", "immigrant"). */
function isDenied(word = "", denied = ""): boolean {
  if (word.length < 4 || !denied.endsWith(word) || /^(?:valuable|flammable)$/u.test(word)) return false;
  const prefix = denied.slice(0, -word.length);
  if (prefix === "un") return true;
  if (/^non-?$/u.test(prefix)) return true;
  if (prefix === "dis")
    return /^(?:appear|approve|agree|allow|connect|honest|loyal|qualif|satisf|trust|believ)/u.test(word);
  return /^(?:in|im|il|ir)$/u.test(prefix) && word.length > 4 && DENIABLE.test(word);
}

/** Endings of adjectives that take a Latin denial. */
const DENIABLE =
  /(?:bl[ey]|bility|[^gr]al|ally|ality|ant|ent|ence|ular|iate|urate|quate|irect|ect|id|ive|cure|cise|oper|mature|mortal|lit[ey]|cere|mous)$/u;

/** "largest", "second-largest". */
function isRanked(word: string, ranked: string): boolean {
  return ranked.endsWith(`-${word}`) && RANK.test(ranked.slice(0, -word.length - 1));
}

const RANK = /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))$/u;

/** What bounds a figure from below, from above, and what says by how much or to what something went. */
const BOUNDS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(?:at least|no (?:fewer|less) than|(?:slightly |just |well )?(?:more than|over)|above|mindestens|wenigstens|mehr als|über|au moins|plus de|al menos|más de|almeno|più di|oltre|pelo menos|mais de|minstens|meer dan)$/u,
    /^(?:up to|at most|no more than|(?:slightly |just |well )?(?:fewer than|less than|under)|below|nearly|almost|höchstens|weniger als|bis zu|knapp|fast|au plus|moins de|près de|presque|hasta|menos de|casi|fino a|meno di|quasi|até|quase|hoogstens|minder dan|bijna)$/u,
  ],
  [/^(?:to|auf)$/u, /^(?:by|um)$/u],
];

/** The bound of the figure behind: another for "up to 10" and "at least 10", for "to 5 percent" and "by 5 percent". */
function relateBounds(one: Stretch, two: Stretch): EditKind | undefined {
  if (!/^\s?[\p{Sc}]?\p{Nd}/u.test(textAfter(one))) return undefined;
  const [a, b] = [one.plain.join(" "), two.plain.join(" ")];
  for (const [low, high] of BOUNDS) {
    if ((low.test(a) && low.test(b)) || (high.test(a) && high.test(b))) return "wording";
    if ((low.test(a) && high.test(b)) || (low.test(b) && high.test(a))) return "number";
  }
  return undefined;
}
