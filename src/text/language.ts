/**
 * What is known of a text's language: its code, and whether two words are forms of one in it. Used to name edits ("has
 * asked" for "asked" is an inflection), never to match: two versions guessed differently must still match.
 *
 * The detector is tinyld/light (24 languages); it is called only when a diff meets words it cannot name otherwise.
 * English has the stemmer of Porter (1980), a single file of natural, bundled. Other languages have their endings.
 */
import english from "natural/lib/natural/stemmers/porter_stemmer.js";
import { detect } from "./detector.js";

/**
 * Endings of nouns, adjectives and verbs, of which two forms of one word have one each, or none. natural's stemmers for
 * these languages were 8 kB of the bundle, compressed. The real and written pairs ask about 212 pairs of words, 23 of
 * them not English: the answers are the same but for two, of which one is better ("адміністрація", "адміністрації").
 */
const ENDINGS: Readonly<Record<string, string>> = {
  de: "e en em er es n s t te ten tet et ete eten st end ende enden",
  es: "a o e as os es s ar er ir r ado ada ados adas ido ida idos idas ando iendo ó ió é í aba aban ía ían aron ieron an en ará arán erá erán irá irán aría arían ería ería iría irían ción ciones mente amente ador adora adores",
  fr: "e s es é ée és ées er r ent ait aient ant ante ants antes era eront erait ation ations ement ements a ai i ie is ies it ir ira issent issant al ale aux eur euse eurs if ive ifs ives x",
  it: "a o e i are ere ire ato ata ati ate uto uta uti ute ito ita iti ite ando endo ano ono ava avano eva evano iva ivano ò à è ì erà eranno irà iranno azione azioni mente amente ante anti ente enti ore ori arono irono rono ra ro re no",
  nl: "e en s t d te ten de den er ers je jes",
  no: "e en er et ene ens ets s a te ede de ert ende",
  pt: "a o e as os es s ar er ir r ado ada ados adas ido ida idos idas ando endo indo ou eu iu am em aram eram iram ava avam ia iam ará arão erá erão irá irão aria ariam ção ções mente amente ador adora ões ão",
  ru: "а я о е ё и ы у ю ой ей ом ем ам ям ами ями ах ях ов ев ь й ый ий ая яя ое ее ые ие ого его ому ему ым им ых их ую юю л ла ло ли ал ала ало али ил ила ило или ел ела ели ть ать ить еть ет ит ют ут ат ят ешь ишь ете ите ется ится ются утся атся ятся лся лась лось лись ться вший вшая вшие вших ный ная ное ные ного ной ных ным ными",
  sv: "a e n en et er ar or na erna arna orna s ens ets ade at t te de d ad ande ende are",
  uk: "а я о е и ы і ї у ю ой ей ем єм ям ам ами ями ах ях ів їв ь й ий ій ої его ого ому ему им їм их їх ую юю ла ло ли ти ть ив ав ить ать ють уть ять ється ються",
};

/** The detector needs about 40 characters, and learns nothing more from the rest of a long text. */
const SAMPLE = 200;

/** ISO 639-1 code of a text's language by its first 200 characters; "" when it cannot tell. */
export function detectLanguage(text: string): string {
  return detect(text.slice(0, SAMPLE));
}

/** What is left of two forms of one word is no shorter. */
const SHORTEST_STEM = 3;

/** Whether two lower-case words are forms of one, in a language of which the endings are known. */
export function sameStem(a: string, b: string, language: string): boolean {
  const code = language.slice(0, 2);
  if (code === "en") return english.stem(a) === english.stem(b);
  const endings = new Set(["", ...(ENDINGS[code] ?? "").split(" ")]);
  const most = Math.min(a.length, b.length);
  for (let end = SHORTEST_STEM; end <= most && a.startsWith(b.slice(0, end)); end++)
    if (endings.has(a.slice(end)) && endings.has(b.slice(end))) return true;
  return false;
}
