/**
 * How often the diff agrees with the labels of the written pairs: `node eval/run.mjs labelledEdits.ts [FOLDER] [--all]`.
 *
 * Prints the figures of each pair, of every folder of labelled pairs unless one is named; with `--all`, each label that was
 * missed and each edit that no label overlaps, with "!" where the substance is wrong, too.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Span } from "../src/article.js";
import { diff } from "../src/diff/diff.js";
import { number, table } from "./report.js";
import { accuracy, type Judged, judge, type LabelledPair, unlabelled } from "./scoreEdits.js";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: "boolean", default: false } },
});
const folders = positionals.length > 0 ? positionals : ["test-data/edits", "test-data/edits-later"];

for (const folder of folders) {
  const all: Judged[] = [];
  const rows: string[][] = [["", "edits", "kind", "substantive", "unlabelled"]];
  for (const name of readdirSync(folder).sort()) {
    const { a, b, edits } = JSON.parse(readFileSync(join(folder, name), "utf8")) as LabelledPair;
    const found = diff(a, b);
    const judged = judge(found, a.text, b.text, edits);
    const others = unlabelled(found, a.text, b.text, edits);
    const own = accuracy(judged);
    rows.push([name, String(edits.length), number(own.kind), number(own.substantive), String(others.length)]);
    all.push(...judged);
    if (!options.all) continue;
    const read = (text: string, span: Span | undefined) => (span ? text.slice(span.start, span.end) : "");
    for (const { label, edit } of judged) {
      if (edit?.kind === label.kind) continue;
      const sign = edit?.substantive === label.substantive ? " " : "!";
      console.log(`${sign} ${name}: ${label.kind} → ${edit?.kind ?? "none"}`);
      console.log(`    labelled  ${JSON.stringify(label.a ?? "")} → ${JSON.stringify(label.b ?? "")}`);
      console.log(`    named     ${JSON.stringify(read(a.text, edit?.a))} → ${JSON.stringify(read(b.text, edit?.b))}`);
    }
    for (const { kind, a: gone, b: come } of others)
      console.log(
        `  ${name}: no label for ${kind}, ${JSON.stringify(read(a.text, gone))} → ${JSON.stringify(read(b.text, come))}`,
      );
  }
  const { kind, substantive } = accuracy(all);
  console.log(`\n${folder}: ${all.length} edits, kind ${number(kind)}, substance ${number(substantive)}\n`);
  console.log(table(rows));
}
