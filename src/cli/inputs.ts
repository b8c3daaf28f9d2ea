// In: the names given to a command: files, folders, "-". Out: the files to read, in order, with their kinds and sizes.
// Names that cannot be read stop the run before it has begun.
import type { Stats } from "node:fs";
import { access, constants, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { STANDARD_INPUT, unreadable } from "./input.js";
import { type Io, Trouble } from "./io.js";

/** How a file is read; what is piped in is known when it begins. */
export type Kind = "lines" | "json" | "text" | "html" | "feed" | "piped";

/** A file to read. */
export interface Input {
  name: string;
  kind: Kind;
  /** In bytes; undefined where only reading to the end tells. */
  size: number | undefined;
}

/** What was found under the names. */
export interface Inputs {
  files: Input[];
  /** Files of folders whose names say nothing that can be read. */
  passedBy: number;
}

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ["jsonl", "lines"],
  ["ndjson", "lines"],
  ["json", "json"],
  ["txt", "text"],
  ["html", "html"],
  ["htm", "html"],
  ["xhtml", "html"],
  ["xml", "feed"],
  ["rss", "feed"],
  ["atom", "feed"],
  ["rdf", "feed"],
]);

/** Finds the files to read. */
export async function findInputs(names: readonly string[], { stdin }: Io): Promise<Inputs> {
  if (names.length === 0 && stdin.isTTY === true) {
    throw new Trouble(
      'nothing to read: name files or folders, or send JSONL to standard input ("samestory help dedupe")',
    );
  }
  const given = names.length === 0 ? [STANDARD_INPUT] : names;
  if (given.filter((name) => name === STANDARD_INPUT).length > 1) {
    throw new Trouble("standard input can be read only once: give - once");
  }
  const inputs: Inputs = { files: [], passedBy: 0 };
  for (const name of given) await addNamed(name, inputs);
  return inputs;
}

async function addNamed(name: string, inputs: Inputs): Promise<void> {
  if (name === STANDARD_INPUT) {
    inputs.files.push({ name, kind: "piped", size: undefined });
    return;
  }
  const stats = await statsOf(name);
  if (stats.isDirectory()) return addFolder(name, inputs);
  const kind = kindOf(name);
  if (kind !== undefined) {
    inputs.files.push({ name, kind, size: stats.isFile() ? stats.size : undefined });
  } else if (!stats.isFile()) {
    inputs.files.push({ name, kind: "piped", size: undefined }); // a pipe, as of "<(zcat feed.jsonl.gz)"
  } else {
    throw new Trouble(
      `${name} is of no kind that is read: name it .jsonl, .json, .txt, .html or .xml, or send JSONL to standard input`,
    );
  }
}

async function statsOf(name: string): Promise<Stats> {
  try {
    const stats = await stat(name);
    await access(name, constants.R_OK);
    return stats;
  } catch (error) {
    throw new Trouble(unreadable(name, error));
  }
}

/** Hidden files stay unread, as shells have it; links to folders are not followed, since they may lead in a circle. */
async function addFolder(folder: string, inputs: Inputs): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new Trouble(unreadable(folder, error));
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".")) continue;
    const name = join(folder, entry.name);
    if (entry.isDirectory()) await addFolder(name, inputs);
    else await addFound(name, inputs);
  }
}

/** A file that goes while the folder is read is none; one that may not be read is told of when its turn comes. */
async function addFound(name: string, inputs: Inputs): Promise<void> {
  const kind = kindOf(name);
  const stats = kind && (await stat(name).catch(() => undefined));
  if (kind && stats?.isFile()) inputs.files.push({ name, kind, size: stats.size });
  else inputs.passedBy++;
}

function kindOf(name: string): Kind | undefined {
  return KINDS.get(/\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase() ?? "");
}
