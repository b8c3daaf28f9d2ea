/** What the library is to reach, held against the rows that were measured. */
import { COMPARE_WORK, ESTIMATE_WORK } from "./comparisons.js";
import { SEED_WORK, VERSIONS_WORK } from "./diffs.js";
import { FINGERPRINT_WORK, PAGE_WORK } from "./fingerprints.js";
import { ADD, indexWork, MATCH, READ, ROOM } from "./indexes.js";
import { BUNDLE_WORK, IMPORT_WORK } from "./packaging.js";
import type { Row } from "./row.js";
import { type Cells, significant } from "./table.js";

/** A bound on a figure that rows give; undefined where what it needs was not measured. */
interface Goal {
  what: string;
  bound: "at least" | "at most";
  goal: number;
  unit: string;
  measured: number | undefined;
}

/** The table of goals, of those that these rows can tell. */
export function goalsOf(rows: readonly Row[]): Cells {
  const told = goals(rows).filter(({ measured }) => measured !== undefined);
  const cells = told.map(({ what, bound, goal, unit, measured = 0 }) => {
    const isReached = bound === "at least" ? measured >= goal : measured <= goal;
    const withUnit = (value: number) => `${significant(value)} ${unit}`.trim();
    return [what, `${bound} ${withUnit(goal)}`, withUnit(measured), isReached ? "yes" : "no"];
  });
  return { title: "Goals", rows: [["", "goal", "measured", "reached"], ...cells], right: [1, 2] };
}

function goals(rows: readonly Row[]): Goal[] {
  const row = (work: string, by = "samestory") => rows.find((one) => one.work === work && one.by === by);
  const time = (work: string, by?: string) => row(work, by)?.milliseconds;
  const rate = (work: string) => quotient(1000, time(work));
  const value = (work: string) => row(work)?.value?.amount;
  const atLeast = (what: string, goal: number, unit: string, measured: number | undefined): Goal => ({
    what,
    bound: "at least",
    goal,
    unit,
    measured,
  });
  const atMost = (what: string, goal: number, unit: string, measured: number | undefined): Goal => ({
    ...atLeast(what, goal, unit, measured),
    bound: "at most",
  });
  const minhash = time(FINGERPRINT_WORK, "minhash");
  return [
    atLeast("page text to fingerprint", 8000, "a second", rate(PAGE_WORK)),
    atLeast("npm minhash on bodies ÷ page text to fingerprint", 100, "times", quotient(minhash, time(PAGE_WORK))),
    atLeast("body to fingerprint", 20_000, "a second", rate(FINGERPRINT_WORK)),
    atMost("compare, related articles", 0.5, "ms", time(COMPARE_WORK)),
    atLeast("unrelated pairs from fingerprints", 200_000, "a second", rate(ESTIMATE_WORK)),
    atMost("diff, versions", 2, "ms", time(VERSIONS_WORK)),
    ...[SEED_WORK, VERSIONS_WORK].map((work) =>
      atLeast(`diffWords ÷ diff, ${work}`, 5, "times", quotient(time(work, "diff (diffWords)"), time(work))),
    ),
    ...["100k", "1M"].flatMap((size) => [
      atLeast(`index of ${size}: adds of new stories`, 20_000, "a second", rate(indexWork(ADD, size))),
      atLeast(`index of ${size}: matches of new stories`, 20_000, "a second", rate(indexWork(MATCH, size))),
      atMost(`index of ${size}: room of an article, all told`, 1200, "bytes", value(indexWork(ROOM, size))),
      atLeast(`index of ${size}: snapshot read`, 200, "MB/s", value(indexWork(READ, size))),
    ]),
    atMost("core, minified and gzip", 40, "kB", value(BUNDLE_WORK)),
    atMost("import", 30, "ms", time(IMPORT_WORK)),
  ];
}

function quotient(dividend: number | undefined, divisor: number | undefined): number | undefined {
  return dividend === undefined || divisor === undefined ? undefined : dividend / divisor;
}
