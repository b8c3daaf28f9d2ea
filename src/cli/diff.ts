// samestory diff A B: what an editor changed.
import type { Command } from "commander";
import type { StoryDiff } from "../index.js";
import { type About, renderHtml, renderText } from "../render/index.js";
import { type Read, readPair } from "./articles.js";
import { type Api, Exit, type Io } from "./io.js";
import { layout, type OutputOptions, oneLine, toJson } from "./output.js";
import { refuseReport, writeReport } from "./report.js";

/** Options of the command. */
export interface DiffOptions extends OutputOptions {
  style: "all" | "none";
  /** A file to write an HTML report to. */
  html?: string;
}

const HELP = `
Reading the report: facts come first; then the paragraphs in the order of B,
unchanged ones only counted. In colour, red is gone and green is new, and dim
edits are of style only. Without colour:
  [-gone-] {+new+}   an edit that changes what a reader learns
  {~old>new~}        an edit of style: spelling, punctuation, wording
  +  -  ~  >         paragraph added, removed, edited; moved, split or merged

Of more than two files it gives the history: the versions in the order of their
times (as named, where one has none), what each changed, and what came and went.

Exit status: 0 no edits, 1 edits, 2 trouble.
With --style none only edits of substance are shown and count.

Examples:
  samestory diff old.txt new.txt
  samestory diff --style none old.txt new.txt    what readers will notice
  samestory diff --color old.txt new.txt | less -R
  samestory diff --html report.html old.txt new.txt
  samestory diff --json old.txt new.txt | jq '.facts'
  samestory diff --html history.html 8am.json 10am.json noon.json
`;

/** Describes the command's help. */
export function describeDiff(command: Command): Command {
  return command
    .summary("show what an editor changed between two versions")
    .description("Shows what an editor changed from A to B: facts first, then paragraph by paragraph.")
    .addHelpText("after", HELP);
}

/** Runs the command and gives its exit status. */
export async function runDiff(a: string, b: string, options: DiffOptions, api: Api, io: Io): Promise<number> {
  if (options.html !== undefined) await refuseReport(options.html, [a, b]);
  const [first, second] = await readPair(a, b, api, io);
  const diff = api.diff(first.input, second.input);
  const { style } = options;
  const texts = { a: first.text, b: second.text };
  if (options.html !== undefined) {
    await writeReport(options.html, reportOf(first, second, diff, api));
    if (!options.json) {
      io.stdout.write(`${oneLine(options.html)}\n`);
      return hasEdits(diff, style) ? Exit.no : Exit.yes;
    }
  }
  io.stdout.write(options.json ? toJson(diff) : renderText(diff, { ...layout(options, io), ...texts, style }));
  return hasEdits(diff, style) ? Exit.no : Exit.yes;
}

function reportOf(first: Read, second: Read, diff: StoryDiff, api: Api): string {
  const comparison = api.compare(first.input, second.input);
  return renderHtml(diff, {
    a: first.text,
    b: second.text,
    comparison,
    summary: api.summarize(diff, { a: first.text, b: second.text }),
    about: { a: aboutOf(first, api), b: aboutOf(second, api) },
  });
}

/** What a file says of its article, or the page reader finds. */
export function aboutOf({ input }: Read, api: Api): About {
  if (typeof input !== "string") return input;
  const { title } = api.articleFromText(input);
  return title === undefined ? {} : { title };
}

/** Whether there are edits of the kind asked for. */
export function hasEdits({ edits, blocks }: StoryDiff, style: "all" | "none"): boolean {
  if (style === "none") return edits.some((edit) => edit.substantive);
  return edits.length > 0 || blocks.some((block) => block.kind !== "kept");
}
