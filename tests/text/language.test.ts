import { describe, expect, it } from "vitest";
import { sameStem } from "../../src/text/language.js";

describe("two words in a language", () => {
  it.each([
    ["en", "evacuated", "evacuating"],
    ["es", "incendio", "incendios"],
    ["es", "hablaron", "hablando"],
    ["fr", "déclaré", "déclarent"],
    ["it", "feriti", "ferite"],
    ["nl", "richting", "richtingen"],
    ["no", "skadet", "skade"],
    ["pt-BR", "encontrado", "encontrou"],
    ["ru", "час", "часа"],
    ["sv", "beslutade", "beslutat"],
    ["uk", "адміністрація", "адміністрації"],
  ])("are forms of one by stem or endings (%s): %s, %s", (language, a, b) => {
    expect([sameStem(a, b, language), sameStem(b, a, language)]).toEqual([true, true]);
  });

  it.each([
    ["en", "protester", "protected"],
    ["es", "incendio", "incidente"],
    ["ru", "марина", "мария"],
    ["nl", "vernieuwt", "vervangt"],
    ["fr", "un", "une"],
    ["xx", "boat", "boats"],
    ["", "boat", "boats"],
  ])(
    "are not when they begin alike only, are too short, or the language has no endings here (%s): %s, %s",
    (language, a, b) => {
      expect([sameStem(a, b, language), sameStem(b, a, language)]).toEqual([false, false]);
    },
  );
});
