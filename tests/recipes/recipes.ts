// The code of docs/recipes.md, as files: each block whose first line names one. Compiled and bundled as a reader would.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type BuildOptions, build } from "esbuild";
import ts from "typescript";
import { libraryEntries } from "../entries.js";

const root = resolve(import.meta.dirname, "../..");
const entries = Object.fromEntries(
  Object.entries(libraryEntries()).map(([name, file]) => [
    name === "index" ? "samestory" : `samestory/${name}`,
    join(root, file),
  ]),
);

/** Code by the name of its file. */
export const recipes: ReadonlyMap<string, string> = new Map(
  [...readFileSync(join(root, "docs/recipes.md"), "utf8").matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].flatMap(
    ([, code = ""]) => {
      const name = /^(?:\/\/|#!.*\n#) (\w+\.\w+)\n/.exec(code)?.[1];
      return name === undefined ? [] : [[name, code] as const];
    },
  ),
);

/** Writes the recipes into a new folder below node_modules, so that they find the packages of the project. */
export function writeRecipes(): string {
  mkdirSync(join(root, "node_modules/.cache"), { recursive: true });
  const folder = mkdtempSync(join(root, "node_modules/.cache/samestory-recipes-"));
  for (const [name, code] of recipes) writeFileSync(join(folder, name), code);
  return folder;
}

/** What the compiler has against a file; `types` are the global ones it may count on. */
export function typeFaults(file: string, types: readonly string[]): string[] {
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts"],
    types: [...types],
    typeRoots: [join(root, "node_modules/@types")],
    paths: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, [path]])),
    resolveJsonModule: true,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  });
  const source = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"),
  );
}

/** Bundles a recipe with the library as it stands in src; gives the path of the bundle. */
export async function bundleRecipe(file: string, options: BuildOptions): Promise<string> {
  const outfile = file.replace(/\.ts$/, ".bundle.mjs");
  await build({ entryPoints: [file], outfile, alias: entries, bundle: true, logLevel: "error", ...options });
  return outfile;
}
