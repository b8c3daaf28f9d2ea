// In: a chunk of the library. Out: the same with the regular expressions that ask for properties of characters (\p{…},
// \P{…}) made when they are first used. An engine checks every regular expression of a file when it reads the file, those
// of functions that never run too, and for these it fetches sets of characters: a fifth of the time of an import.
import ts from "typescript";

const CLASS = `class LaterRegExp {
  constructor(source, flags) { this.source = source; this.flags = flags; }
  made() { return (this.regExp ??= new RegExp(this.source, this.flags)); }
  test(text) { return this.made().test(text); }
  exec(text) { return this.made().exec(text); }
  [Symbol.match](text) { return this.made()[Symbol.match](text); }
  [Symbol.matchAll](text) { return this.made()[Symbol.matchAll](text); }
  [Symbol.replace](text, by) { return this.made()[Symbol.replace](text, by); }
  [Symbol.search](text) { return this.made()[Symbol.search](text); }
  [Symbol.split](text, most) { return this.made()[Symbol.split](text, most); }
}
`;

/** Rewrites a chunk. What it makes can do what strings and the library do with a regular expression; it has no `lastIndex`. */
export function makePatternsLater(code: string): string {
  const source = ts.createSourceFile("chunk.js", code, ts.ScriptTarget.ES2022);
  let out = "";
  let copied = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node) && /\\p\{/i.test(node.text)) {
      const end = node.text.lastIndexOf("/");
      const [body, flags] = [node.text.slice(1, end), node.text.slice(end + 1)];
      out += `${code.slice(copied, node.getStart(source))}/* @__PURE__ */ new LaterRegExp(${JSON.stringify(body)}, "${flags}")`;
      copied = node.getEnd();
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return copied === 0 ? code : CLASS + out + code.slice(copied);
}
