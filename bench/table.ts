/** Tables, for a terminal and for Markdown. */
import type { Row } from "./row.js";

/** The rows of a subject. */
export interface Table {
  name: string;
  title: string;
  rows: readonly Row[];
}

/** Cells, the head first. */
export interface Cells {
  title: string;
  rows: string[][];
  /** Columns that stand to the right. */
  right: readonly number[];
}

const HEAD = ["", "by", "each", "a second", "beside ours", "on", "how right"];

/** What `samestory` takes for a work stands against what others take for it. */
export function tableOf({ title, rows }: Table): Cells {
  const cells = rows.map((row) => [
    row.work,
    row.by,
    measuredOf(row),
    row.milliseconds === undefined ? "" : rate(1000 / row.milliseconds),
    beside(row, rows),
    row.on ?? "",
    row.accuracy,
  ]);
  return { title, rows: [HEAD, ...cells], right: [2, 3, 4] };
}

/** Aligned columns. */
export function textOf({ title, rows, right }: Cells): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => (right.includes(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
      .join("  ")
      .trimEnd(),
  );
  return [title, ...lines].join("\n");
}

export function markdownOf({ rows, right }: Cells): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = `|${rows[0].map((_, column) => (right.includes(column) ? "--:" : "---")).join("|")}|`;
  const [head, ...rest] = rows;
  return [line(head), rule, ...rest.map(line)].join("\n");
}

function measuredOf({ milliseconds, value }: Row): string {
  if (milliseconds !== undefined) return duration(milliseconds);
  return value === undefined ? "" : `${significant(value.amount)} ${value.unit}`;
}

/** How many times as long as samestory the same work takes. */
function beside(row: Row, rows: readonly Row[]): string {
  const ours = rows.find(({ by, work }) => by === "samestory" && work === row.work);
  if (row.by === "samestory" || !ours?.milliseconds || !row.milliseconds) return "";
  return `× ${significant(row.milliseconds / ours.milliseconds)}`;
}

/** Milliseconds in the unit that suits them. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${significant(milliseconds / 1000)} s`;
  return milliseconds >= 0.1 ? `${significant(milliseconds)} ms` : `${significant(1000 * milliseconds)} µs`;
}

function rate(aSecond: number): string {
  return aSecond >= 100 ? Math.round(Number(aSecond.toPrecision(3))).toLocaleString("en") : significant(aSecond);
}

/** Two figures, as many as the measurements are good for. */
export function significant(value: number): string {
  return value >= 100
    ? Math.round(Number(value.toPrecision(3))).toLocaleString("en")
    : String(Number(value.toPrecision(2)));
}
