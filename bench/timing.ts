/**
 * How long something takes, in time on the processor: what else the machine does is no matter.
 * Threads that collect garbage or compile are counted, since a loaded machine pays for them too.
 */
import { Bench } from "tinybench";

/** How long a measurement may go on. */
export interface Budget {
  /** Milliseconds of warm-up, and of measuring. */
  warmup: number;
  time: number;
  /** At least so many rounds, however long one takes. */
  rounds: number;
}

export const WHOLE: Budget = { warmup: 1000, time: 2000, rounds: 7 };
export const QUICK: Budget = { warmup: 400, time: 250, rounds: 3 };

/** Time of one item. */
export interface Timing {
  milliseconds: number;
  /** Median distance of the rounds from their median, as a share of it. */
  spread: number;
}

const COLLECTIONS = 4;
/** Milliseconds. */
const PAUSE = 50;

/** Milliseconds on the processor since the process began. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Median time of an item, over rounds that do all items once; `work` is called with each item's number. */
export function timeOf(items: number, budget: Budget, work: (item: number) => unknown): Timing {
  const bench = new Bench({
    now: processorTime,
    time: budget.time,
    iterations: budget.rounds,
    warmupTime: budget.warmup,
    warmupIterations: 1,
    throws: true,
  });
  bench.add("items", () => {
    let last: unknown;
    for (let item = 0; item < items; item++) last = work(item);
    return last;
  });
  const [task] = bench.runSync();
  const { result } = task;
  if (!("latency" in result)) throw new Error(`a measurement ended as ${result.state}`);
  const { p50, mad } = result.latency;
  return { milliseconds: p50 / items, spread: mad / p50 };
}

/** Bytes that live objects take, buffers included; the process has to run with --expose-gc. */
export function memoryUsed(): number {
  // Buffers are given back late, by another thread: a collection finds what the one before has let go of.
  for (let i = 0; i < COLLECTIONS; i++) {
    globalThis.gc?.();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
