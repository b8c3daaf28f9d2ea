// In: arguments and the streams. Out: the exit status. Which command runs, what its options are, and how trouble is
// told: results go to standard output, one line about what went wrong goes to standard error.
import { Command, CommanderError, Option } from "commander";
import { SamestoryError } from "../index.js";
import { describeCompare, runCompare } from "./compare.js";
import { runDedupe } from "./dedupe.js";
import { type DedupeOptions, describeDedupe } from "./dedupeOptions.js";
import { type DiffOptions, describeDiff, runDiff } from "./diff.js";
import { runHistory } from "./history.js";
import { type Api, Exit, type Io, Trouble } from "./io.js";
import { type OutputOptions, oneLine, parseWidth } from "./output.js";

const HELP = `
A and B are text files in UTF-8 (the text of a page as you would copy it from a
browser, menus and teasers included, or an article alone) or pages in HTML. A
file named .json holds one article: { "text": "...", "title": "..." }.
"-" reads standard input. For dedupe see "samestory help dedupe".

Examples:
  samestory compare monday.txt tuesday.txt
  samestory diff monday.txt tuesday.txt
  samestory dedupe feed.jsonl
`;

/** Runs one command line (without the names of the program). */
export async function run(args: string[], version: string, api: Api, io: Io): Promise<number> {
  const outcome = { status: Exit.trouble as number };
  const program = newProgram(version, args, io);
  addOutputOptions(describeCompare(program.command("compare"))).action(
    async (a: string, b: string, options: OutputOptions) => {
      outcome.status = await runCompare(a, b, options, api, io);
    },
  );
  addOutputOptions(describeDiff(program.command("diff")))
    .argument("[more...]", "later versions: all are laid out as a history")
    .addOption(new Option("--style <which>", "style edits to show").choices(["all", "none"]).default("all"))
    .option("--html <file>", "write the diff as a page to a file, and print the name of the file")
    .action(async (a: string, b: string, more: string[], options: DiffOptions) => {
      outcome.status =
        more.length === 0 ? await runDiff(a, b, options, api, io) : await runHistory([a, b, ...more], options, api, io);
    });
  describeDedupe(program.command("dedupe")).action(async (names: string[], options: DedupeOptions) => {
    outcome.status = await runDedupe(names, options, api, io);
  });
  try {
    refuseUnknownHelp(program, args);
    await program.parseAsync(args, { from: "user" });
    return outcome.status;
  } catch (error) {
    return told(error, io);
  }
}

/** commander prints the general help of a command that it does not know. */
function refuseUnknownHelp(program: Command, [first, name]: readonly string[]): void {
  if (first !== "help" || name === undefined || name.startsWith("-")) return;
  if (name !== "help" && !program.commands.some((command) => command.name() === name)) {
    program.error(`error: unknown command '${name}'`);
  }
}

function newProgram(version: string, args: readonly string[], io: Io): Command {
  return new Command("samestory")
    .description("Tells whether news articles are versions of one story, and what an editor changed.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(`samestory: ${refusal(text, args)}\n`),
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
    .addHelpText("after", HELP);
}

/** What commander says of a command line; where it has no remedy of its own, the help of the command is one. */
function refusal(text: string, [command]: readonly string[]): string {
  const told = oneLine(text.replace(/^error: /u, ""));
  if (/\(Did you mean|\. (?:It must|Allowed choices)/u.test(told)) return told;
  const known = command === "compare" || command === "diff" || command === "dedupe";
  return `${told.replace(/\.$/u, "")}: see "samestory help${known ? ` ${command}` : ""}"`;
}

function addOutputOptions(command: Command): Command {
  return command
    .argument("<A>", 'first article: a file, or "-" for standard input')
    .argument("<B>", "second article, likewise")
    .option("--json", "print the whole result as JSON, for programs")
    .option("--color", "use colours (default: in a terminal, unless NO_COLOR is set)")
    .option("--no-color", "use no colours")
    .option("--width <columns>", "columns of the widest line (default: of the terminal, else 80)", parseWidth);
}

/** Tells the trouble and gives the exit status: 0 where help or the version was asked for. */
function told(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.yes : Exit.trouble; // it has told it
  if (error instanceof Trouble || error instanceof SamestoryError) {
    io.stderr.write(`samestory: ${oneLine(error.message)}\n`);
    return Exit.trouble;
  }
  // A mistake of ours: the place it came from is worth more than a short message.
  const where = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.stderr.write(`samestory: this should not happen, please report it:\n${where}\n`);
  return Exit.trouble;
}
