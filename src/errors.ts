/**
 * What went wrong, for programs. The codes are stable.
 *
 * - `INVALID_INPUT`: an article that is not a string or an object with a string `text`
 * - `INVALID_OPTION`: an option out of its range
 * - `UNLIKE_FINGERPRINTS`: two fingerprints made by different recipes were compared
 * - `BAD_BYTES`: bytes that are not what they should be (foreign, cut short, damaged, or from a newer version)
 * - `WRONG_TEXT`: a diff was applied to a text that it was not made from
 */
export type ErrorCode = "INVALID_INPUT" | "INVALID_OPTION" | "UNLIKE_FINGERPRINTS" | "BAD_BYTES" | "WRONG_TEXT";

/** The one error this library throws. `message` says what was wrong and what to do; `code` is stable. */
export class SamestoryError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = "SamestoryError";
    this.code = code;
  }
}
