// The baseline of the HTML reader: Mozilla's Readability on linkedom, its text with each paragraph on a line.
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { parseHtml } from "../src/extract/blocks.js";

/** The body as Readability finds it; empty where it gives up. */
export function readabilityText(html: string): string {
  const { document } = parseHTML(html);
  const found = new Readability(document).parse();
  return found?.content
    ? parseHtml(found.content)
        .blocks.map((block) => block.text)
        .join("\n")
    : "";
}
