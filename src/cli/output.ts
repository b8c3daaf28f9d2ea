// In: what the options, the environment and the terminal say. Out: width and colour for a report, and JSON.
import { InvalidArgumentError } from "commander";
import type { Io } from "./io.js";

/** Options that every report takes. */
export interface OutputOptions {
  json?: boolean;
  /** Undefined when neither --color nor --no-color was given. */
  color?: boolean;
  width?: number;
}

/** The least that renderText takes. */
const LEAST_WIDTH = 40;
/** Columns where nobody said how many, as renderText has it. */
const DEFAULT_WIDTH = 80;
/** Longer lines are hard to read, however wide the terminal is; --width goes further. */
const WIDEST_AUTOMATIC = 100;

/** How to render for this output. */
export function layout(options: OutputOptions, io: Io): { width: number; color: boolean } {
  return { width: options.width ?? automaticWidth(io), color: options.color ?? automaticColor(io) };
}

function automaticWidth({ stdout }: Io): number {
  if (!stdout.isTTY || stdout.columns === undefined) return DEFAULT_WIDTH;
  return Math.min(WIDEST_AUTOMATIC, Math.max(LEAST_WIDTH, stdout.columns));
}

/** FORCE_COLOR before NO_COLOR (no-color.org: any value but the empty one), both before what the terminal can do. */
function automaticColor({ stdout, env }: Io): boolean {
  if (isSet(env.FORCE_COLOR)) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  if (isSet(env.NO_COLOR)) return false;
  return stdout.isTTY && env.TERM !== "dumb";
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}

/** Reads the value of --width. */
export function parseWidth(value: string): number {
  const width = Number(value);
  if (Number.isInteger(width) && width >= LEAST_WIDTH) return width;
  throw new InvalidArgumentError(`It must be a whole number of ${LEAST_WIDTH} or more.`);
}

/** A message on one line: file names and parser messages may carry line breaks and escape sequences. */
export function oneLine(message: string): string {
  return message.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** What JSON lets through and a terminal may obey: C1 controls, line separators, overrides of direction. */
const OBEYED = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/gu;

/** JSON for programs: two spaces, a line feed at the end, safe to print. */
export function toJson(value: unknown): string {
  return json(value, 2);
}

/** The same on one line. */
export function toJsonLine(value: unknown): string {
  return json(value, 0);
}

function json(value: unknown, indent: number): string {
  const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `${JSON.stringify(value, null, indent).replace(OBEYED, escaped)}\n`;
}

/** Text of an article on one line, with nothing in it that a terminal obeys. */
export function plain(text: string): string {
  return oneLine(text.replace(OBEYED, " "));
}

/** A number with its noun. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
