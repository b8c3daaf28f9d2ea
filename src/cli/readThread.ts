// What a worker thread does: reads the files that it is told of, one at a time, and hands over what stood in them.
import type { MessagePort } from "node:worker_threads";
import type { Input } from "./inputs.js";
import type { Api, Io } from "./io.js";
import type { FileRead } from "./readAhead.js";
import { readInput } from "./readers.js";

/** Serves the thread that started this one, until it ends this one. */
export function serveReading(port: MessagePort, api: Api, io: Io): void {
  port.on("message", async (file: Input) => port.postMessage(await readWhole(file, api, io)));
}

async function readWhole(file: Input, api: Api, io: Io): Promise<FileRead> {
  const read: FileRead = { readings: [], bytes: 0 };
  const onBytes = (count: number): void => {
    read.bytes += count;
  };
  for await (const reading of readInput(file, api, io, onBytes)) read.readings.push(reading);
  return read;
}
