/**
 * Writes measured tables into docs/speed.md, each between its two marks; the words around them are written by hand and say
 * nothing that another run could make untrue.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { type Cells, markdownOf, type Table, tableOf } from "./table.js";

const PAGE = "docs/speed.md";

/** Where and on what was measured. */
export interface Head {
  machine: string;
  data: string;
}

export function writeSpeedPage(head: Head, tables: readonly Table[], goals: Cells): void {
  let page = readFileSync(PAGE, "utf8");
  page = filled(page, "head", `Machine: ${head.machine}.\nData: ${head.data}.`);
  for (const table of tables) if (table.rows.length > 0) page = filled(page, table.name, markdownOf(tableOf(table)));
  writeFileSync(PAGE, filled(page, "goals", markdownOf(goals)));
}

/** The page with other matter between the marks of this name. */
export function filled(page: string, name: string, matter: string): string {
  const [begin, end] = [`<!-- measured: ${name} -->`, `<!-- end: ${name} -->`];
  const from = page.indexOf(begin);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${PAGE} has no marks for ${name}: ${begin} … ${end}`);
  return `${page.slice(0, from + begin.length)}\n${matter}\n${page.slice(to)}`;
}
