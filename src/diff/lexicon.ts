/**
 * The closed classes of words that tell one kind of edit from another: what denies or doubts, what reports speech, what
 * names a day, a courtesy, a unit. Word lists of all languages lie in one set: a word of one that means nothing in
 * another is simply never met there. What a language lacks here falls back to the neutral rules of `kinds.ts`.
 */
import { table, type WordClass, type WordTable, words } from "./later.js";

/** Denial, doubt and degree of certainty: a change of any of these changes the claim. */
export const MODALITY = /* @__PURE__ */ words(
  `not no never none neither nor without cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't
   wouldn't couldn't shouldn't may might could would should will must can allegedly alleged reportedly apparently possibly
   probably likely unlikely perhaps maybe suspected appeared appears appear seems seemed believed confirmed confirms denied
   expected feared thought supposedly purportedly potentially hardly barely
   ain't nobody nothing nowhere nor conclusively definitely certainly undoubtedly understood suggests suggest suggested voraussichtlich
   kann können könne sollte sollten müsste dürften nicht kein keine keines keinem keinen keiner nie niemals ohne könnte könnten würde würden soll sollen dürfte angeblich mutmaßlich wohl vielleicht offenbar offensichtlich anscheinend vermutlich womöglich wahrscheinlich
   peut peuvent pouvait serait seraient aurait auraient devraient pas jamais aucun aucune sans ne pourrait pourraient devrait serait présumé présumée peut-être probablement apparemment ni aucunement pourra
   puede pueden sería serían habría habrían presuntamente presumiblemente alegadamente presumibilmente nunca jamás ningún ninguna sin podría podrían debería sería presunto presunta quizá quizás probablemente tampoco ni aparentemente supuestamente posiblemente ninguno
   pode podem poderá poderão poderiam seria seriam teria teriam deveriam não nem sem poderia deveria suposto talvez può possono potrebbero sarebbe sarebbero avrebbe avrebbero dovrebbero non mai senza potrebbe dovrebbe presunto forse
   aparentemente supostamente provavelmente nunca jamais apparentemente probabilmente non
   не нет ни никогда без может могут мог могла могли возможно якобы вероятно предположительно видимо niet geen nooit zonder zou misschien vermoedelijk
   δεν μην όχι ποτέ ίσως μπορεί πιθανόν φέρεται değil yok asla belki muhtemelen لا لم لن ليس ليست بدون قد ربما नहीं न मत शायद कथित ไม่ อาจ 不 没 沒 未 无 無 非 否 勿 可能 或 ない ません ず かもしれない 않 못 없`,
);

/** Verbs and phrases that report speech without judging it. */
export const SAYING = /* @__PURE__ */ words(
  `said says say told tells heard reported reports showed shows show estimated estimates projected announced announces added adds according stated announced reported wrote write writes explained noted
   sagte sagt erklärte teilte laut zufolge dit déclaré affirmé selon indiqué ajouté dijo dice declaró afirmó según añadió informó
   disse afirmou segundo declarou informou detto dichiarato secondo affermato сказал сказала заявил заявила сообщил сообщила словам
   mitteilte mitteilten mitteilt berichtete berichteten berichtet betonte sagten teilten erklärten asegura aseguran aseguró aseguraron dicen informan appris signalé annoncé expliqué précisé dijeron informaron declararon anunció señaló explicó indicó afirma
   disseram anunciou explicou detto riferito spiegato annunciato dicono сказали заявили сообщили сообщает отметил отметила рассказал рассказала рассказали уточнил уточнили είπε δήλωσε ανέφερε ανακοίνωσε
   zei zegt meldde volgens powiedział powiedziała mówi poinformował poinformowała dodał dodała söyledi dedi açıkladı قال قالت وقال وقالت أكد أكدت وأكد أعلن أعلنت وأعلن ذكر ذكرت وذكر أفاد أفادت وأفاد وأفادت أوضح وأوضح أضاف وأضاف وأضافت وفق وفقا بحسب कहा बताया मुताबिक अनुसार กล่าว ระบุ`,
);

/** Verbs that report speech and judge it: in place of a plain one they change the attribution. */
export const JUDGING = /* @__PURE__ */ words(
  "claimed claims claim admitted admits conceded insisted boasted alleged behauptete behauptet prétendu prétend alegó sostuvo alegou утверждал admitiu reconheceu admitió reconoció admis reconnu ammesso eingeräumt räumte twierdzi twierdził beweert beweerde affirmant prétendant sostiene sostenuto",
);

const RELATIVE_DAY =
  "today yesterday tomorrow tonight heute gestern morgen hier demain aujourd'hui ayer hoy ontem hoje ieri oggi вчера сегодня завтра gisteren vandaag dün bugün أمس اليوم χθες σήμερα αύριο mañana 어제 오늘 내일 昨日 今日 明日 昨天 今天 明天 同日 翌日";

/** Days named from the day of writing. */
export const RELATIVE_DAYS = /* @__PURE__ */ words(RELATIVE_DAY);

const PART_OF_DAY =
  "morning afternoon evening night noon midday midnight dawn dusk nightfall daybreak sunrise sunset midmorning midafternoon vormittag mittag nachmittag abend nacht mitternacht matin matinée midi soir soirée minuit mediodía noche madrugada medianoche mattina pomeriggio sera notte mezzanotte mezzogiorno manhã noite";

/** Parts of a day, and hours that no clock tells. */
export const PARTS_OF_DAY = /* @__PURE__ */ words(PART_OF_DAY);

/** Days of the week and their parts, seasons and feasts, relative days. */
export const DAYS = /* @__PURE__ */ words(
  RELATIVE_DAY,
  PART_OF_DAY,
  `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun spring summer autumn fall winter christmas easter
   montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag frühling sommer herbst lundi mardi
   mercredi jeudi vendredi samedi dimanche printemps été automne hiver lunes martes miércoles jueves viernes sábado domingo primavera verano otoño
   invierno segunda-feira terça-feira quarta-feira quinta-feira sexta-feira amanhã outono lunedì martedì mercoledì giovedì venerdì sabato domenica domani
   понедельник понедельника вторника среды четверга пятницы субботы воскресенья вторник среда среду четверг пятница пятницу суббота субботу воскресенье
   maandag dinsdag woensdag donderdag vrijdag zaterdag zondag δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή 월요일 화요일 수요일 목요일 금요일 토요일 일요일
   pazartesi salı çarşamba perşembe cuma cumartesi pazar الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد غدا सोमवार मंगलवार बुधवार गुरुवार
   शुक्रवार शनिवार रविवार poniedziałek poniedziałku wtorek wtorku środa środę środy czwartek czwartku piątek piątku sobota sobotę soboty niedziela niedzielę niedzieli
   ראשון שני שלישי רביעי חמישי שישי שבת`,
);

/** Names of months, in full and short. */
export const MONTHS: WordClass = { has: (word) => MONTH_NUMBERS.has(word) };

const COURTESY = `mr mrs ms mx miss dr prof sir dame rev gen gov sen lt sgt col capt herr frau monsieur madame mme mlle don doña dña señor señora sr sra senhor senhora
   dom doutor doutora dottor dottoressa ingegnere ingeniero ingeniera engenheiro engenheira avvocato abogado letrado letrada juez jueza magistrado magistrada maître ing inż avv rag comendador cavaliere commendatore
   dra sig signor signora господин госпожа السيد السيدة الدكتور العميد العقيد النقيب श्री श्रीमती सुश्री डॉ sayın bay bayan κ κα κύριος κυρία`;

/** Courtesies that stand before a name and are nothing else. */
export const COURTESIES = /* @__PURE__ */ words(COURTESY);

/** Courtesies, ranks and offices that stand before a name. */
export const TITLES = /* @__PURE__ */ words(
  COURTESY,
  `professor lord lady reverend general colonel captain lieutenant cmdr commander adm admiral sergeant maj major governor senator rep representative cllr
   councillor president prime minister sheriff detective inspector chief constable judge justice secretary king queen prince princess pope rabbi imam
   father sister chancellor minister ambassador mayor chairman chairwoman honour honor excellency councilwoman councilman alderman congressman congresswoman
   bürgermeister bürgermeisterin oberbürgermeister ministerin präsident präsidentin professorin landrat
   professeur ministre maire président présidente capitaine lieutenant colonel commandant adjudant adjudant-chef
   doctora profesor profesora ministro ministra presidente presidenta alcalde alcaldesa capitán comandante teniente coronel sargento
   sindaco sindaca assessore assessora professore professoressa prefeito prefeita professor professora vereador vereadora doktor m dott docteur الرئيس นาย นาง นางสาว`,
);

/** Words that carry no matter where no list for the language is at hand. */
export const EMPTY = /* @__PURE__ */ words(
  `a an the of in on at to for from by with as and or but that which who this these those it its is was are were be been has have had
   do does did also about some more than then there here so up out over into off just very total both such any each ahead when while
   their his her they he she him them we you i our your my us one ever even still quite rather indeed already however soon meanwhile moreover furthermore nevertheless nonetheless additionally
   unterdessen inzwischen derweil außerdem zudem jedoch allerdings cependant toutefois además asimismo inoltre tuttavia
   der die das den dem des ein eine einen einer und oder von zu im am auf last past 지난 περασμένη περασμένο pasado pasada passado passada dernier dernière scorso scorsa letzten vergangenen минувший минувшую прошлый geçen पिछले दे
   für mit als auch dass mehr rund etwa knapp fast ca insgesamt également aussi también anche também ook
   le la les un une des du de et ou que qui dans sur pour par avec au aux en se ce cette
   el los las una del y o con por para al lo su sus como más
   os as um uma do da dos das no na nos nas e ou com por pelo pela
   的 了 在 是 和 与 也 就 都 而 は が を に の で と も へ や से में को का के की ने और है हैं था थे थी في من على إلى عن و
   il lo gli uno di dei della delle nel con per da i и в на с по к о из у за от до что как это`,
);

/** How much, without a figure: in place of one another they change the number. */
export const QUANTIFIERS = /* @__PURE__ */ words(
  "all half most some many few several both doubled tripled trebled quadrupled halved dozens hundreds thousands millions double twice alle hälfte einige viele tous moitié plusieurs todos mitad varios",
);

/** What bounds a figure. */
export const BOUNDS = /* @__PURE__ */ words(
  "more less fewer than at least most about around nearly almost over under up to only roughly approximately some as many estimated más menos de unos unas casi alrededor cerca plus moins environ près quelque mehr weniger als mindestens höchstens wenigstens rund etwa knapp fast über almeno oltre minstens ruim più meno di circa oltre quasi mais quase",
);

/** How a credit begins, or what it holds. */
export const CREDIT =
  /\b(?:report(?:ed|ing)|edit(?:ed|ing)|writing|written|compiled|contributed) (?:by|to)\b|^[(（]?(?:photo|photograph|picture|image|foto)\b|©|\bcopyright\b|\bphotographer:|\bwith assistance (?:by|from)\b|\bfirst (?:appeared|published) (?:in|on|by)\b|^[(（]?(?:mit material|avec|con información|com informações|reportagem d[ea]|reportage\b|édité par|edição d[ea]|reportaje de|edición de|a cura di|redaktion:)\b/i;

/** Units that can stand in each other's place: dimension, and how many of the base unit one is. Temperatures are apart. */
export const UNITS: WordTable<{ dimension: string; factor: number; offset?: number }> = /* @__PURE__ */ unitTable(
  `length m 1 metre meter metres meters|length km 1000 kilometre kilometer kilometres kilometers kms kilomètre kilómetro quilômetro quilómetro chilometro|length cm 0.01 zentimeter zentimetern centimetre centimeter centimetres centimeters
   |length mm 0.001 millimetre millimeter millimetres millimeters|length mi 1609.344 mile miles milla millas milha milhas miglio miglia meilen|length ft 0.3048 foot feet pie pies pied pieds pé pés piede piedi fuß|length in 0.0254 inch inches pulgada pulgadas pouce pouces polegada polegadas pollice pollici zoll|length yd 0.9144 yard yards
   |area ha 10000 hectare hectares|area acre 4046.86 acres|area m² 1 m2 qm sqm quadratmeter quadratmetern|area km² 1e6 km2 sqkm quadratkilometer quadratkilometern|area mi² 2589988|area ft² 0.092903 quadratfuß|mass kg 1 kilogram kilograms kilogramme kilogrammes kilo kilos chilo chili quilo quilos|mass lb 0.45359 lbs pound pounds
   |mass q 100 quintal quintali quintales quintaux|mass t 1000 tonne tonnes|mass ton 907.185 tons|mass oz 0.02835 ounce ounces|mass g 0.001 gram grams|mass st 6.35029 stone stones
   |speed mph 1.609344|speed km/h 1 kph kmh km/hr stundenkilometer stundenkilometern|speed knot 1.852 knots|speed км/ч 1 كلم/ساعة|length м 1 метр метра метров μέτρα متر مترا 米 公尺 メートル 미터 เมตร|length км 1000 километр километра километров χιλιόμετρα كيلومتر كيلومترا كلم 公里 キロ 킬로미터 กิโลเมตร|length ㎝ 0.01 センチ 센티미터 厘米|mass т 1000 тонна тонны тонн|length metri 1 metros mètres mètre metro meter metern|length chilometri 1000 kilómetros kilomètres quilômetros quilómetros kilometern|area hectáreas 10000 hektar ettari|volume l 1 litre liter litres liters|volume gal 3.78541 gallon gallons
   |volume litre 1 liter litres liters litro litros litri|volume ml 0.001 millilitre millilitres milliliter milliliters|volume gallon 3.785412 gallons|volume pint 0.473176 pints
   |volume barrel 158.987 barrels|time minute 1 minutes minuten minuto minutos minuti|time hour 60 hours hrs stunde stunden heure heures hora horas ora ore
   |time fortnight 20160 fortnights|time day 1440 days tag tage tagen jour jours día días dia dias giorno giorni|time week 10080 weeks woche wochen semaine semaines semana semanas settimana settimane
   |time month 43830 months monat monate monaten mois mes meses mese mesi mês|time year 525960 years jahr jahre jahren ans année années año años anno anni ano anos
   |volume m³ 1000 cbm kubikmeter kubikmetern|volume ft³ 28.3168|share % 1|share bp 0.01|share pp 1
   |temperature °c 1 c celsius|temperature °f 0.5555556 f fahrenheit`,
);

function unitTable(list: string): WordTable<{ dimension: string; factor: number; offset?: number }> {
  return table(() => {
    const units = new Map<string, { dimension: string; factor: number; offset?: number }>();
    for (const row of list.split("|")) {
      const [dimension, name, factor, ...others] = row.trim().split(/\s+/u) as [string, string, string, ...string[]];
      const unit = { dimension, factor: Number(factor), ...(name === "°f" ? { offset: -32 } : {}) };
      for (const form of [name, ...others]) units.set(form, unit);
    }
    return units;
  });
}

/** Verbs that carry no matter beside another: a change of one of these changes the tense or the number at most. */
export const AUXILIARIES = /* @__PURE__ */ words(
  `is are was were be been being am has have had having do does did
   sei seien wäre wären ist sind war waren wird werden wurde wurden worden hat haben hatte hatten gewesen
   est sont seront était étaient été fut furent a ont avait avaient ayant
   es son será serán era eran fue fueron ha han había habían sido está están estaba estaban é são foi foram tem têm tinha estava estavam
   è sono sarà saranno hanno aveva avevano stato stata stati state был была было были будет будут is zijn was waren heeft hebben had hadden werd werden wordt`,
);

/** Forms of one verb that no stemmer brings together, each list led by the plain form. */
export const IRREGULAR: WordTable<string> = /* @__PURE__ */ forms(
  `say said says|tell told tells telling|go went gone goes|make made makes|take took taken takes|come came comes|see saw seen sees
   |get got gotten gets getting|give gave given gives|find found finds|think thought thinks|know knew known knows|become became becomes|leave left leaves|feel felt feels
   |bring brought brings|begin began begun begins beginning|keep kept keeps|hold held holds|write wrote written writes writing|stand stood stands|hear heard hears|mean meant means|meet met meets
   |run ran runs running|pay paid pays|sit sat sits sitting|speak spoke spoken speaks|lie lay lain lies lying|lead led leads|grow grew grown grows|lose lost loses losing|fall fell fallen falls|send sent sends
   |build built builds|understand understood|draw drew drawn draws|break broke broken breaks|spend spent spends|rise rose risen rises rising|drive drove driven drives|buy bought buys|wear wore worn wears
   |choose chose chosen chooses|win won wins winning|strike struck strikes|shoot shot shoots|seek sought seeks|fly flew flown flies|fight fought fights|teach taught|catch caught catches|sell sold sells
   |throw threw thrown throws|show showed shown shows|hide hid hidden hides|steal stole stolen steals|shake shook shaken shakes|sink sank sunk sinks|swim swam swum|sing sang sung|ring rang rung
   |drink drank drunk|eat ate eaten eats|forget forgot forgotten|freeze froze frozen|bear bore borne|swear swore sworn|tear tore torn|wake woke woken|blow blew blown blows|bind bound|wind wound
   |deal dealt deals|flee fled flees|feed fed|breed bred|bleed bled|slide slid|spread spreads|sweep swept sweeps|sleep slept|weep wept|man men|woman women|child children|person people|foot feet
   |decir dice dicen dijo dijeron dicho dire dicono detto disse dit disent dizer diz dizem disseram dito|hacer hace hacen hizo hicieron hecho|fazer faz fazem fez fizeram feito|fare fanno fatto fece|faire fait font
   |pedir pide piden pidió pidieron pedido pede pediu pediram|chiedere chiede chiedono chiesto chiese|poner pone ponen puso pusieron puesto|mettere mette mettono messo|mettre mettent mis|prendere prende prendono preso|prendre prend prennent pris
   |ver vio vieron viu visto vedere vede vedono|morir muere murió murieron muerto morire muore morto morrer morreu morreram mourir meurt mort|abrir abre abrió abierto abriu aberto|aprire apre aprono aperto|ouvrir ouvre ouvert
   |volver vuelve volvió vuelto|tener tiene tienen tuvo tuvieron tenido|mantener mantiene mantienen mantuvo mantuvieron mantenido|ter tem teve tiveram tido|decidere decide decidono deciso|chiudere chiude chiudono chiuso|rispondere risponde risposto|scrivere scrive scritto|escribir escribe escribió escrito
   |venire viene vengono venuto|tenere tengono tenuto|venir vient viennent venu|tenir tient tenu|rimanere rimane rimangono rimasto|perdere perde perso|vincere vince vinto`,
);

/** A table of words that lists of words stand for, each list led by the one it stands for. */
export function forms(list: string): WordTable<string> {
  return table(() => {
    const leads = new Map<string, string>();
    for (const row of list.split("|")) {
      const [lead, ...others] = row.trim().split(/\s+/u) as [string, ...string[]];
      for (const form of [lead, ...others]) leads.set(form, lead);
    }
    return leads;
  });
}

/** Words that stand for what was named before. */
export const PRONOUNS = /* @__PURE__ */ words(
  "he she it they him her them his its their i we us our ours er sie es ihn ihm il elle ils elles lui él ella ellos ele ela eles lei loro он она оно они",
);

/** What stands before whom words go to. */
export const TO = /* @__PURE__ */ words("to à a ad al alla ai agli alle allo ao aos às aux dem der den tegen");

/** Verbs of reporting that name whom the words went to. */
export const TELLING = /* @__PURE__ */ words("told tell tells telling");

/** Those whom reports are made to, whoever they are. */
export const PRESS = /* @__PURE__ */ words(
  "reporters reporter correspondent journalist journalists press media presse journalistes imprensa jornalistas repórter repórteres prensa periodistas stampa giornalisti cronisti reportern журналистам nachrichtenagentur pressedienst agency agence agencia agência agenzia",
);

/** What stands before a source, and up to three words of it: "according to a leaked". */
export const SOURCE_BEFORE =
  /(?:\baccording to|\bsaid by|\breported by|\bbased on|\bciting|\blaut|\bnach Angaben|\bselon|\bd'après|\bsegún|\bsegundo|\bde acordo com|\bsecondo|\bvolgens|по словам|по данным|согласно|как сообщил[аи]?|как заявил[аи]?|σύμφωνα με|بحسب|وفقا ل|وفق|据|據)\s*(?:[^\s,.;:!?"“”«»]+\s+){0,3}$/i;

/** Characters of saying right behind a source, in scripts without spaces. */
export const SAID_BEHIND =
  /^(?:によると|によれば|は[^。]{0,40}(?:述べ|話し|語っ|明らかに|発表)|[^。，,]{0,6}(?:表示|说|說|称|稱|透露|介绍|通报|指出|宣布|消息)|กล่าว|ระบุ|เปิดเผย|에 따르면|[은는이가] )/u;

/** People and bodies that news goes by: with a verb of saying, a change of one of these is a change of source. */
export const SOURCES = /* @__PURE__ */ words(
  `police officer officers official officials spokesman spokeswoman spokesperson ministry minister witness witnesses resident residents neighbour neighbours neighbor neighbors prosecutor prosecutors
   source sources report auditor poll commission council court authorities authority agency department government company firm union firefighters rescuers crews doctors hospital expert experts analysts
   analyst lawyer lawyers regulator office service survey study documents study researchers scientists organisers organizers observers
   polizei ministerium feuerwehr sprecher sprecherin zeugen staatsanwaltschaft behörden anwohner innenministerium gemeinde stadt
   police ministère pompiers témoins parquet préfecture porte-parole autorités mairie riverains observatoire syndicat
   policía bomberos ministerio testigos vecinos fuentes fiscalía portavoz autoridades ayuntamiento alcaldía polícia bombeiros ministério testemunhas moradores prefeitura
   polizia vigili ministero testimoni procura comune questura полиция мчс министерство очевидцы источник прокуратура мэр губернатор губернатора пресс-секретарь пресс-служба власти
   αστυνομία υπουργείο πυροσβεστική μάρτυρες شرطة الشرطة وزارة مصادر مصدر شهود متحدث polis bakanlık valilik görgü पुलिस मंत्रालय`,
);

/** Words for the same source. */
export const SOURCE_SYNONYMS: WordTable<string> = /* @__PURE__ */ forms(
  `police officers officer cops|official officials authorities|spokesman spokeswoman spokesperson|family relatives|firefighters crews|residents locals neighbours neighbors|boss chief head manager coach director|lawyer attorney|doctors medics`,
);

/** Suffixes of persons in scripts without capitals. */
export const PERSON_SUFFIX =
  /^(?:さん|氏|君|様|さま|ちゃん|容疑者|被告|選手|監督|先生|女士|小姐|同志|씨|님|군|양|นาย|นาง)/u;
/** Persons, behind their offices. */
export const PERSON_BEFORE =
  /(?:主任|局长|局長|部长|部長|市长|市長|书记|記者|记者|经理|社長|会長|知事|校长|队长|隊長|居民|乘客|司机|النقيب|السيد|السيدة|الرئيس|الوزير|المدير|العامل|العاملة|المتحدث باسمه|المتحدثة|นาย|นาง|นางสาว|श्री|श्रीमती)\s?$/u;
/** What a place is called by, behind its name, in scripts without capitals. */
export const PLACE_SUFFIX =
  /^.{0,2}(?:県|市|町|村|区|區|駅|港|島|州|省|县|縣|镇|鎮|乡|路|街|站|川|河|湖|山|시|군|구|도|동|읍|역|항|จังหวัด)/u;
/** Words before a place, in scripts without capitals. */
export const PLACE_BEFORE_BARE =
  /(?:^|[\s\p{P}])(?:في|إلى|من|نحو|بين|ميناء|مدينة|مطار|قرب|محافظة|और)\s+(?:ميناء\s|مدينة\s|مطار\s|محافظة\s)?$|(?:จังหวัด|อำเภอ|ตำบล)$/u;

/** Numbers of months, by their names in full and short. */
export const MONTH_NUMBERS: WordTable<number> = /* @__PURE__ */ table(monthNumbers);

function monthNumbers(): ReadonlyMap<string, number> {
  const lists = [
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sept oct nov dec",
    "jan. feb. mrz mai juni juli jul aug sep okt nov dez",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago sept oct nov dic",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "янв фев мар апр мая июн июл авг сен окт ноя дек",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين تشرين كانون",
    "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
    "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    "ม.ค ก.พ มี.ค เม.ย พ.ค มิ.ย ก.ค ส.ค ก.ย ต.ค พ.ย ธ.ค",
  ];
  const numbers = new Map<string, number>();
  for (const list of lists) for (const [i, month] of list.split(" ").entries()) numbers.set(month, i + 1);
  numbers.set("sep", 9);
  return numbers;
}

/** Two names of one day. */
export const SAME_DAYS: WordTable<string> = /* @__PURE__ */ forms("samstag sonnabend|الاثنين الإثنين");
