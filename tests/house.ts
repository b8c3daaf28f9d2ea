/**
 * The rules of the house, as functions over source text: path in, list of faults out.
 * `structure.test.ts` runs them over `src/` and over small sources that break each rule.
 */
import { builtinModules } from "node:module";
import ts from "typescript";

/** Source files by path from the project's root, with forward slashes. */
export type Sources = ReadonlyMap<string, string>;

/** The ways into the package. Only these may be named `index`, and only these are open to the command line and the stores. */
export const entries = ["src/index.ts", "src/render/index.ts", "src/extract/index.ts"];

/** Room (folder or file under src/) -> the rooms it may import from. Its own files are always open to it. */
const arrows: Record<string, { values: string[]; types?: string[] }> = {
  article: { values: [] },
  errors: { values: [] },
  text: { values: ["article", "errors"] },
  extract: { values: ["article", "errors", "text"] },
  fingerprint: { values: ["article", "errors", "text", "extract"] },
  candidates: { values: ["article", "errors", "fingerprint"] },
  diff: { values: ["article", "errors", "text", "extract"] },
  compare: { values: ["article", "errors", "text", "extract", "fingerprint", "diff"] },
  stories: { values: ["article", "errors", "text", "extract", "fingerprint", "candidates", "diff", "compare"] },
  render: { values: ["errors"], types: ["article", "diff", "compare"] },
  stores: { values: ["index"] },
  cli: { values: ["index", "render", "extract"] },
  index: {
    values: ["article", "errors", "text", "extract", "fingerprint", "candidates", "diff", "compare", "stories"],
  },
};

/** Names that say nothing about what is inside. */
const emptyNames = new Set(["utils", "util", "types", "index", "helpers", "common", "misc", "shared"]);

/** Files and folders outside the core: here Node's own modules (or a page parser) are allowed. */
const outsideCore = [/^src\/cli\//, /^src\/stores\//, /^src\/extract\/(html|feed)\.ts$/];

/** Globals that read the machine, the clock or chance, or reach the outside. */
const outsideGlobals = new Set([
  ..."process Buffer global require module __dirname __filename performance crypto console".split(" "),
  ..."window document self navigator location localStorage sessionStorage fetch XMLHttpRequest WebSocket".split(" "),
  ..."setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame Deno Bun".split(" "),
]);

/** Methods that follow the machine's own language when the locale is left out; value: how many arguments name it. */
const localeMethods: Record<string, number> = {
  toLocaleLowerCase: 1,
  toLocaleUpperCase: 1,
  toLocaleString: 1,
  localeCompare: 2,
};

interface Import {
  specifier: string;
  typeOnly: boolean;
  at: string;
}

export function isCore(path: string): boolean {
  return path.startsWith("src/") && !outsideCore.some((pattern) => pattern.test(path));
}

/** Imports that break the arrows, lead nowhere, or pass by the public entries. */
export function arrowFaults(sources: Sources): string[] {
  const faults: string[] = [];
  for (const [path, text] of sources) {
    const from = roomOf(path);
    const allowed = arrows[from];
    if (allowed === undefined) {
      faults.push(`${path}: room "${from}" is not on the plan`);
      continue;
    }
    for (const { specifier, typeOnly, at } of importsOf(path, text)) {
      if (!specifier.startsWith(".")) continue;
      const target = resolve(path, specifier);
      if (!sources.has(target)) {
        if (!specifier.endsWith(".json")) faults.push(`${at}: "${specifier}" leads to no source file`);
        continue;
      }
      const to = roomOf(target);
      if (to === from && !(to === "index")) continue;
      const open = allowed.values.includes(to) || (typeOnly && (allowed.types ?? []).includes(to));
      const byTheDoor = (from !== "cli" && from !== "stores") || entries.includes(target);
      if (!open || !byTheDoor) faults.push(`${at}: ${from} may not import ${typeOnly ? "types of " : ""}${target}`);
    }
  }
  return faults;
}

/** Import cycles, each once, types included. */
export function cycleFaults(sources: Sources): string[] {
  const faults: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): void => {
    const loop = trail.indexOf(path);
    if (loop >= 0) {
      faults.push([...trail.slice(loop), path].join(" -> "));
      return;
    }
    if (done.has(path)) return;
    for (const { specifier } of importsOf(path, sources.get(path) ?? "")) {
      const target = resolve(path, specifier);
      if (specifier.startsWith(".") && sources.has(target)) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of sources.keys()) visit(path, []);
  return faults;
}

/** Packages imported by the source that are neither run-time dependencies nor bundled; Node's own modules in the core. */
export function packageFaults(sources: Sources, installed: readonly string[]): string[] {
  const faults: string[] = [];
  for (const [path, text] of sources) {
    for (const { specifier, at } of importsOf(path, text)) {
      if (specifier.startsWith(".")) continue;
      const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
      const builtin = specifier.startsWith("node:") || builtinModules.includes(name);
      if (builtin && isCore(path)) faults.push(`${at}: the core may not import Node's "${specifier}"`);
      if (!builtin && !installed.includes(name)) faults.push(`${at}: "${name}" is no dependency of the package`);
    }
  }
  return faults;
}

/** Files and folders with a name that says nothing. */
export function nameFaults(sources: Sources): string[] {
  return [...sources.keys()].filter(
    (path) => !entries.includes(path) && path.split("/").some((part) => emptyNames.has(part.replace(/\..*$/, ""))),
  );
}

/** Statements of src/index.ts that are more than a re-export by name. */
export function indexFaults(sources: Sources): string[] {
  const path = "src/index.ts";
  const file = ts.createSourceFile(path, sources.get(path) ?? "", ts.ScriptTarget.Latest, true);
  return file.statements
    .filter(
      (s) => !(ts.isExportDeclaration(s) && s.moduleSpecifier && s.exportClause && ts.isNamedExports(s.exportClause)),
    )
    .map((s) => `${place(s)}: only "export { name } from" belongs here`);
}

/** A compiler program over sources in memory; the compiler's own declarations come from disk. */
export function programOf(sources: Sources, root: string): ts.Program {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    // Node's types for the command line's sake: without them all that it takes from Node would be any.
    lib: ["lib.es2022.d.ts"],
    types: ["node"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    resolveJsonModule: true,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options, true);
  const held = new Map([...sources].map(([path, text]) => [`${root}/${path}`, text]));
  const onDisk = { read: host.readFile, has: host.fileExists, source: host.getSourceFile };
  host.getCurrentDirectory = () => root;
  host.fileExists = (file) => held.has(file) || onDisk.has(file);
  host.readFile = (file) => held.get(file) ?? onDisk.read(file);
  host.getSourceFile = (file, language, ...rest) => {
    const text = held.get(file);
    if (text !== undefined) return ts.createSourceFile(file, text, language, true);
    const known = libraries.get(file) ?? onDisk.source(file, language, ...rest);
    if (known !== undefined && file.includes("/node_modules/")) libraries.set(file, known);
    return known;
  };
  return ts.createProgram({ rootNames: [...held.keys()], options, host });
}

// Parsing the declarations of the compiler and of Node takes most of a second; they are the same for every program.
const libraries = new Map<string, ts.SourceFile>();

/** `any`, written or inferred: in declarations, results, and casts of a value that was `any`. */
export function anyFaults(program: ts.Program, root: string): string[] {
  const checker = program.getTypeChecker();
  const isAny = (node: ts.Node): boolean => (checker.getTypeAtLocation(node).flags & ts.TypeFlags.Any) !== 0;
  return everyNode(program, root, (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) return "any";
    if (
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isPropertyDeclaration(node)
    ) {
      return ts.isIdentifier(node.name) && isAny(node) ? `${node.name.text} is implicitly any` : undefined;
    }
    if (ts.isAsExpression(node) && node.type.kind !== ts.SyntaxKind.UnknownKeyword && isAny(node.expression)) {
      return "a cast from any; go through unknown and look";
    }
    if (ts.isReturnStatement(node) && node.expression && isAny(node.expression)) return "returns any";
    return undefined;
  });
}

/** What makes the core depend on the machine it runs on: clock, chance, locale, Node, DOM. */
export function purityFaults(program: ts.Program, root: string): string[] {
  const checker = program.getTypeChecker();
  // A local variable may be called `window`; the global may not be used.
  const isOwn = (name: ts.Identifier): boolean =>
    (checker.getSymbolAtLocation(name)?.declarations ?? []).some(
      (d) => !d.getSourceFile().isDeclarationFile && (ts.getCombinedModifierFlags(d) & ts.ModifierFlags.Ambient) === 0,
    );
  return everyNode(program, root, (node, path) => {
    if (!isCore(path)) return undefined;
    if (ts.isIdentifier(node) && outsideGlobals.has(node.text) && isReference(node) && !isOwn(node)) return node.text;
    if (ts.isIdentifier(node) && node.text === "Date" && isReference(node) && !isOwn(node)) return clockUse(node);
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() === "Math" && node.name.text === "random") {
      return "Math.random";
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const method = node.expression.name.text;
      const needed = Object.hasOwn(localeMethods, method) ? localeMethods[method] : undefined;
      if (needed !== undefined && node.arguments.length < needed) return `${method} without a locale`;
    }
    return undefined;
  });
}

/** Exports reachable from the entries that have no doc comment. */
export function docFaults(program: ts.Program, root: string): string[] {
  const checker = program.getTypeChecker();
  const faults: string[] = [];
  for (const entry of entries) {
    const file = program.getSourceFile(`${root}/${entry}`);
    const module = file && checker.getSymbolAtLocation(file);
    if (module === undefined) {
      faults.push(`${entry}: exports nothing`);
      continue;
    }
    for (const exported of checker.getExportsOfModule(module)) {
      const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
      const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
      if (symbol.getDocumentationComment(checker).length === 0)
        faults.push(`${entry}: ${exported.name} has no doc comment`);
    }
  }
  return faults;
}

function everyNode(
  program: ts.Program,
  root: string,
  check: (node: ts.Node, path: string) => string | undefined,
): string[] {
  const faults: string[] = [];
  for (const file of program.getSourceFiles()) {
    if (file.isDeclarationFile || !file.fileName.startsWith(`${root}/src/`)) continue;
    const path = file.fileName.slice(root.length + 1);
    const visit = (node: ts.Node): void => {
      const fault = check(node, path);
      if (fault !== undefined) faults.push(`${path}:${lineOf(node)}: ${fault}`);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return faults;
}

/** `Date` used for anything but reading a given time: `new Date(x)`, `Date.parse`, `Date.UTC`, `instanceof Date`, a type. */
function clockUse(name: ts.Identifier): string | undefined {
  const parent = name.parent;
  if (ts.isNewExpression(parent))
    return (parent.arguments?.length ?? 0) === 0 ? "new Date() without a time" : undefined;
  if (ts.isCallExpression(parent) && parent.expression === name) return "Date()";
  if (ts.isPropertyAccessExpression(parent) && parent.name.text === "now") return "Date.now";
  return undefined;
}

/** False for names that only look like a global: `x.document`, `{ window: 1 }`, a type member. */
function isReference(name: ts.Identifier): boolean {
  const parent = name.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === name;
  if (ts.isQualifiedName(parent)) return parent.left === name;
  const isMemberName =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isEnumMember(parent);
  return !(isMemberName && parent.name === name) && !(ts.isBindingElement(parent) && parent.propertyName === name);
}

function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier && ts.isStringLiteral(specifier))
      found.push({ specifier: specifier.text, typeOnly, at: place(node) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    }
    if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node, node.argument.literal, true);
    if (ts.isCallExpression(node)) {
      const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
      if (isImport || node.expression.getText() === "require") add(node, node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

function resolve(from: string, specifier: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/").replace(/\.js$/, ".ts");
}

function roomOf(path: string): string {
  return (path.split("/")[1] ?? "").replace(/\.ts$/, "");
}

function lineOf(node: ts.Node): number {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}

function place(node: ts.Node): string {
  return `${node.getSourceFile().fileName}:${lineOf(node)}`;
}
