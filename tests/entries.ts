import tsupConfig from "../tsup.config.js";

/** What tsup.config.ts builds that is no way into the library: the command line, and a part that stands apart. */
const NO_ENTRIES = ["cli", "detector"];

/** The ways into the library as tsup.config.ts builds them, by name. */
export function libraryEntries(): Record<string, string> {
  const entries = tsupConfigs().flatMap(({ entry = {} }) => (Array.isArray(entry) ? [] : Object.entries(entry)));
  return Object.fromEntries(entries.filter(([name]) => !NO_ENTRIES.includes(name)));
}

export function tsupConfigs() {
  if (typeof tsupConfig === "function") throw new Error("tsup.config.ts is a function: read what it returns here.");
  return [tsupConfig].flat();
}
