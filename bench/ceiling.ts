/**
 * The ceiling: what the same work costs in C with vector instructions. Its source lies outside the project, beside the real
 * articles, and is compiled into a temporary folder where it and a compiler are there; else there is no such row.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataFolder } from "../eval/data.js";
import type { Row } from "./row.js";

const SOURCE = join(dataFolder(), "../limits/limit.c");

/** What the program prints, as far as it is told here. */
interface Printed {
  fingerprint_docs_per_s: number;
  shingle_only_MB_per_s: number;
  config: string;
}

/** Fingerprints in C; nothing where the source or a compiler is missing. */
export function ceiling(texts: readonly string[], work: string): Row[] {
  if (!existsSync(SOURCE)) return [];
  const folder = mkdtempSync(join(tmpdir(), "samestory-bench-"));
  try {
    const program = join(folder, "limit");
    const built = spawnSync("cc", ["-O3", "-march=native", "-o", program, SOURCE, "-lm"]);
    if (built.status !== 0) return [];
    const file = join(folder, "texts.jsonl");
    writeFileSync(file, texts.map((text) => `${JSON.stringify({ text })}\n`).join(""));
    const run = spawnSync(program, [file], { encoding: "utf8" });
    return run.status === 0 ? [rowOf(JSON.parse(run.stdout) as Printed, work)] : [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowOf(printed: Printed, work: string): Row {
  return {
    work,
    by: "C, the ceiling",
    milliseconds: 1000 / printed.fingerprint_docs_per_s,
    accuracy: "128 bins of 32 bits: error of J about .035; nothing folded, ASCII letters only",
  };
}
