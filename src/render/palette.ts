// In: pieces of text with the role each plays. Out: the text, with ANSI colours or without.
// Roles, not colours, are what the rest of the room speaks of. Every piece is closed where it ends, so that no
// colour runs into the margin or the next line.

/** What a piece of text is in the report. */
export type Role =
  | "plain"
  | "heading"
  | "good"
  | "bad"
  | "quiet"
  /** Matter that went, matter that came. */
  | "gone"
  | "came"
  /** The same for edits of style only. */
  | "quietGone"
  | "quietCame";

/** A run of text in one role. */
export interface Piece {
  text: string;
  role: Role;
}

/** SGR parameters. Strike and underline tell gone from came for those who do not see red and green apart. */
const SGR: Record<Role, string> = {
  plain: "",
  heading: "1",
  good: "1;32",
  bad: "1;33",
  quiet: "2",
  gone: "31;9",
  came: "32;4",
  quietGone: "2;9",
  quietCame: "2;4",
};

/** One line of pieces as a string. */
export function paint(line: Piece[], color: boolean): string {
  if (!color) return line.map((piece) => piece.text).join("");
  return line
    .map(({ text, role }) => (SGR[role] === "" || text === "" ? text : `\u001b[${SGR[role]}m${text}\u001b[0m`))
    .join("");
}
