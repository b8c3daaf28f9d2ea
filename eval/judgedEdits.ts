/**
 * How often the diff agrees with what a reader judged: `node eval/run.mjs judgedEdits.ts [--data DIR] [--text]`.
 *
 * Prints the figures by sample, then each disagreement by pair and offsets; with `--text`, with what stands there.
 */
import { parseArgs } from "node:util";
import { dataFolder, loadSets } from "./data.js";
import { type Answered, answerJudged, isKindRight, isSubstanceRight, judgedFigures, loadJudged } from "./judgements.js";
import { number, table } from "./report.js";

const { values: options } = parseArgs({
  options: { data: { type: "string" }, text: { type: "boolean", default: false } },
});

function lineOf({ judged, pair, edit }: Answered): string {
  const range = (span: [number, number] | undefined) => (span ? span.join("-") : "-");
  const line = `${judged.sample}  ${judged.kind} → ${edit?.kind ?? "none"}  ${judged.pair}  ${range(judged.a)}  ${range(judged.b)}`;
  if (!options.text) return line;
  const cut = (text: string, span: [number, number] | undefined) => (span ? text.slice(...span) : "");
  const named = (text: string, span: { start: number; end: number } | undefined) =>
    span ? text.slice(span.start, span.end) : "";
  return `${line}
    judged  ${JSON.stringify(cut(pair.a.text, judged.a))} → ${JSON.stringify(cut(pair.b.text, judged.b))}
    named   ${JSON.stringify(named(pair.a.text, edit?.a))} → ${JSON.stringify(named(pair.b.text, edit?.b))}`;
}

const judged = loadJudged();
const answered = answerJudged(loadSets(dataFolder(options.data)), judged);
if (answered.length < judged.length)
  console.log(
    `(the pairs of ${judged.length - answered.length} judgements are not there: name their folder with --data)`,
  );
const figures = judgedFigures(answered);
console.log(
  table([
    ["", "kind", "substantive"],
    ...Object.entries(figures).map(([name, row]) => [name, number(row.editKind), number(row.editSubstance)]),
  ]),
);
const wrong = answered.filter((one) => !isKindRight(one) || !isSubstanceRight(one));
console.log(`\n${wrong.length} disagreements: judged → named`);
for (const one of wrong) console.log(lineOf(one));
