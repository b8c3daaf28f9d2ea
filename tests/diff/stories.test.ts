import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { judge, type LabelledEdit } from "../../eval/scoreEdits.js";
import { diff } from "../../src/diff/diff.js";

/**
 * The notable edits listed in test-data/<story>/expected.json, in fifteen languages: substance strictly, kinds loosely,
 * since the list was written for readers and names larger spans. A listed edit may stand more than once in a text: it is
 * right when one of the places is.
 */
interface Story {
  language: string;
  versions: Record<string, { first: string; last: string }>;
  pairs: { a: string; b: string; edits?: LabelledEdit[] }[];
}

const root = resolve(import.meta.dirname, "../../test-data");

function bodyOf(folder: string, file: string, { first, last }: { first: string; last: string }): string {
  const text = readFileSync(join(root, folder, file), "utf8");
  const end = text.lastIndexOf(last);
  return text.slice(Math.max(0, text.indexOf(first)), end < 0 ? undefined : end + last.length);
}

/** The label at each of the places where its words stand, by the text in front of them. */
function placesOf(label: LabelledEdit, a: string, b: string): LabelledEdit[] {
  const contexts = (text: string, part: string | undefined) => {
    const found: (string | undefined)[] = [];
    if (part === undefined) return [undefined];
    for (let i = text.indexOf(part); i >= 0 && found.length < 20; i = text.indexOf(part, i + 1))
      found.push(text.slice(i, i + part.length + 80));
    return found.length > 0 ? found : [undefined];
  };
  return contexts(a, label.a).flatMap((aContext) =>
    contexts(b, label.b).map((bContext) => ({
      ...label,
      ...(aContext === undefined ? {} : { aContext }),
      ...(bContext === undefined ? {} : { bContext }),
    })),
  );
}

const answers = readdirSync(root)
  .filter((folder) => existsSync(join(root, folder, "expected.json")))
  .flatMap((folder) => {
    const story = JSON.parse(readFileSync(join(root, folder, "expected.json"), "utf8")) as Story;
    return story.pairs.flatMap((pair) => {
      const [one, two] = [story.versions[pair.a], story.versions[pair.b]];
      if (!pair.edits || !one || !two) return [];
      const a = bodyOf(folder, pair.a, one);
      const b = bodyOf(folder, pair.b, two);
      const found = diff({ text: a }, { text: b });
      return pair.edits.map((label) => {
        const judged = judge(found, a, b, placesOf(label, a, b));
        return {
          kind: judged.some(({ edit }) => edit?.kind === label.kind),
          substantive: judged.some(({ edit }) => edit?.substantive === label.substantive),
        };
      });
    });
  });

describe("the edits listed for the stories", () => {
  const share = (of: "kind" | "substantive") => answers.filter((answer) => answer[of]).length / answers.length;

  it("are at least 300", () => expect(answers.length).toBeGreaterThanOrEqual(300));
  it("are given their substance", () => expect(share("substantive")).toBeGreaterThanOrEqual(0.92));
  it("are mostly given their kind", () => expect(share("kind")).toBeGreaterThanOrEqual(0.82));
});
