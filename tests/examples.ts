/**
 * Reads the examples out of a Markdown text. What counts as an example, and what it promises:
 *
 * - A `ts` block runs. One without an `import` goes on from the block before it, as a reader would read it.
 *   Its output is what it prints; the promise stands in comments, `console.log(x); // → output` (further lines of the
 *   output in comments of their own, right below), or in a `text` block that follows it directly.
 *   A block without either promise has only to run. `ts no-run` is type-checked and not run.
 * - In a `sh` block, every line `$ samestory …` runs, and the lines below it are what it prints (both streams).
 *   `$ echo $?` shows how the command before it ended. Blocks with other commands are left alone.
 * - A line `…` in promised output stands for any number of lines.
 */
export interface Example {
  /** Line of the Markdown text where the block starts, counted from 1. */
  line: number;
  /** The code of this block alone. */
  code: string;
  /** Code of the blocks that it goes on from; empty when it stands alone. */
  before: string[];
  runs: boolean;
  /** The promised output; undefined when nothing is promised. */
  output: string | undefined;
}

export interface Session {
  line: number;
  steps: { command: string; output: string }[];
}

interface Fence {
  line: number;
  info: string;
  body: string;
  /** Whether only blank lines stand between this block and the one before. */
  follows: boolean;
}

export function examplesIn(markdown: string): Example[] {
  const fences = fencesIn(markdown);
  const examples: Example[] = [];
  let chain: string[] = [];
  fences.forEach((fence, i) => {
    const [language, ...flags] = fence.info.split(/\s+/);
    if (language !== "ts") return;
    if (/^import /m.test(fence.body)) chain = [];
    const next = fences[i + 1];
    const shown = next?.info === "text" && next.follows ? next.body : undefined;
    examples.push({
      line: fence.line,
      code: fence.body,
      before: chain,
      runs: !flags.includes("no-run"),
      output: shown ?? outputInComments(fence.body),
    });
    chain = [...chain, fence.body];
  });
  return examples;
}

export function sessionsIn(markdown: string): Session[] {
  const sessions: Session[] = [];
  for (const { info, body, line } of fencesIn(markdown)) {
    if (!/^(sh|shell|console|bash)$/.test(info) || !body.startsWith("$ ")) continue;
    const steps = body.split(/^\$ /m).slice(1).map(stepOf);
    if (steps.every(({ command }) => /^(samestory\b|echo \$\?$)/.test(command))) sessions.push({ line, steps });
  }
  return sessions;
}

/** Undefined when `actual` is what was promised, else the two as they were compared. */
export function outputFault(promised: string, actual: string): { promised: string; actual: string } | undefined {
  const [want, got] = [tidy(promised), tidy(actual)];
  const pattern = want
    .split("\n")
    .map((line) => (line.trim() === "…" ? "(?:.*\n)*?" : `${literal(line)}\n`))
    .join("");
  return new RegExp(`^${pattern}$`).test(`${got}\n`) ? undefined : { promised: want, actual: got };
}

function stepOf(text: string): { command: string; output: string } {
  const end = text.indexOf("\n");
  return end < 0 ? { command: text, output: "" } : { command: text.slice(0, end), output: text.slice(end + 1) };
}

function outputInComments(code: string): string | undefined {
  const output: string[] = [];
  let isOpen = false;
  for (const line of code.split("\n")) {
    const first = /\/\/ → ?(.*)$/.exec(line);
    const further: RegExpExecArray | null = isOpen ? /^\s*\/\/ {0,3}(.*)$/.exec(line) : null;
    const found: RegExpExecArray | null = first ?? further;
    if (found?.[1] !== undefined) output.push(found[1]);
    isOpen = found !== null;
  }
  return output.length > 0 ? output.join("\n") : undefined;
}

function fencesIn(markdown: string): Fence[] {
  const fences: Fence[] = [];
  let end = 0;
  for (const match of markdown.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)) {
    fences.push({
      line: markdown.slice(0, match.index).split("\n").length,
      info: (match[1] ?? "").trim(),
      body: match[2] ?? "",
      follows: markdown.slice(end, match.index).trim() === "",
    });
    end = match.index + match[0].length;
  }
  return fences;
}

function tidy(text: string): string {
  return text.replace(/[ \t]+$/gm, "").replace(/^\n+|\n+$/g, "");
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
