export { type ComparisonTextOptions, type DiffTextOptions, renderText, type TextOptions } from "./text.js";
