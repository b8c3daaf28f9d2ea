import type { ChildProcess } from "node:child_process";

/** How a program ended, and what it printed. */
export interface Ended {
  status: number | null;
  out: string;
  err: string;
}

/** Waits for the end of a program; `read` says how many bytes of its output are read before the pipe is closed. */
export function ended(child: ChildProcess, read = Number.POSITIVE_INFINITY): Promise<Ended> {
  return new Promise((done, fail) => {
    let out = "";
    let err = "";
    child.stdout?.on("data", (chunk) => {
      out += chunk;
      if (out.length >= read) child.stdout?.destroy();
    });
    child.stderr?.on("data", (chunk) => {
      err += chunk;
    });
    child.on("error", fail);
    child.on("close", (status) => done({ status, out, err }));
  });
}
