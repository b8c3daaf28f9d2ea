// In: the name of a file and a report. Out: the file, there whole or not at all.
import { access, constants, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { Trouble } from "./io.js";

/** Refuses a file that could not be written, before there is anything to write. */
export async function refuseUnwritable(name: string): Promise<void> {
  try {
    await access(dirname(resolve(name)), constants.W_OK);
  } catch (error) {
    throw new Trouble(unwritable(name, error));
  }
  const stats = await stat(name).catch(() => undefined);
  if (stats?.isDirectory()) throw new Trouble(`${name} is a directory: name a file in it`);
}

/** Writes beside and renames, so that an old report stays until the new one is whole. */
export async function writeReport(name: string, report: string): Promise<void> {
  const beside = `${name}.${process.pid}.tmp`;
  try {
    await writeFile(beside, report);
    await rename(beside, name);
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
