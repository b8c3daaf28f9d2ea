/** The default detector of languages. Built as a file of its own, which reads its tables when first asked (tsup.config.ts). */
export { detect } from "tinyld/light";
