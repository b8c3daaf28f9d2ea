/**
 * What is known of a text's language: its code, and a stemmer for it. Used to name edits ("has asked" for "asked" is an
 * inflection), never to match: two versions guessed differently must still match.
 *
 * The detector is tinyld/light (24 languages); it is called only when a diff meets words it cannot name otherwise. The
 * stemmers are single files of natural, bundled: Porter's for English (Porter 1980), Snowball's kin for the rest.
 */
import english from "natural/lib/natural/stemmers/porter_stemmer.js";
import spanish from "natural/lib/natural/stemmers/porter_stemmer_es.js";
import french from "natural/lib/natural/stemmers/porter_stemmer_fr.js";
import italian from "natural/lib/natural/stemmers/porter_stemmer_it.js";
import dutch from "natural/lib/natural/stemmers/porter_stemmer_nl.js";
import norwegian from "natural/lib/natural/stemmers/porter_stemmer_no.js";
import portuguese from "natural/lib/natural/stemmers/porter_stemmer_pt.js";
import russian from "natural/lib/natural/stemmers/porter_stemmer_ru.js";
import swedish from "natural/lib/natural/stemmers/porter_stemmer_sv.js";
import ukrainian from "natural/lib/natural/stemmers/porter_stemmer_uk.js";
import { detect } from "tinyld/light";

const STEMMERS: Readonly<Record<string, { stem(word: string): string }>> = {
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
  no: norwegian,
  pt: portuguese,
  ru: russian,
  sv: swedish,
  uk: ukrainian,
};

/** The detector needs about 40 characters, and learns nothing more from the rest of a long text. */
const SAMPLE = 200;

/** ISO 639-1 code of a text's language by its first 200 characters; "" when it cannot tell. */
export function detectLanguage(text: string): string {
  return detect(text.slice(0, SAMPLE));
}

/** Stem of a lower-case word; the word itself in a language without a stemmer. */
export function stem(word: string, language: string): string {
  const stemmer = STEMMERS[language.slice(0, 2)];
  return stemmer ? stemmer.stem(word) : word;
}
