// In: a history and its articles. Out: the inside of a page: the versions in order of time, what each changed with its
// edits folded away, and two tables of what came and went when.
import type { FactLife, StoryHistory } from "../diff/history.js";
import { type Change, type HistoryOptions, textOf, type Version, versionsOf } from "./chain.js";
import { count } from "./comparison.js";
import { escaped, textAttributes, unseen } from "./markup.js";
import { changeLists, styleLine } from "./overview.js";
import { blockFinder } from "./placing.js";
import { clipped, rowsHtml } from "./rows.js";
import { factsOf, gapClass, nameOf, type StoryMember, titleHtml } from "./storyHtml.js";
import { distance, timeOf, timeText } from "./time.js";
import type { Texts } from "./versions.js";

/** Rows of a table of lives: nobody reads further. */
const MOST_ROWS = 100;

/** The title of the page and what it shows. */
export function historyBody(history: StoryHistory, options: HistoryOptions): { title: string; body: string } {
  const versions = versionsOf(history, options);
  const members = versions.map(memberOf);
  const titled = versions.filter(({ about }) => (about.title ?? "").trim() !== "");
  const last = titled.at(-1)?.about;
  const title = last?.title ?? "A story and its versions";
  const sections = [
    `<header class="top"><h1${textAttributes(title, last?.language)}>${escaped(title)}</h1><p class="sentence">${factsOf({ members })}</p></header>`,
    section("times", "The versions in their order", timeline(versions, members)),
    ...versions.map((version, index) => changeSection(version, versions[index - 1])),
    section("facts", "Facts that came, went or changed", factTable(history.facts, versions)),
    section("paragraphs", "Paragraphs that came or went", paragraphTable(history, versions)),
  ];
  return { title, body: sections.filter((part) => part !== "").join("\n") };
}

function section(id: string, heading: string, body: string): string {
  return body === "" ? "" : `<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>\n${body}</section>`;
}

function memberOf({ about, number }: Version): StoryMember {
  return { ...about, id: `Version ${number}` };
}

function timeline(versions: readonly Version[], members: readonly StoryMember[]): string {
  const items = versions.map(({ number, about, change }, index) => {
    const time = timeOf(about.publishedAt);
    const gap = (time ?? 0) - (timeOf(versions[index - 1]?.about.publishedAt) ?? time ?? 0);
    const later = gap > 0 ? ` <span class="tally">+${distance(gap)}</span>` : "";
    const clock =
      time === undefined
        ? ""
        : `<time datetime="${new Date(time).toISOString()}">${timeText(about.publishedAt)}</time>${later}<br>`;
    const told = change === undefined ? "" : `<br>${escaped(change.sentence)}`;
    const numeral = change === undefined ? `${number}` : `<a href="#v${number}">${number}</a>`;
    const title = about.title === undefined ? "" : `<br>${titleHtml(members[index])}`;
    return `<li class="${gapClass(gap)}">${clock}${numeral} <strong>${escaped(nameOf({ ...members[index], title: "" }, index))}</strong>${title}${told}</li>`;
  });
  return `<ol class="timeline">${items.join("\n")}</ol>`;
}

function changeSection({ number, text, about, change }: Version, before: Version | undefined): string {
  if (change === undefined || before === undefined) return "";
  const texts: Texts = {
    a: before.text,
    b: text,
    about: { a: before.about, b: about },
    attributes: { a: textAttributes(before.text, before.about.language), b: textAttributes(text, about.language) },
    prefix: `v${number}-`,
  };
  return section(`v${number}`, `Version ${number}: what changed`, changeBody(change, texts));
}

function changeBody({ diff, summary, sentence }: Change, texts: Texts): string {
  const find = { a: blockFinder(diff.blocks, "a"), b: blockFinder(diff.blocks, "b") };
  const parts = [`<p>${escaped(sentence)}</p>`, changeLists(diff, texts, find), styleLine(diff, summary)];
  if (diff.edits.length > 0)
    parts.push(
      `<details class="shared"><summary>${count(diff.edits.length, "edit")}, paragraph by paragraph</summary>\n<div class="sheet">${rowsHtml(diff, texts)}</div></details>`,
    );
  return parts.join("\n");
}

function factTable(facts: readonly FactLife[], versions: readonly Version[]): string {
  const rows = facts.map(({ kind, text, first, last, became }) => {
    const shown = escaped(clipped(text));
    const end = became === undefined ? "" : escaped(clipped(became));
    const attributes = textAttributes(text, versions[first].about.language);
    return { name: `<span class="kind">${kind}</span> <span${attributes}>${shown}</span>`, first, last, end };
  });
  return lifeTable("Table of facts", rows, versions.length, "became");
}

function paragraphTable({ paragraphs }: StoryHistory, versions: readonly Version[]): string {
  const rows = paragraphs
    .filter(({ first, last }) => first > 0 || last < versions.length - 1)
    .map(({ first, last, spans }) => {
      const text = textOf(versions[first].text, spans[0]);
      const attributes = textAttributes(text, versions[first].about.language);
      return { name: `<span${attributes}>${escaped(clipped(text))}</span>`, first, last, end: "" };
    });
  const through = paragraphs.length - rows.length;
  const note = through === 0 ? "" : `<p class="note-line">${count(through, "paragraph")} in every version</p>`;
  return rows.length === 0 ? "" : note + lifeTable("Table of paragraphs", rows, versions.length, "");
}

interface Row {
  name: string;
  first: number;
  last: number;
  /** What it became. */
  end: string;
}

/** One row for each life, one column for each version. */
function lifeTable(name: string, rows: readonly Row[], versions: number, ending: string): string {
  if (rows.length === 0) return "";
  const numbers = Array.from({ length: versions }, (_, index) => index);
  const heads = numbers.map((index) => `<th scope="col">${index + 1}</th>`).join("");
  const body = rows.slice(0, MOST_ROWS).map((row) => {
    const cells = numbers.map((index) =>
      index >= row.first && index <= row.last ? `<td class="h3">${unseen("there")}</td>` : `<td class="h0"></td>`,
    );
    const became = ending === "" ? "" : `<td class="ending">${row.end}</td>`;
    return `<tr><th scope="row">${row.name}</th>${cells.join("")}${became}</tr>`;
  });
  const rest = rows.length - MOST_ROWS;
  const more = rest > 0 ? `<p class="note-line">and ${rest} more</p>` : "";
  return `<div class="scroll" role="group" aria-label="${name}" tabindex="0"><table class="heat lives"><thead><tr><td></td>${heads}${ending === "" ? "" : `<th scope="col" class="ending">${ending}</th>`}</tr></thead><tbody>${body.join("\n")}</tbody></table></div>${more}`;
}
