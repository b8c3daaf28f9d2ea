// In: any text, hostile ones included. Out: one run of text that a terminal shows and does not obey.
// An article may carry escape sequences (they recolour, retitle, hide) or direction overrides (they show one
// order and mean another). Whole sequences go, then every control that is left; white space becomes one space.

const ESC = "\u001b";
const BEL = "\u0007";

/** Sequences with a text of their own (OSC, DCS and the like), bounded so that a lone opener hides little. */
const STRINGS = new RegExp(
  `(?:${ESC}[\\]PX^_]|[\\u0090\\u0098\\u009d-\\u009f])[^${BEL}${ESC}\\u009c]{0,500}(?:${BEL}|${ESC}\\\\|\\u009c)`,
  "gu",
);

/** CSI sequences (colours, cursor moves) and the two-character ones, with 7-bit or 8-bit openers. */
const SEQUENCES = new RegExp(`(?:${ESC}\\[|\\u009b)[0-?]{0,64}[ -/]{0,16}[@-~]|${ESC}[ -/]{0,4}[0-~]`, "gu");

/**
 * What is left of controls, and what does not show: soft hyphens, byte order marks, the embeddings, overrides and
 * isolates of bidirectional text. Joiners and the plain direction marks stay: Persian and Hebrew spelling needs them.
 */
const UNSHOWN = /[\p{Cc}\u00ad\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Half a surrogate pair: no character at all, and some terminals stop at it. */
const LONE_SURROGATE = /\p{Cs}/gu;

/** The text as one harmless run: no control, no escape sequence, no line break, white space collapsed. */
export function printable(text: string): string {
  return text
    .replace(STRINGS, "")
    .replace(SEQUENCES, "")
    .replace(/\s+/gu, " ")
    .replace(UNSHOWN, "")
    .replace(LONE_SURROGATE, "\ufffd");
}
