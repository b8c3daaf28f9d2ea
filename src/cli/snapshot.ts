// Keeps an index in a file between runs. The new one is written beside the old one, brought to the disk and renamed over
// it: a crash at any moment leaves the old or the new one, whole.
import { randomBytes } from "node:crypto";
import type { BigIntStats } from "node:fs";
import { access, constants, type FileHandle, open, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { SamestoryError, type StoryIndex, type StoryIndexOptions } from "../index.js";
import { unreadable } from "./input.js";
import { type Api, Trouble } from "./io.js";
import { unwritable } from "./report.js";

/** An index and the file that it is kept in. */
export interface KeptIndex {
  index: StoryIndex;
  /** As the user named it. */
  name: string;
  /** Where it is, links followed. */
  path: string;
  /** Which file was read; undefined where there was none. */
  former: Former | undefined;
}

interface Former {
  identity: string;
  mode: number;
}

/** Node reads and writes less than 2 GB at once. */
const PIECE = 256 * 1024 * 1024;
/** A file beside that is older was left by a run that was killed. */
const LEFT_OVER_MS = 3_600_000;

/** Opens the index of a file, or a new one where there is no file. */
export async function openIndex(name: string, options: StoryIndexOptions, api: Api): Promise<KeptIndex> {
  const path = await realpath(name).catch(() => resolve(name));
  try {
    await access(dirname(path), constants.W_OK);
  } catch (error) {
    throw new Trouble(`the index ${unwritable(name, error)}`);
  }
  const file = await open(path, "r").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new Trouble(unreadable(name, error));
  });
  if (file === undefined) return { index: api.newIndex(options), name, path, former: undefined };
  try {
    const stats = await file.stat({ bigint: true });
    if (!stats.isFile()) throw new Trouble(`${name} is no file: give the index a name of its own`);
    const index = readIndex(await readAll(file, Number(stats.size)), name, options, api);
    return { index, name, path, former: { identity: identityOf(stats), mode: Number(stats.mode) & 0o777 } };
  } finally {
    await file.close();
  }
}

function readIndex(bytes: Uint8Array, name: string, options: StoryIndexOptions, api: Api): StoryIndex {
  try {
    return api.indexFromBytes(bytes, options);
  } catch (error) {
    if (!(error instanceof SamestoryError)) throw error;
    // A file of another kind is somebody's: nobody should be told to remove it.
    const isForeign = error.message.startsWith("This is not a samestory story index");
    const remedy = isForeign
      ? "Give the index another name."
      : "Give the index another name, or remove this file to start anew.";
    throw new Trouble(`${name} is no index that can be read: ${error.message} ${remedy}`);
  }
}

async function readAll(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const { bytesRead } = await file.read(bytes, at, Math.min(PIECE, size - at), at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}

/** An index that was brought to the disk, and is not yet in the place of the former one. */
export interface Written {
  putInPlace(): Promise<void>;
  /** Takes it away, where it is still beside. */
  drop(): Promise<void>;
}

/** Writes the index beside its file. All that may fail fails here, but for another run that comes in between. */
export async function writeIndex({ index, name, path, former }: KeptIndex): Promise<Written> {
  const beside = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  const drop = (): Promise<void> => rm(beside, { force: true }).catch(() => undefined);
  const orDrop = async (step: () => Promise<void>): Promise<void> => {
    try {
      await step();
    } catch (error) {
      await drop();
      if (error instanceof Trouble || codeOf(error) === undefined) throw error;
      throw new Trouble(`the index ${name} cannot be written: ${reason(error)}; the former one is as it was`);
    }
  };
  await orDrop(async () => {
    await writeBeside(beside, index.toBytes(), former?.mode ?? 0o666);
    await refuseIfChanged(name, path, former);
  });
  const putInPlace = async (): Promise<void> => {
    await orDrop(async () => {
      await refuseIfChanged(name, path, former);
      await rename(beside, path);
      await syncFolder(dirname(path));
    });
    await removeLeftOvers(path);
  };
  return { putInPlace, drop };
}

async function writeBeside(beside: string, bytes: Uint8Array, mode: number): Promise<void> {
  const file = await open(beside, "wx", mode);
  try {
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await file.write(bytes, at, Math.min(PIECE, bytes.length - at));
      at += bytesWritten;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Two runs at a time would each forget what the other had learned: the later one says so and leaves the file. */
async function refuseIfChanged(name: string, path: string, former: Former | undefined): Promise<void> {
  const now = await stat(path, { bigint: true }).catch(() => undefined);
  if ((now && identityOf(now)) === former?.identity) return;
  throw new Trouble(`the index ${name} was changed by another run meanwhile and is left as it is: run this one again`);
}

function identityOf({ dev, ino, size, mtimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs].join(" ");
}

/** Brings the new name to the disk; not every system can. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Best effort: what is left only takes room. */
async function removeLeftOvers(path: string): Promise<void> {
  const start = `${basename(path)}.`;
  for (const entry of await readdir(dirname(path)).catch(() => [])) {
    if (!entry.startsWith(start) || !/^[0-9a-f]{8}\.tmp$/u.test(entry.slice(start.length))) continue;
    const leftOver = join(dirname(path), entry);
    const stats = await stat(leftOver).catch(() => undefined);
    if (stats && Date.now() - stats.mtimeMs > LEFT_OVER_MS) await rm(leftOver, { force: true }).catch(() => undefined);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
