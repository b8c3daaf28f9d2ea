/** Values of numbers, in figures of any script and in words of several languages. */
import { table, type WordTable } from "./later.js";

/** What multiplies a number before it: "1.2 million". */
export const MULTIPLIERS: WordTable<number> = /* @__PURE__ */ table(() =>
  valuesOf(
    `100 hundred hundert honderd cent cents cien cento centos сто مئة|
   1000 thousand k tausend mille mil mila тысяча тысячи тысяч тыс ألف آلاف duizend bin हजार हज़ार พัน 千|
   10000 หมื่น|100000 lakh लाख แสน|
   1000000 million millions m mn mln mio mio. εκατ εκατομμύρια εκατομμυρίων millionen millón millones milhão milhões milione milioni миллион миллиона миллионов млн مليون ملايين miljoen milyon ล้าน|
   10000000 crore करोड़|
   1000000000 billion billions bn mrd. milliarde milliarden mrd milliard milliards miliardo miliardi bilhão bilhões миллиард миллиарда миллиардов млрд مليار miljard milyar|
   1000000000000 trillion tn billionen`,
  ),
);

const SMALL = [
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
  "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
  "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
  "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove",
  "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
  "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
  "صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة",
  "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien",
  "sıfır bir iki üç dört beş altı yedi sekiz dokuz on",
  "शून्य एक दो तीन चार पांच छह सात आठ नौ दस",
  "μηδέν ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ εννέα δέκα έντεκα δώδεκα",
  "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ",
];

const TENS = [
  "twenty thirty forty fifty sixty seventy eighty ninety",
  "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
  "vingt trente quarante cinquante soixante",
  "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
  "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
  "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
  "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
  "عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون",
  "عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين",
  "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
  "yirmi otuz kırk elli altmış yetmiş seksen doksan",
];

const MORE = `1 primero primeiro|2 zwo две dos duas|2 اثنين اثنتين|1 eine einen одна|20 twentieth|30 thirtieth|40 fortieth|80 quatre-vingts|90 quatre-vingt-dix|
   200 doscientos doscientas duzentos двести مئتان مئتي duecento|300 trescientos trescientas trezentos триста ثلاثمئة trecento|400 cuatrocientos quatrocentos четыреста أربعمئة|500 quinientos quinientas quinhentos пятьсот خمسمئة|
   600 seiscientos seiscentos шестьсот|700 setecientos setecentos семьсот|800 ochocientos oitocentos восемьсот|900 novecientos novecentos девятьсот|
   20 двадцати|30 тридцати|4 четырёх четырех τεσσάρων|3 трёх трех τριών|2 двух 두|3 세|4 네|5 пяти|40 σαράντα|50 πενήντα|20 είκοσι|30 τριάντα|60 εξήντα|70 εβδομήντα|80 ογδόντα|90 ενενήντα|3 ثلاث|4 أربع|5 خمس|6 ست|7 سبع|8 ثماني ثمان|9 تسع|10 عشر`;

const ORDINALS =
  /* @__PURE__ */ "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");

/** Values of numbers in words. */
export const NUMBER_WORDS: WordTable<number> = /* @__PURE__ */ table(numberWords);

/** Words by the number that they stand for, from rows of "number word word …" parted by strokes. */
export function valuesOf(list: string): Map<string, number> {
  const values = new Map<string, number>();
  for (const row of list.split("|")) {
    const [value, ...forms] = row.trim().split(/\s+/u);
    for (const form of forms) values.set(form, Number(value));
  }
  return values;
}

function numberWords(): Map<string, number> {
  const values = new Map<string, number>();
  for (const list of SMALL) for (const [value, word] of list.split(" ").entries()) values.set(word, value);
  for (const list of TENS) for (const [i, ten] of list.split(" ").entries()) values.set(ten, (i + 2) * 10);
  for (const [form, value] of valuesOf(MORE)) values.set(form, value);
  const ones = (SMALL[0] as string).split(" ").slice(1, 10);
  const germanOnes = (SMALL[1] as string).split(" ").slice(1, 10);
  for (const [i, ten] of (TENS[0] as string).split(" ").entries()) {
    for (const [one, word] of ones.entries()) {
      values.set(`${ten}-${word}`, (i + 2) * 10 + one + 1);
      values.set(`${ten}-${ORDINALS[one]}`, (i + 2) * 10 + one + 1);
    }
  }
  for (const [i, ten] of (TENS[1] as string).split(" ").entries())
    for (const [one, word] of germanOnes.entries()) values.set(`${word}und${ten}`, (i + 2) * 10 + one + 1);
  const italianOnes = (SMALL[5] as string).split(" ").slice(1, 10);
  // "trentadue", "ventuno": the last vowel goes before another.
  for (const [i, ten] of (TENS[5] as string).split(" ").entries())
    for (const [one, word] of italianOnes.entries())
      values.set(`${/^[uo]/u.test(word) ? ten.slice(0, -1) : ten}${word}`, (i + 2) * 10 + one + 1);
  // "ventitré" takes an accent, and Dutch writes "zesentwintig", "tweeëntwintig".
  for (const ten of (TENS[5] as string).split(" ")) values.set(`${ten}tré`, (values.get(ten) as number) + 3);
  const dutchOnes = (SMALL[8] as string).split(" ").slice(1, 10);
  for (const [i, ten] of (TENS[9] as string).split(" ").entries())
    for (const [one, word] of dutchOnes.entries())
      values.set(`${word}${word.endsWith("e") ? "ë" : "e"}n${ten}`, (i + 2) * 10 + one + 1);
  for (const [one, word] of "uno dós trés cuatro cinco séis siete ocho nueve".split(" ").entries())
    values.set(`veinti${word}`, 21 + one);
  for (const [i, word] of ORDINALS.entries()) values.set(word, i + 1);
  return values;
}

/** "zweieinhalb". */
const AND_A_HALF = "einhalb";

function valueAndHalf(whole: string): number | undefined {
  const value = NUMBER_WORDS.get(whole);
  return value === undefined ? undefined : value + 0.5;
}

/** The value of a single number word, "vingt-huit" and "trente et un" by their parts; undefined for any other word. */
export function wordValue(word: string): number | undefined {
  const whole = NUMBER_WORDS.get(word);
  if (whole !== undefined) return whole;
  if (word.endsWith(AND_A_HALF)) return valueAndHalf(word.slice(0, -AND_A_HALF.length));
  if (!word.includes("-")) return compoundValue(word);
  let sum = 0;
  for (const part of word.split("-")) {
    if (part === "et" || part === "and") continue;
    const value = NUMBER_WORDS.get(part) ?? MULTIPLIERS.get(part);
    if (value === undefined) return undefined;
    // "two-one" is a score, "vingt-huit" a sum: parts of a sum get smaller by a place.
    if (sum > 0 && (sum % 10 !== 0 || value >= 20)) return undefined;
    sum += value;
  }
  return sum;
}

/** "neunhundertneunundneunzigtausend" and as much again has 57 letters. */
const LONGEST_COMPOUND = 60;

/** "quattromila", "zweihundertfünfzig": German and Italian write hundreds and thousands as one word. */
function compoundValue(word: string): number | undefined {
  if (word.length > LONGEST_COMPOUND || !COMPOUND.test(word)) return undefined;
  // Thousands first: "zweihunderttausend" is two hundred of them.
  const thousands = THOUSANDS.exec(word);
  return thousands ? partsValue(thousands, 1000) : partsValue(HUNDREDS.exec(word), 100);
}

const COMPOUND = /tausend|mil(?:a|le)|hundert|cento/u;
const THOUSANDS = /^(.*?)(?:tausend|mila|mille)(?:und)?(.*)$/u;
const HUNDREDS = /^(.*?)(?:hundert|cento)(?:und)?(.*)$/u;

function partsValue(parts: RegExpExecArray | null, unit: number): number | undefined {
  if (!parts) return undefined;
  const times = parts[1] ? wordValue(parts[1]) : 1;
  const rest = parts[2] ? wordValue(parts[2]) : 0;
  return times === undefined || rest === undefined ? undefined : times * unit + rest;
}

/** Figures of any script as those of ASCII. */
export function plainFigures(figures: string): string {
  if (isAscii(figures)) return figures;
  return figures.replace(/\p{Nd}/gu, (digit) => {
    if (digit <= "9") return digit;
    // Digits of a script stand in blocks of ten that begin at a digit zero: walk back to it.
    let point = digit.codePointAt(0) as number;
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - 1))) {
      point--;
      value++;
    }
    return String(value);
  });
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** 1,234.5 and 1.234,5 and 1 234: a mark before three digits groups thousands, any other is the decimal mark. */
export function parseFigures(figures: string): number {
  const plain = plainFigures(figures);
  if (!/\D/u.test(plain)) return Number(plain);
  const parts = plain.split(/[.,٫٬'’\u00a0\u202f\u2009 ]/u);
  const last = parts[parts.length - 1] as string;
  const decimal = parts.length > 1 && (last.length !== 3 || /^0?$/u.test(parts[0] as string));
  return Number(decimal ? `${parts.slice(0, -1).join("")}.${last}` : parts.join(""));
}

const HAN_DIGITS = "〇一二三四五六七八九";
const HAN_PLACES: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);
const HAN_MYRIADS: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ["万", 1e4],
  ["萬", 1e4],
  ["億", 1e8],
  ["亿", 1e8],
  ["만", 1e4],
  ["억", 1e8],
  ["兆", 1e12],
]);

/** Characters of Chinese and Japanese numerals, with those of myriads that follow figures too ("3万"). */
export const HAN_NUMERAL = /^[〇零一二三四五六七八九十百千万萬億亿两兆만억]$/u;

/** The value of a Chinese or Japanese numeral, figures in it allowed: 二百六十, 二〇二四, 1万2千. */
export function parseHan(numeral: string): number {
  let total = 0;
  let section = 0;
  let digits = "";
  const digit = () => {
    const value = digits === "" ? undefined : Number(digits);
    digits = "";
    return value;
  };
  for (const char of plainFigures(numeral).replace(/零/gu, "〇").replace(/两/gu, "二")) {
    const han = HAN_DIGITS.indexOf(char);
    if (han >= 0) digits += String(han);
    else if (/[\d.]/u.test(char)) digits += char;
    else if (HAN_PLACES.has(char)) section += (digit() ?? 1) * (HAN_PLACES.get(char) as number);
    else if (HAN_MYRIADS.has(char)) {
      total += (section + (digit() ?? 0) || 1) * (HAN_MYRIADS.get(char) as number);
      section = 0;
    }
  }
  return total + section + (digit() ?? 0);
}
