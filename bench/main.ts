/**
 * `npm run bench`: how fast the library is, beside what else there is, and how right each of them is.
 *
 * Every measurement runs in a process of its own, one after the other, so that none finds the engine tuned to another's
 * work. Times are times on the processor, medians of several rounds; the texts and made feeds are the same every time.
 */
import { spawnSync } from "node:child_process";
import process from "node:process";
import { parseArgs } from "node:util";
import { comparisons } from "./comparisons.js";
import { diffs } from "./diffs.js";
import { fingerprints } from "./fingerprints.js";
import { goalsOf } from "./goals.js";
import { indexes } from "./indexes.js";
import { machineNamed } from "./machine.js";
import { packaging } from "./packaging.js";
import { readers } from "./readers.js";
import type { Measurement, Row, Subject } from "./row.js";
import { writeSpeedPage } from "./speedPage.js";
import { type Table, tableOf, textOf } from "./table.js";
import { dataNamed, isReal } from "./texts.js";
import { QUICK, WHOLE } from "./timing.js";

const SUBJECTS: readonly Subject[] = [fingerprints, comparisons, diffs, readers, indexes, packaging];

const HELP = `npm run bench                    all of it, some minutes
npm run bench -- --quick         a rough look, under a minute
npm run bench -- ${SUBJECTS.map(({ name }) => name).join(" ")}
                                 some of it
  --million   an index of a million articles too, some minutes more
  --json      the rows as JSON
  --write     into docs/speed.md as well
The real articles are looked for beside the project, or where SAMESTORY_DATA says; else the written ones serve.`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    million: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
    /** For the processes that this one starts: the one measurement to make. */
    measure: { type: "string" },
  },
});

if (options.measure) await measureHere(options.measure);
else if (options.help) console.log(HELP);
else runAll(chosen(positionals));

/** The subjects by name; all where none is named. */
function chosen(names: readonly string[]): Subject[] {
  const unknown = names.filter((name) => !SUBJECTS.some((subject) => subject.name === name));
  if (unknown.length > 0 || (options.write && options.quick)) {
    const fault =
      unknown.length > 0 ? `no subject is called ${unknown.join(" or ")}` : "a quick run is not for writing down";
    console.error(`${fault}\n\n${HELP}`);
    process.exit(2);
  }
  return SUBJECTS.filter(({ name }) => names.length === 0 || names.includes(name));
}

function runAll(subjects: readonly Subject[]): void {
  const head = { machine: machineNamed(), data: dataNamed, quick: options.quick };
  if (!options.json)
    console.log(`${head.machine}\n${head.data}\nTimes on the processor; the quicker the run, the rougher.\n`);
  if (!isReal) tell("The real articles are not there: see docs/speed.md for figures on them.\n");
  const tables = subjects.map(({ name, title, measurements }): Table => {
    const rows = measurements.filter(isWanted).flatMap((measurement) => measured(name, measurement));
    const table = { name, title, rows };
    if (!options.json && rows.length > 0) console.log(`${textOf(tableOf(table))}\n`);
    return table;
  });
  const goals = goalsOf(tables.flatMap(({ rows }) => rows));
  if (options.json) console.log(JSON.stringify({ ...head, tables, goals }, undefined, 1));
  else if (goals.rows.length > 1) console.log(textOf(goals));
  if (options.write) writeSpeedPage(head, tables, goals);
}

function isWanted({ when }: Measurement): boolean {
  if (when === "million") return options.million;
  return when === undefined || (when === "quick") === options.quick;
}

/** Rows of one measurement, made by a process of its own. */
function measured(subject: string, { name }: Measurement): Row[] {
  tell(`\r\u001b[K${subject}: ${name} …`);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--expose-gc", process.argv[1], `--measure=${subject}/${name}`, ...(options.quick ? ["--quick"] : [])],
    { encoding: "utf8", maxBuffer: 2 ** 26 },
  );
  tell("\r\u001b[K");
  if (status === 0) return JSON.parse(stdout) as Row[];
  console.error(`${subject}: ${name} failed\n${stderr}`);
  process.exitCode = 1;
  return [];
}

async function measureHere(path: string): Promise<void> {
  const [subject, ...rest] = path.split("/");
  const measurement = SUBJECTS.find(({ name }) => name === subject)?.measurements.find(
    ({ name }) => name === rest.join("/"),
  );
  if (!measurement) throw new Error(`nothing is measured as ${path}`);
  const { quick } = options;
  console.log(JSON.stringify(await measurement.measure({ quick, budget: quick ? QUICK : WHOLE })));
}

/** Progress, for a person who waits. */
function tell(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(text);
}
