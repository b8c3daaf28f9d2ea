// The program as one file, for tests that run it as a process.
import { join } from "node:path";
import { build, type Plugin } from "esbuild";

const root = join(import.meta.dirname, "../..");

/** Bundles the program and gives the path of it. */
export async function bundleProgram(folder: string, name = "program.mjs", plugins: Plugin[] = []): Promise<string> {
  const outfile = join(folder, name);
  await build({
    entryPoints: [join(root, "src/cli/main.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    // Bundled CommonJS (commander) asks for Node's modules by require, which an ES module does not have.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    outfile,
    plugins,
    logLevel: "error",
  });
  return outfile;
}
