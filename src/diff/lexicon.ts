/**
 * The closed classes of words that tell one kind of edit from another: what denies or doubts, what reports speech, what
 * names a day, a courtesy, a unit. Word lists of all languages lie in one set: a word of one that means nothing in
 * another is simply never met there. What a language lacks here falls back to the neutral rules of `kinds.ts`.
 */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u));
}

/** Denial, doubt and degree of certainty: a change of any of these changes the claim. */
export const MODALITY = /* @__PURE__ */ words(
  `not no never none neither nor without cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't
   wouldn't couldn't shouldn't may might could would should will must can allegedly alleged reportedly apparently possibly
   probably likely unlikely perhaps suspected appeared appears appear seems seemed believe believed confirmed denied
   nicht kein keine keinen keiner nie niemals ohne könnte könnten würde würden soll sollen dürfte angeblich mutmaßlich wohl vielleicht
   pas jamais aucun aucune sans ne pourrait pourraient devrait serait présumé peut-être probablement
   nunca jamás ningún ninguna sin podría podrían debería sería presunto presunta quizá quizás probablemente tampoco
   não nem sem poderia deveria suposto talvez non mai senza potrebbe dovrebbe presunto forse
   не нет никогда без может могли возможно якобы вероятно предположительно niet geen nooit zonder zou misschien vermoedelijk
   değil yok asla belki muhtemelen لا لم لن ليس ليست بدون قد ربما नहीं न मत शायद कथित ไม่ อาจ 不 没 沒 未 无 無 非 否 勿 可能 或 ない ません ず かもしれない 않 못 없`,
);

/** Verbs and phrases that report speech without judging it. */
export const SAYING = /* @__PURE__ */ words(
  `said says say told tells added adds according stated announced reported wrote writes explained noted
   sagte sagt erklärte teilte laut zufolge dit déclaré affirmé selon indiqué ajouté dijo dice declaró afirmó según añadió informó
   disse afirmou segundo declarou informou detto dichiarato secondo affermato сказал сказала заявил заявила сообщил сообщила словам
   zei zegt meldde volgens söyledi dedi açıkladı قال قالت أكد أعلن وفق وفقا कहा बताया मुताबिक अनुसार กล่าว ระบุ`,
);

/** Verbs that report speech and judge it: in place of a plain one they change the attribution. */
export const JUDGING = /* @__PURE__ */ words(
  "claimed claims claim admitted admits conceded insisted boasted alleged behauptete behauptet prétendu prétend alegó sostuvo alegou утверждал",
);

/** Days of the week, seasons and feasts, relative days. */
export const DAYS = /* @__PURE__ */ words(
  `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
   spring summer autumn fall winter christmas easter today yesterday tomorrow tonight morning afternoon evening night noon midnight
   montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag heute gestern morgen frühling sommer herbst
   lundi mardi mercredi jeudi vendredi samedi dimanche hier demain aujourd'hui printemps été automne hiver
   lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana primavera verano otoño invierno
   segunda-feira terça-feira quarta-feira quinta-feira sexta-feira ontem hoje amanhã outono
   lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi domani
   понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье вчера сегодня завтра
   maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren vandaag
   pazartesi salı çarşamba perşembe cuma cumartesi pazar dün bugün
   الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد أمس اليوم غدا सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार`,
);

/** Names of months, in full and short. */
export const MONTHS = /* @__PURE__ */ words(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
   januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre
   enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
   janeiro fevereiro março maio junho julho setembro outubro dezembro gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
   января февраля марта апреля мая июня июля августа сентября октября ноября декабря
   januari februari maart augustus ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
   يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر`,
);

/** Courtesies, ranks and offices that stand before a name. */
export const TITLES = /* @__PURE__ */ words(
  `mr mrs ms mx miss dr prof professor sir dame lord lady rev reverend gen general col colonel capt captain lt sgt sergeant maj major
   gov governor sen senator rep representative cllr councillor president prime minister sheriff detective inspector chief constable
   judge justice secretary king queen prince princess pope rabbi imam father sister chancellor ambassador mayor
   herr frau doktor monsieur madame mme mlle m don doña señor señora sr sra senhor senhora signor signora господин госпожа
   السيد السيدة الدكتور الرئيس श्री श्रीमती डॉ`,
);

/** Words that carry no matter where no list for the language is at hand. */
export const EMPTY = /* @__PURE__ */ words(
  `a an the of in on at to for from by with as and or but that which who this these those it its is was are were be been has have had
   do does did also about some more than then there here so up out over into off just very total both such any each ahead when while
   their his her they he she him them we you i our your my us one
   der die das den dem des ein eine einen einer und oder von zu im am auf für mit als auch dass
   le la les un une des du de et ou que qui dans sur pour par avec au aux en se ce cette
   el los las una del y o con por para al lo su sus como más
   os as um uma do da dos das no na nos nas e ou com por pelo pela
   的 了 在 是 和 与 也 就 都 而 は が を に の で と も へ や से में को का के की ने और है हैं था थे थी في من على إلى عن و
   il lo gli uno di dei della delle nel con per da i и в на с по к о из у за от до что как это`,
);

/** How much, without a figure: in place of one another they change the number. */
export const QUANTIFIERS = /* @__PURE__ */ words(
  "all half most some many few several both dozens hundreds thousands millions double twice alle hälfte einige viele tous moitié plusieurs todos mitad varios",
);

/** Days named from the day of writing. */
export const RELATIVE_DAYS = /* @__PURE__ */ words(
  "today yesterday tomorrow tonight heute gestern morgen hier demain aujourd'hui ayer hoy ontem hoje ieri oggi вчера сегодня завтра gisteren vandaag dün bugün أمس اليوم",
);

/** How a credit begins, or what it holds. */
export const CREDIT =
  /\b(?:report(?:ed|ing)|edit(?:ed|ing)|writing|written|compiled|contributed) (?:by|to)\b|^(?:photo|photograph|picture|image|foto)\b|©|\bcopyright\b|^(?:mit material|avec|con información)\b/iu;

/** Units that can stand in each other's place: dimension, and how many of the base unit one is. Temperatures are apart. */
export const UNITS: ReadonlyMap<string, { dimension: string; factor: number; offset?: number }> =
  /* @__PURE__ */ unitTable(
    `length m 1 metre meter metres meters|length km 1000 kilometre kilometer kilometres kilometers kms|length cm 0.01 centimetre centimeter centimetres centimeters
   |length mm 0.001 millimetre millimeter millimetres millimeters|length mi 1609.344 mile miles|length ft 0.3048 foot feet|length in 0.0254 inch inches|length yd 0.9144 yard yards
   |area ha 10000 hectare hectares|area acre 4046.86 acres|mass kg 1 kilogram kilograms kilogramme kilogrammes kilo kilos|mass lb 0.45359 lbs pound pounds
   |mass t 1000 tonne tonnes|mass ton 907.185 tons|mass oz 0.02835 ounce ounces|mass g 0.001 gram grams|mass stone 6.35029
   |speed mph 1.609344|speed km/h 1 kph kmh km/hr|speed knot 1.852 knots|volume l 1 litre liter litres liters|volume gal 3.78541 gallon gallons
   |temperature °c 1 c celsius|temperature °f 0.5555556 f fahrenheit`,
  );

function unitTable(list: string): ReadonlyMap<string, { dimension: string; factor: number; offset?: number }> {
  const table = new Map<string, { dimension: string; factor: number; offset?: number }>();
  for (const row of list.split("|")) {
    const [dimension, name, factor, ...others] = row.trim().split(/\s+/u) as [string, string, string, ...string[]];
    const unit = { dimension, factor: Number(factor), ...(name === "°f" ? { offset: -32 } : {}) };
    for (const form of [name, ...others]) table.set(form, unit);
  }
  return table;
}

/** What multiplies a number before it: "1.2 million". */
export const MULTIPLIERS: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ["hundred", 1e2],
  ["thousand", 1e3],
  ["k", 1e3],
  ["million", 1e6],
  ["m", 1e6],
  ["mn", 1e6],
  ["billion", 1e9],
  ["bn", 1e9],
  ["trillion", 1e12],
  ["tn", 1e12],
  ["millionen", 1e6],
  ["milliarden", 1e9],
  ["millones", 1e6],
  ["millions", 1e6],
  ["milliards", 1e9],
  ["milhões", 1e6],
  ["bilhões", 1e9],
  ["milioni", 1e6],
  ["miliardi", 1e9],
  ["тысяч", 1e3],
  ["млн", 1e6],
  ["млрд", 1e9],
  ["万", 1e4],
  ["萬", 1e4],
  ["億", 1e8],
  ["亿", 1e8],
]);

const SMALL = [
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
  "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze",
  "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
];
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");

/** Values of numbers in words. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = /* @__PURE__ */ numberWords();

function numberWords(): Map<string, number> {
  const table = new Map<string, number>();
  for (const list of SMALL) for (const [value, word] of list.split(" ").entries()) table.set(word, value);
  for (const [i, ten] of TENS.entries()) {
    table.set(ten, (i + 2) * 10);
    for (let one = 1; one <= 9; one++) {
      table.set(`${ten}-${SMALL[0]!.split(" ")[one]}`, (i + 2) * 10 + one);
      if (ORDINALS[one - 1]) table.set(`${ten}-${ORDINALS[one - 1]}`, (i + 2) * 10 + one);
    }
  }
  for (const [i, word] of ORDINALS.entries()) table.set(word, i + 1);
  return table;
}
