// A progress bar on standard error, where that is a terminal; nothing at all on a pipe or in a log. Without colours.
import cliProgress from "cli-progress";
import type { Input } from "./inputs.js";
import type { Io, Sink } from "./io.js";
import { oneLine } from "./output.js";

/** Tells a person how far the work is. */
export interface Progress {
  /** So many more bytes were read. */
  read(bytes: number): void;
  /** So many articles are there. */
  count(articles: number): void;
  /** Writes a line that stays. */
  note(line: string): void;
  /** What is done now, all read; in place of the bar. */
  phase(doing: string): void;
  /** Takes the bar away, once. */
  stop(): void;
}

/** Back to the start of the line, and away with what stands there. */
const CLEAR = "\r\u001b[K";
const BAR_WIDTH = 24;
/** What stands beside the bar; on a narrow terminal the bar gives way. */
const BESIDE_BAR = 52;
/** Readings of the speed that the time left is made of: enough to ride out a large article. */
const ETA_READINGS = 50;

/** Starts telling the progress of reading files. */
export function startProgress(files: readonly Input[], { stderr, env }: Io): Progress {
  const note = (line: string): void => stderr.write(`samestory: ${oneLine(line)}\n`);
  if (!stderr.isTTY || env.TERM === "dumb") return silent(note);
  const total = files.reduce((sum, { size }) => sum + (size ?? Number.NaN), 0);
  return Number.isNaN(total) ? barOf(1, COUNTED, stderr, note) : barOf(total, MEASURED, stderr, note);
}

function silent(note: Progress["note"]): Progress {
  const nothing = (): void => {};
  return { read: nothing, count: nothing, note, phase: nothing, stop: nothing };
}

const MEASURED = "{bar} {percentage}%  {articles} articles  {rate}/s  {eta_formatted} left";
/** Where a pipe is read nobody knows how much is to come. */
const COUNTED = "{articles} articles  {rate}/s  {duration_formatted}";

function barOf(total: number, format: string, stderr: Sink, note: (line: string) => void): Progress {
  const bar = new cliProgress.SingleBar({
    terminal: terminalOn(stderr),
    format,
    barsize: Math.min(BAR_WIDTH, Math.max(0, columnsOf(stderr) - BESIDE_BAR)),
    barCompleteChar: "#",
    barIncompleteChar: ".",
    clearOnComplete: true,
    etaBuffer: ETA_READINGS,
  });
  const started = Date.now();
  let isShown = true;
  let bytes = 0;
  let articles = 0;
  const payload = (): Record<string, string> => {
    const seconds = (Date.now() - started) / 1000;
    return { articles: String(articles), rate: seconds > 0 ? String(Math.round(articles / seconds)) : "0" };
  };
  bar.start(total, 0, payload());
  return {
    read: (count) => {
      bytes += count;
      bar.update(Math.min(bytes, total), payload());
    },
    count: (count) => {
      articles = count;
    },
    note: (line) => {
      stderr.write(CLEAR);
      note(line);
    },
    phase: (doing) => {
      bar.stop();
      stderr.write(`${CLEAR}${doing} …`);
    },
    stop: () => {
      if (!isShown) return;
      isShown = false;
      bar.stop();
      stderr.write(CLEAR);
    },
  };
}

/** Never saves and restores the cursor, as the package's own does: lines that were written in between would be lost. */
function terminalOn(sink: Sink): cliProgress.Terminal {
  const width = (): number => columnsOf(sink);
  return {
    cursorSave: () => {},
    cursorRestore: () => {},
    cursor: () => {},
    cursorTo: () => sink.write("\r"),
    clearRight: () => sink.write("\u001b[K"),
    clearLine: () => sink.write("\u001b[2K"),
    lineWrapping: () => {},
    newline: () => sink.write("\n"),
    write: (text) => sink.write(text.slice(0, width() - 1)),
    isTTY: () => true,
    getWidth: width,
  };
}

/** Some terminals say 0 for what they do not know. */
function columnsOf({ columns = 0 }: Sink): number {
  return columns > 0 ? columns : 80;
}
