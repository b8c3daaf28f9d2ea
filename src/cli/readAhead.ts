// In: the files to read. Out: their readings, in the order of the files whatever the number of threads. Finding the
// article in a page takes several times as long as putting it with its story, so pages and feeds can be read ahead in
// worker threads. Lines and lists stay here: handing their articles over would cost as much as reading them. So does
// making articles ready for the index (words, samples): that is 15% of adding them, the rest is comparing, in order.
import type { Worker } from "node:worker_threads";
import { shown } from "./input.js";
import type { Input, Kind } from "./inputs.js";
import { type Api, type Io, Trouble } from "./io.js";
import { type Reading, readInput } from "./readers.js";

/** What a thread makes of a file; see `readThread.ts`. */
export interface FileRead {
  readings: Reading[];
  bytes: number;
}

/** How files are read. */
export interface ReadingOptions {
  api: Api;
  io: Io;
  /** Threads beside this one; with one there are none, and all is done here. */
  workers: number;
  /** Is told how many more bytes came in. */
  onBytes: (count: number) => void;
}

/** Files that are read ahead for each thread: enough that none waits, and memory does not grow with the folder. */
const AHEAD = 4;

const FOR_THREADS: ReadonlySet<Kind> = new Set<Kind>(["text", "html", "feed"]);

/** Reads files in their order. */
export async function* readInputs(files: readonly Input[], options: ReadingOptions): AsyncGenerator<Reading> {
  const { api, io, workers, onBytes } = options;
  const forThreads = files.filter(({ kind }) => FOR_THREADS.has(kind));
  const count = Math.min(workers, forThreads.length);
  if (count < 2 || io.startReader === undefined) {
    for (const file of files) yield* readInput(file, api, io, onBytes);
    return;
  }
  const threads = startThreads(count, io.startReader);
  const ahead: Promise<FileRead>[] = [];
  try {
    let next = 0;
    for (const file of files) {
      while (ahead.length < count * AHEAD && next < forThreads.length) ahead.push(threads.read(forThreads[next++]));
      if (!FOR_THREADS.has(file.kind)) {
        yield* readInput(file, api, io, onBytes);
        continue;
      }
      const read = await ahead.shift();
      onBytes(read?.bytes ?? 0);
      yield* read?.readings ?? [];
    }
  } finally {
    threads.stop();
  }
}

interface Threads {
  read(file: Input): Promise<FileRead>;
  stop(): void;
}

interface Job {
  file: Input;
  done: (read: FileRead) => void;
  failed: (trouble: Trouble) => void;
}

/** Threads that each read one file at a time. */
function startThreads(count: number, start: () => Worker): Threads {
  const waiting: Job[] = [];
  const idle: (() => void)[] = [];
  const workers = Array.from({ length: count }, () => {
    const worker = start();
    let job: Job | undefined;
    let end: string | undefined;
    const next = (): void => {
      job = waiting.shift();
      if (job === undefined) idle.push(next);
      else if (end === undefined) worker.postMessage(job.file);
      else job.failed(stopped(job.file, end));
    };
    const fail = (why: string): void => {
      end ??= why;
      job?.failed(stopped(job.file, end));
    };
    worker.on("message", (read: FileRead) => {
      job?.done(read);
      next();
    });
    worker.on("error", (error: Error) => fail(error.message));
    worker.on("exit", (code) => fail(`exit ${code}`));
    next();
    return worker;
  });
  return {
    read: (file) => {
      const read = new Promise<FileRead>((done, failed) => waiting.push({ file, done, failed }));
      read.catch(() => undefined); // it is told of when its turn comes, or never, if the run stops before
      idle.shift()?.();
      return read;
    },
    stop: () => {
      for (const worker of workers) void worker.terminate();
    },
  };
}

function stopped({ name }: Input, why: string): Trouble {
  return new Trouble(`the thread that read ${shown(name)} stopped (${why}): leave the file out, or try --workers 1`);
}
