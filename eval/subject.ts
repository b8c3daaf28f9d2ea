/** What is measured: the library's own `compare`. */
export { compare } from "../src/index.js";
