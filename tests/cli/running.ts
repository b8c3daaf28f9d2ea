// Runs samestory dedupe in memory, and makes what it reads.
import { expect } from "vitest";
import type { Api, Io } from "../../src/cli/io.js";
import { run } from "../../src/cli/program.js";
import type { Article } from "../../src/index.js";
import { story } from "../stories/feed.js";
import { library } from "./library.js";

export interface World {
  stdin?: string | Uint8Array;
  stdinIsTerminal?: boolean;
  /** Whether standard error is a terminal. */
  terminal?: boolean;
  columns?: number;
  env?: Record<string, string>;
  api?: Partial<Api>;
}

export async function cli(args: string[], world: World = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const stdin = Object.assign(chunks(world.stdin ?? ""), { isTTY: world.stdinIsTerminal ?? false });
  const io: Io = {
    stdin,
    stdout: { write: (text) => out.push(text), isTTY: false },
    stderr: { write: (text) => err.push(text), isTTY: world.terminal ?? false, columns: world.columns ?? 80 },
    env: world.env ?? {},
  };
  const status = await run(["dedupe", ...args], "1.2.3", { ...library, ...world.api }, io);
  return { status, out: out.join(""), err: err.join("") };
}

export async function* chunks(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

export interface ToldStory {
  id: string;
  lead: string;
  articles: { id: string; title?: string; verdict: string; score: number }[];
  related: { id: string; reason: string }[];
}

export function storiesIn(out: string): ToldStory[] {
  if (out !== "") expect(out.endsWith("\n")).toBe(true);
  return out
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as ToldStory);
}

export const linesFor = (articles: readonly unknown[]): string =>
  articles.map((article) => `${JSON.stringify(article)}\n`).join("");

/** Articles that share nothing, one a day from the first of May on. */
export const days = (count: number, text = (i: number): string => story(`day ${i}`, 8)): (Article & { id: string })[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `day-${i + 1}`,
    text: text(i),
    publishedAt: new Date(Date.UTC(2024, 4, 1 + i)).toISOString(),
  }));
