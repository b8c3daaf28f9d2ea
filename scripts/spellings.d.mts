/** Every pair, British form to American. */
export function spellingPairs(): Map<string, string>;
