// In: the name of a file and a report. Out: the file, there whole or not at all.
import { access, chmod, constants, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { Trouble } from "./io.js";

/** Refuses a report that would take the place of what is read, or could not be written, before there is anything to write. */
export async function refuseReport(report: string, names: readonly string[]): Promise<void> {
  if (report === "-") throw new Trouble("a report goes into a file: give its name");
  const path = await placeOf(report);
  for (const name of names) {
    if ((await placeOf(name)) === path) throw new Trouble(`the report would overwrite ${name}: give it another name`);
  }
  await refuseUnwritable(report);
}

/** Where a file is, links followed. */
async function placeOf(name: string): Promise<string> {
  return await realpath(name).catch(() => resolve(name));
}

async function refuseUnwritable(name: string): Promise<void> {
  try {
    await access(dirname(resolve(name)), constants.W_OK);
  } catch (error) {
    throw new Trouble(unwritable(name, error));
  }
  const stats = await stat(name).catch(() => undefined);
  if (stats?.isDirectory()) throw new Trouble(`${name} is a directory: name a file in it`);
}

/**
 * Writes beside and renames, so that an old report stays until the new one is whole; who may read it stays as it was. What is no
 * file, a pipe or a device, is written to as it is.
 */
export async function writeReport(name: string, report: string): Promise<void> {
  const path = await placeOf(name);
  const beside = `${path}.${process.pid}.tmp`;
  try {
    const former = await stat(path).catch(() => undefined);
    if (former && !former.isFile()) return await writeFile(path, report);
    await writeFile(beside, report, { mode: 0o600 });
    await chmod(beside, former ? former.mode & 0o777 : 0o666 & ~process.umask());
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw new Trouble(unwritable(name, error));
  }
}

/** Why a file could not be written, and what to do. */
export function unwritable(name: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return `${name} cannot be written: its folder does not exist`;
  if (code === "EISDIR" || code === "ENOTEMPTY") return `${name} is a directory: name a file in it`;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return `${name} may not be written: check its permissions`;
  return `${name} cannot be written: ${error instanceof Error ? error.message : String(error)}`;
}
