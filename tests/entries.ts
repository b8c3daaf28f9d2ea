import tsupConfig from "../tsup.config.js";

/** The ways into the library as tsup.config.ts builds them, by name; the command line is left out. */
export function libraryEntries(): Record<string, string> {
  const entries = tsupConfigs().flatMap(({ entry = {} }) => (Array.isArray(entry) ? [] : Object.entries(entry)));
  return Object.fromEntries(entries.filter(([name]) => name !== "cli"));
}

export function tsupConfigs() {
  if (typeof tsupConfig === "function") throw new Error("tsup.config.ts is a function: read what it returns here.");
  return [tsupConfig].flat();
}
