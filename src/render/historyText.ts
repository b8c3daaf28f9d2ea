// In: a history and its articles. Out: a report to read in a terminal: version by version, what each changed.
import type { StoryHistory } from "../diff/history.js";
import { type Change, type HistoryOptions, type Version, versionsOf } from "./chain.js";
import { clip } from "./columns.js";
import { count } from "./comparison.js";
import type { Piece, Role } from "./palette.js";
import { printable } from "./printable.js";
import { hanging, isUnchanged } from "./storyDiff.js";
import { factsOf } from "./storyHtml.js";
import { timeText } from "./time.js";
import { wrap } from "./wrap.js";

/** Columns of a paragraph or a long quotation: one is known by its beginning. */
const BEGINNING = 160;
/** Facts or paragraphs of one sort that a version is told with. */
const MOST_SHOWN = 12;

/** The report, as lines of pieces. */
export function historyLines(history: StoryHistory, options: Partial<HistoryOptions>, width: number): Piece[][] {
  const versions = versionsOf(history, options);
  const members = versions.map(({ about, number }) => ({ ...about, id: String(number) }));
  return [
    ...wrap([{ text: printable(factsOf({ members })), role: "heading" }], width),
    ...versions.flatMap((version, index) => [[], ...versionLines(version, versions[index - 1], width)]),
  ];
}

function versionLines(version: Version, before: Version | undefined, width: number): Piece[][] {
  const { number, about, change } = version;
  const place = [about.source?.trim(), timeText(about.publishedAt)].filter((part) => part !== undefined && part !== "");
  const sign = `${number}  `;
  const lines = hanging(
    sign,
    "heading",
    [{ text: printable(place.join(", ") || `Version ${number}`), role: "heading" }],
    width,
  );
  const indent = " ".repeat(sign.length);
  const title = about.title?.trim() ?? "";
  if (title !== "" && title !== before?.about.title?.trim())
    lines.push(...wrap([{ text: printable(title), role: "plain" }], width, indent));
  if (change !== undefined) lines.push(...changeLines(change, indent, width));
  return lines;
}

function changeLines(change: Change, indent: string, width: number): Piece[][] {
  if (isUnchanged(change.diff)) return wrap([{ text: "No differences.", role: "good" }], width, indent);
  const entry = (sign: string, label: string, pieces: Piece[]): Piece[][] =>
    hanging(`${indent}${sign} `, "quiet", [{ text: label, role: "quiet" }, ...pieces], width);
  const shown = (text: string, role: Role): Piece => ({ text: clip(printable(text), BEGINNING), role });
  const since = (version: number): Piece => ({ text: ` (since ${version})`, role: "quiet" });
  const some = <T>(all: readonly T[], lines: (one: T) => Piece[][]): Piece[][] => {
    const rest = all.length - MOST_SHOWN;
    const more = rest > 0 ? wrap([{ text: `  and ${rest} more`, role: "quiet" }], width, indent) : [];
    return [...all.slice(0, MOST_SHOWN).flatMap(lines), ...more];
  };
  const substantive = change.diff.edits.filter((edit) => edit.substantive).length;
  return [
    ...wrap([{ text: printable(change.sentence), role: "plain" }], width, indent),
    ...some(change.became, ({ kind, text, became = "" }) =>
      entry("~", `${kind}: `, [shown(text, "gone"), { text: " → ", role: "plain" }, shown(became, "came")]),
    ),
    ...some(change.came, ({ kind, text }) => entry("+", `${kind}: `, [shown(text, "came")])),
    ...some(change.went, ({ kind, text, first }) => entry("-", `${kind}: `, [shown(text, "gone"), since(first + 1)])),
    ...some(change.added, (text) => entry("+", "paragraph: ", [shown(text, "came")])),
    ...some(change.removed, ({ text, since: first }) => entry("-", "paragraph: ", [shown(text, "gone"), since(first)])),
    ...wrap(
      [
        {
          text: `${substantive} substantive, ${count(change.diff.edits.length - substantive, "style edit")}`,
          role: "quiet",
        },
      ],
      width,
      indent,
    ),
  ];
}
