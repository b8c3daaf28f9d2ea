// In: a history and its articles. Out: the parts of a report in Markdown: a table of the versions, then what each changed.
import type { StoryDiff } from "../diff/edits.js";
import type { StoryHistory } from "../diff/history.js";
import { type Change, type HistoryOptions, type Version, versionsOf } from "./chain.js";
import { count } from "./comparison.js";
import { factMarkdown, plainMarkdown } from "./inMarkdown.js";
import { isUnchanged } from "./storyDiff.js";
import { timeText } from "./time.js";

/** Shows the edited paragraphs of a diff. */
type BodyParts = (diff: StoryDiff, a: string, b: string, style: boolean) => string[];

/** The report, in parts that an empty line stands between. */
export function historyParts(
  history: StoryHistory,
  options: Partial<HistoryOptions> & { style?: "all" | "none" },
  bodyParts: BodyParts,
): string[] {
  const versions = versionsOf(history, options);
  const parts = [tableOf(versions)];
  for (const [index, version] of versions.entries()) {
    const { change, number, text } = version;
    if (change === undefined) continue;
    const edits = bodyParts(change.diff, versions[index - 1].text, text, options.style === "all");
    parts.push(`### Version ${number}`, ...changeParts(change, edits));
  }
  return parts;
}

function tableOf(versions: readonly Version[]): string {
  const rows = versions.map(({ number, about }) => {
    const cells = [about.source, timeText(about.publishedAt), about.title].map((cell) => plainMarkdown(cell ?? ""));
    return `| ${number} | ${cells.join(" | ")} |`;
  });
  return ["| version | source | published | headline |", "|---|---|---|---|", ...rows].join("\n");
}

function changeParts(change: Change, edits: readonly string[]): string[] {
  if (isUnchanged(change.diff)) return ["No differences."];
  const substantive = change.diff.edits.filter((edit) => edit.substantive).length;
  const told = `${substantive} substantive, ${count(change.diff.edits.length - substantive, "style edit")}`;
  const entries = [
    ...change.became.map(({ kind, text, became }) => `- ${kind} became: ${factMarkdown(text, became)}`),
    ...change.came.map(({ kind, text }) => `- ${kind} came: ${factMarkdown(undefined, text)}`),
    ...change.went.map(
      ({ kind, text, first }) => `- ${kind} went: ${factMarkdown(text, undefined)}${since(first + 1)}`,
    ),
    ...change.added.map((text) => `- paragraph came: ${factMarkdown(undefined, text)}`),
    ...change.removed.map(
      ({ text, since: first }) => `- paragraph went: ${factMarkdown(text, undefined)}${since(first)}`,
    ),
  ];
  return [
    `**${plainMarkdown(change.sentence)}**`,
    ...(entries.length === 0 ? [] : [entries.join("\n")]),
    `<details><summary>${told}</summary>`,
    ...edits,
    "</details>",
  ];
}

function since(version: number): string {
  return `, since version ${version}`;
}
