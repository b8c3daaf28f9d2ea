// In: a diff, what is known of both versions, perhaps a verdict and a summary. Out: the first screen of the report: what
// changed, what is new, what was cut, and how much of it is style.
import type { Span } from "../article.js";
import type { Comparison } from "../compare/verdict.js";
import type { Edit, FactChange, StoryDiff } from "../diff/edits.js";
import type { Summary } from "../diff/summary.js";
import { count, shareOf, VERDICT_WORDS } from "./comparison.js";
import { countedSentence } from "./counted.js";
import { escaped, safeUrl, textAttributes, unseen } from "./markup.js";
import { clipped, rowId } from "./rows.js";
import { timeText } from "./time.js";
import type { About, Texts } from "./versions.js";

/** Entries of a list before the rest of it is folded. */
const SHOWN = 8;
/** So few entries are nearly none. */
const FEW = 4;
/** And folded: who wants them all reads the paragraphs. */
const MOST_FOLDED = 200;
/** Characters of a claim: one is known by its beginning. */
const CLAIM = 120;
/** A shorter claim from inside a paragraph is not understood without the words before it. */
const SHORT_CLAIM = 60;
/** Characters of those words. */
const CONTEXT = 45;

/** Finds the block that holds an offset of either text. */
export interface Finder {
  a: (offset: number) => number | undefined;
  b: (offset: number) => number | undefined;
}

/** The head of the report and its overview. */
export function overviewHtml(
  diff: StoryDiff,
  texts: Texts,
  comparison: Comparison | undefined,
  summary: Summary | undefined,
  find: Finder,
): string {
  const { about } = texts;
  const title = about.b.title ?? about.a.title;
  const heading =
    title === undefined || title.trim() === ""
      ? "<h1>What changed between two versions</h1>"
      : `<h1${textAttributes(title, about.b.title === undefined ? about.a.language : about.b.language)}>${escaped(title)}</h1>`;
  return `<header class="top">
${heading}
${versionLines(about.a, about.b)}
${comparison === undefined ? "" : verdictHtml(comparison)}
</header>
<section class="overview" aria-labelledby="overview">
<h2 id="overview" class="vh">What the editor changed</h2>
<p class="sentence">${escaped(summary?.sentence ?? countedSentence(diff))}</p>
${changeLists(diff, texts, find)}
${styleLine(diff, summary)}
${diff.complete ? "" : `<p class="caution">The texts are too unlike or too long for a full search: the diff is right, but coarser than it could be.</p>`}
</section>`;
}

/** Source, time and headline of either version; the headline on top of the page is not said again. */
function versionLines(a: About, b: About): string {
  const lines = [versionLine("Earlier", a, b.title ?? a.title), versionLine("Later", b, b.title ?? a.title)];
  return lines.join("") === "" ? "" : `<dl class="versions">${lines.join("")}</dl>`;
}

function versionLine(
  name: string,
  { title, source, url, publishedAt, language }: About,
  above: string | undefined,
): string {
  const address = safeUrl(url);
  const parts: string[] = [];
  if (title !== undefined && title !== above)
    parts.push(`<span${textAttributes(title, language)}>“${escaped(title)}”</span>`);
  const place = source?.trim() || (address === undefined ? "" : hostOf(address));
  if (place !== "") parts.push(escaped(place));
  if (address !== undefined) parts[0] = `<a href="${escaped(address)}" rel="noopener noreferrer">${parts[0]}</a>`;
  const time = timeText(publishedAt);
  if (time !== undefined) parts.push(`<time datetime="${new Date(publishedAt ?? "").toISOString()}">${time}</time>`);
  return parts.length === 0 ? "" : `<div><dt>${name}</dt><dd>${parts.join(" · ")}</dd></div>`;
}

function hostOf(address: string): string {
  return address.replace(/^https?:\/\/(?:[^/@]*@)?([^/?#]*).*$/iu, "$1");
}

function verdictHtml(comparison: Comparison): string {
  const { line, meaning } = VERDICT_WORDS[comparison.verdict];
  const { aInB, bInA } = comparison.containment;
  const bars = [
    barHtml("Earlier text found in the later", aInB),
    barHtml("Later text found in the earlier", bInA),
    barHtml("Resemblance", comparison.resemblance),
  ];
  const reasons = comparison.reasons.map(({ text }) => `<li>${escaped(text)}</li>`).join("");
  return `<details class="verdict ${comparison.sameStory ? "same" : "other"}"><summary><strong>${line}</strong> <span>score ${shareOf(comparison.score)}</span></summary>
<p>${meaning}</p>
<div class="why"><ul class="bars">${bars.join("")}</ul>
${reasons === "" ? "" : `<ul class="reasons">${reasons}</ul>`}</div></details>`;
}

function barHtml(label: string, share: number): string {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return `<li><span>${label}</span> <b>${shareOf(share)}</b><i class="s${Math.round(percent / 5)}" aria-hidden="true"></i></li>`;
}

/** What changed, what is new and what was cut, as lists. */
export function changeLists(diff: StoryDiff, texts: Texts, find: Finder): string {
  const named: [name: string, classes: string, items: Item[]][] = [
    ["Changed", "changed", changedItems(diff, texts, find)],
    ["New", "came", oneSided(diff, texts, "b", find)],
    ["Cut", "went", oneSided(diff, texts, "a", find)],
  ];
  const all = named.reduce((sum, [, , items]) => sum + items.length, 0);
  const lists = named
    .map(([name, classes, items]) => {
      // A long list beside nearly empty ones takes the whole width.
      const isWide = items.length > SHOWN && all - items.length <= FEW;
      return listHtml(name, isWide ? `${classes} wide` : classes, items);
    })
    .filter((list) => list !== "");
  return lists.length === 0 ? "" : `<div class="lists">${lists.join("\n")}</div>`;
}

/** One entry of a list: where it stands, how much it weighs where not all can be shown, and how it looks. */
interface Item {
  start: number;
  weight: number;
  html: string;
}

/** From this weight on an entry stands before the lesser ones: a sentence with a fact, a long one without. */
const WEIGHTY = 150;

/** The weightiest, in reading order, the lesser ones behind them, the rest folded. */
function listHtml(name: string, classes: string, items: Item[]): string {
  if (items.length === 0) return "";
  const rank = ({ weight }: Item): number => -Math.min(weight, WEIGHTY);
  const inOrder = [...items].sort((x, y) => rank(x) - rank(y) || x.start - y.start);
  const shown = new Set([...inOrder].sort((x, y) => y.weight - x.weight).slice(0, SHOWN));
  const rest = inOrder.filter((item) => !shown.has(item));
  const entries = (list: Item[]): string => list.map(({ html }) => html).join("");
  const beyond = rest.length > MOST_FOLDED ? `<li>and ${rest.length - MOST_FOLDED} more, marked below</li>` : "";
  const more =
    rest.length === 0
      ? ""
      : `<details><summary>${rest.length} more</summary><ul>${entries(rest.slice(0, MOST_FOLDED))}${beyond}</ul></details>`;
  const first = entries(inOrder.filter((item) => shown.has(item)));
  return `<div class="list ${classes}"><h3>${name} <span class="tally">${items.length}</span></h3><ul>${first}</ul>${more}</div>`;
}

/** What changed and neither only came nor only went: facts, and edits of substance that no fact tells of ("not"). */
function changedItems({ facts, edits }: StoryDiff, texts: Texts, find: Finder): Item[] {
  const changes: Change[] = facts.filter(({ change }) => change === "changed");
  const told = { a: startsOf(facts, "a"), b: startsOf(facts, "b") };
  for (const { kind, substantive, a, b } of edits) {
    if (!substantive || kind === "added" || kind === "dropped") continue;
    if (isTold(told.a, a) || isTold(told.b, b)) continue;
    const change: Change = { kind };
    if (a !== undefined) change.a = { ...a, text: texts.a.slice(a.start, a.end) };
    if (b !== undefined) change.b = { ...b, text: texts.b.slice(b.start, b.end) };
    changes.push(change);
  }
  return changes.map((change) => {
    const start = change.b?.start ?? change.a?.start ?? 0;
    return { start, weight: CHANGE_WEIGHT[change.kind] ?? 0, html: changedHtml(change, texts, find) };
  });
}

interface Change {
  kind: string;
  a?: Span & { text: string };
  b?: Span & { text: string };
}

/** What a reader would ask for first. */
const CHANGE_WEIGHT: Record<string, number> = {
  number: 3,
  negation: 3,
  name: 2,
  quote: 2,
  quotation: 2,
  date: 1,
  place: 1,
};

/** Spans of one side, by start. */
function startsOf(facts: readonly FactChange[], side: "a" | "b"): Span[] {
  return facts.flatMap((fact) => fact[side] ?? []).sort((x, y) => x.start - y.start);
}

/** Whether a fact lies in the span, or round it. */
function isTold(facts: readonly Span[], span: Span | undefined): boolean {
  if (span === undefined) return false;
  const next = firstFrom(facts, span.start);
  return (facts[next]?.start ?? Number.POSITIVE_INFINITY) < span.end || (facts[next - 1]?.end ?? 0) > span.start;
}

/** A change with the words round it: "killed 12 → 14 people". */
function changedHtml({ kind, a, b }: Change, texts: Texts, find: Finder): string {
  const [side, span] = b === undefined ? (["a", a] as const) : (["b", b] as const);
  if (span === undefined) return "";
  const { before, after } = aroundFact(texts[side], span);
  const attributes = texts.attributes[side];
  const arrow = attributes.includes('"rtl"') ? "←" : "→";
  const was = a && `<del><span${texts.attributes.a}>${escaped(clipped(a.text, CLAIM))}</span></del>`;
  const now = b && `<ins>${escaped(clipped(b.text, CLAIM))}</ins>`;
  const pair = [was, now]
    .filter((half) => half !== undefined)
    .join(` ${unseen("now")}<span aria-hidden="true">${arrow}</span> `);
  const body = `${escaped(before)}${pair}${escaped(after)}`;
  return `<li${attributes}><span class="kind" lang="en">${kind}</span> ${linked(body, find[side](span.start), texts)}</li>`;
}

/** Characters of the words on either side of a fact. */
const AROUND = 24;

/** A few whole words of its sentence on either side; none round a fact that is a sentence itself. */
function aroundFact(text: string, { start, end }: Span): { before: string; after: string } {
  if (end - start > SHORT_CLAIM) return { before: "", after: "" };
  const before = (
    text
      .slice(Math.max(0, start - AROUND), start)
      .split(SENTENCE_BREAK)
      .at(-1) ?? ""
  ).trimStart();
  const after = text
    .slice(end, end + AROUND)
    .split(SENTENCE_BREAK)[0]
    .trimEnd();
  return {
    before: before.length < AROUND - 1 ? before : before.replace(/^\S*\s*/u, ""),
    after: after.length < AROUND - 1 ? after : after.replace(/\s*\S*$/u, ""),
  };
}

/** Where words no longer belong to the same statement. */
const SENTENCE_BREAK = /[\r\n]|(?<=[.!?;:])\s|[。！？；]/u;

/** A link to the row where it stands. */
function linked(html: string, row: number | undefined, texts: Texts): string {
  return row === undefined ? html : `<a class="where" href="#${rowId(row, texts)}">${html}</a>`;
}

type OneFact = Span & { text: string; kind: string };

/** Claims that stand in one text only, their facts marked in them; then facts outside of them. */
function oneSided({ blocks, edits, facts }: StoryDiff, texts: Texts, side: "a" | "b", find: Finder): Item[] {
  const alone: OneFact[] = facts.flatMap((fact) => {
    const span = fact[side];
    return fact.change === "changed" || span === undefined ? [] : [{ ...span, kind: fact.kind }];
  });
  const attributes = texts.attributes[side];
  const starts = new Set(blocks.flatMap((block) => block[side].map(({ start }) => start)));
  const told = new Set<OneFact>();
  const items: Item[] = [];
  const sorted = [...alone].sort((x, y) => x.start - y.start);
  for (const span of claimsOf(edits, side)) {
    const inside = sorted.slice(firstFrom(sorted, span.start), firstFrom(sorted, span.end));
    for (const fact of inside) told.add(fact);
    const html = claimHtml(texts, side, span, inside, find[side](span.start), starts);
    items.push({ start: span.start, weight: weightOf(span, inside.length), html });
  }
  for (const fact of alone) {
    if (told.has(fact)) continue;
    const shown = escaped(clipped(fact.text, CLAIM));
    const html = `<li${attributes}><span class="kind" lang="en">${fact.kind}</span> ${linked(shown, find[side](fact.start), texts)}</li>`;
    items.push({ start: fact.start, weight: ONE_FACT, html });
  }
  return items;
}

/** A claim weighs its length and, far more, its facts; a fact alone weighs as much as a short claim with one. */
const ONE_FACT = 150;
function weightOf({ start, end }: Span, facts: number): number {
  return Math.min(end - start, 200) + facts * 100;
}

function claimsOf(edits: readonly Edit[], side: "a" | "b"): Span[] {
  const kind = side === "a" ? "dropped" : "added";
  return edits.flatMap((edit) => {
    const span = edit[side];
    return edit.kind === kind && span !== undefined ? [span] : [];
  });
}

/** How many of the facts, by start, begin before an offset. */
function firstFrom(facts: readonly Span[], offset: number): number {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (facts[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The beginning of a claim with its facts in bold, and the facts that stand further on. */
function claimHtml(
  texts: Texts,
  side: "a" | "b",
  span: Span,
  facts: readonly OneFact[],
  row: number | undefined,
  starts: ReadonlySet<number>,
): string {
  const text = texts[side];
  const shown = clipped(text.slice(span.start, span.end), CLAIM);
  let end = span.start + lengthInText(text, span, shown);
  const cut = facts.find((fact) => fact.start < end && fact.end > end);
  if (cut !== undefined) end = cut.start;
  let html = "";
  let at = span.start;
  for (const fact of facts) {
    if (fact.end > end || fact.start < at) continue;
    html += `${escaped(text.slice(at, fact.start))}<b>${escaped(text.slice(fact.start, fact.end))}</b>`;
    at = fact.end;
  }
  html += escaped(text.slice(at, end).trimEnd());
  const later = facts.filter((fact) => fact.end > end).map((fact) => `<b>${escaped(clipped(fact.text))}</b>`);
  const isCut = end < span.end;
  const rest = later.length === 0 ? "" : ` ${later.slice(0, SHOWN).join(" … ")}${later.length > SHOWN ? " …" : ""}`;
  const body = `${contextBefore(text, span, starts)}${html}${isCut ? "…" : ""}${rest}`;
  return `<li${texts.attributes[side]}>${linked(body, row, texts)}</li>`;
}

/** The words before a short claim that does not open its paragraph. */
function contextBefore(text: string, { start, end }: Span, starts: ReadonlySet<number>): string {
  if (end - start >= SHORT_CLAIM || starts.has(start)) return "";
  const line =
    text
      .slice(Math.max(0, start - CONTEXT), start)
      .split(/[\r\n]/u)
      .at(-1) ?? "";
  const words = line.length < CONTEXT ? line : line.replace(/^\S*\s+/u, "");
  return words.trim() === "" ? "" : `<span class="context">… ${escaped(words)}</span>`;
}

/** How many characters of the text a clipped form of it stands for. */
function lengthInText(text: string, { start, end }: Span, shown: string): number {
  if (!shown.endsWith("…")) return end - start;
  const wanted = shown.slice(0, -1).replace(/\s+/gu, "").length;
  let seen = 0;
  let at = start;
  while (at < end && seen < wanted) if (!/\s/u.test(text[at++])) seen++;
  return at - start;
}

/** The edits of style, by house style or by kind. */
export function styleLine(diff: StoryDiff, summary: Summary | undefined): string {
  const tally = new Map<string, number>();
  for (const { kind, substantive } of diff.edits) if (!substantive) tally.set(kind, (tally.get(kind) ?? 0) + 1);
  const total = [...tally.values()].reduce((sum, number) => sum + number, 0);
  if (total === 0) return "";
  const counted = [...tally]
    .sort((x, y) => y[1] - x[1])
    .map(([kind, number]) => `<li>${escaped(kind)} <span class="tally">${number}</span></li>`);
  const kinds = `<ul class="counted" aria-label="Style edits by kind">${counted.join("")}</ul>`;
  const house = (summary?.houseStyle ?? []).map(
    ({ name, count: times }) => `<li>${escaped(name)} <span class="tally">${times}</span></li>`,
  );
  if (house.length === 0) return `<div class="house"><h3>House style</h3>${kinds}</div>`;
  return `<div class="house"><h3>House style</h3><ul class="told">${house.join("")}</ul><details><summary>${count(total, "style edit")} by kind</summary>${kinds}</details></div>`;
}
