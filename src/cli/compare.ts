// samestory compare A B: scores and verdict.
import type { Command } from "commander";
import { renderText } from "../render/index.js";
import { readPair } from "./articles.js";
import { type Api, Exit, type Io } from "./io.js";
import { layout, type OutputOptions, toJson } from "./output.js";

const HELP = `
Exit status: 0 same story, 1 not the same story, 2 trouble.

Verdicts:
  identical        same story: the same words, furniture and house style aside
  near-duplicate   same story: one is an edited version of the other
  partial          passages are copied, but a text has much matter of its own
  template         the same wording about another event
  different        no running text in common

Examples:
  samestory compare monday.txt tuesday.txt
  samestory compare --json a.txt b.json | jq .score
  lynx -dump -nolist https://example.org/story | samestory compare - mine.txt
  samestory compare a.txt b.txt > /dev/null && echo "same story"
`;

/** Describes the command's help. */
export function describeCompare(command: Command): Command {
  return command
    .summary("tell whether two articles are versions of one story")
    .description("Tells whether two articles are versions of one story, and how far each copies the other.")
    .addHelpText("after", HELP);
}

/** Runs the command and gives its exit status. */
export async function runCompare(a: string, b: string, options: OutputOptions, api: Api, io: Io): Promise<number> {
  const [first, second] = await readPair(a, b, api, io);
  const comparison = api.compare(first.input, second.input);
  io.stdout.write(
    options.json ? toJson(comparison) : renderText(comparison, { ...layout(options, io), a: first.text }),
  );
  return comparison.sameStory ? Exit.yes : Exit.no;
}
