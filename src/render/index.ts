export { type HtmlOptions, renderHtml } from "./html.js";
export { type ComparisonTextOptions, type DiffTextOptions, renderText, type TextOptions } from "./text.js";
export type { About, Summary } from "./versions.js";
