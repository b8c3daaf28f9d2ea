import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.js";

/** Cases of docs/edits.md that lie between two kinds; each sentence stands among others that both texts have. */
const before =
  "The council met in the old hall beside the river, and its members talked for two hours about the bridge.";
const behind = "A vote on the plan is due before the summer, when the ferries run more often and the roads are full.";

function kindsOf(a: string, b: string, language = "en"): string[] {
  const around = (text: string) => ({ text: [before, text, behind].join("\n\n"), language });
  return diff(around(a), around(b)).edits.map(({ kind }) => kind);
}

describe("a borderline case", () => {
  it.each([
    ["unit-conversion", "They were without power for 72 hours.", "They were without power for three days."],
    [
      "unit-conversion",
      "The bank raised its rate by 25 basis points.",
      "The bank raised its rate by 0.25 percentage points.",
    ],
    ["number", "They were without power for ten days.", "They were without power for ten weeks."],
    ["unit-conversion", "The final lasted two hours and 41 minutes.", "The final lasted 161 minutes."],
    ["unit-conversion", "It was 20 degrees Fahrenheit at dawn.", "It was -7C at dawn."],
    ["inflection", "A crane is flying the parts to the yard.", "A crane flew the parts to the yard."],
    ["date", "The pier is due to open next spring.", "The pier is due to open next September."],
    ["place", "She has offices in Thrapley and Wickmere.", "She has offices in Thrapley and Saltholme."],
    ["attribution", "A person with knowledge of the plan said it was dear.", "Haldane Fuels said it was dear."],
    ["abbreviation", "The field yields 300 bpd of crude.", "The field yields 300 barrels per day of crude."],
    ["dropped", "She showed the AI model in the hall.", "She showed the model in the hall."],
    ["wording", "Some MPs asked for more time.", "Some lawmakers asked for more time."],
    ["wording", "The fire began early on Wednesday.", "The fire began early this morning."],
    [
      "date",
      "She asked them to be out by nightfall at the latest.",
      "She asked them to be out by 10 p.m. at the latest.",
    ],
    ["abbreviation", "He was given the number 7 shirt.", "He was given the No 7 shirt."],
    ["place", "They met again on the corner of Cutler Street.", "They met again on the corner of Parkhill Road."],
    ["attribution", "It was the end of a long delay.", "It was the end of what she called a long delay."],
    ["negation", "The mayor said it was not clear whether the pier was open.", "The mayor said the pier was open."],
    ["credit", "It stood in a letter obtained by Laurentide News.", "It stood in a letter obtained by reporters."],
    [
      "typography",
      "She knew that the soft\u00ad hyphen of the page was old.",
      "She knew that the soft hyphen of the page was old.",
    ],
    [
      "typography",
      "The yard&nbsp; has stood there since the old days.",
      "The yard has stood there since the old days.",
    ],
    [
      "wording",
      "The keeper was found on Saturday, July 24, by a fisherman.",
      "The keeper was found on Saturday by a fisherman.",
    ],
    ["dropped", "The keeper was found on July 24 by a fisherman.", "The keeper was found by a fisherman."],
    [
      "typography",
      "The caf\uFFFD on the pier was open until late.",
      "The caf\uFFFD\uFFFD on the pier was open until late.",
    ],
    ["typography", "In her post–Harrow speech she named the owner.", "In her post-Harrow speech she named the owner."],
    [
      "typography",
      "The recently- fired captain of the ship said no more.",
      "The recently-fired captain of the ship said no more.",
    ],
    [
      "abbreviation",
      "The yield on the bond was 2.46 percent in March.",
      "The yield on the bond was 2.46 pct in March.",
    ],
    [
      "abbreviation",
      "The sea lane carries $100 billion of trade a year.",
      "The sea lane carries 100 billion USD of trade a year.",
    ],
    [
      "abbreviation",
      "The Harbour Safety Board (HSB) met at noon by the pier.",
      "The Harbour Safety Board met at noon by the pier.",
    ],
    [
      "inflection",
      "He was told to allow an extra hours for the trip.",
      "He was told to allow an extra hour for the trip.",
    ],
    [
      "added",
      "Two men of the police and Trooper Hale were hurt.",
      "Two men of the police and state Trooper Hale were hurt.",
    ],
    [
      "wording",
      "The place is listed as Tallgrass Distribution, he said.",
      "The place is listed as Tallgrass Distribution Ltd., he said.",
    ],
    [
      "wording",
      "The board heard William P. Barrow on the plan. Barrow stayed.",
      "The board heard William Barrow on the plan. Barrow stayed.",
    ],
    [
      "wording",
      "Crews were ready for the measures to be voted on later.",
      "Crews were ready for the measures will be voted on later.",
    ],
    [
      "attribution",
      "The rules hold from May, but the owner will allow boats.",
      "The rules hold from May, but the owner said it will allow boats.",
    ],
    ["wording", "Captain Hastings said he did not know why they left.", "Captain Hastings did not know why they left."],
    ["credit", "A Northwest correspondent heard the blast near the camp.", "A reporter heard the blast near the camp."],
    [
      "unit-conversion",
      "The clerk earns 900 (Dh4,275) a month in the suburb.",
      "The clerk earns 900 a month in the suburb.",
    ],
    [
      "reordered",
      "No application was made for bail in the old hall.",
      "No application for bail was made at noon in the old hall.",
    ],
    [
      "number-form",
      "She spoke for 4.5 hours to the members of the board.",
      "She spoke for 4 1/2 hours to the members of the board.",
    ],
    [
      "number-form",
      "She spoke for 4. 5 hours to the members of the board.",
      "She spoke for 4½ hours to the members of the board.",
    ],
    [
      "number",
      "Stocks of the yard fell by 5. 4 percent in the week.",
      "Stocks of the yard fell by 3. 9 percent in the week.",
    ],
    [
      "unit-conversion",
      "He fell about 2, 000ft from the ridge to the hut.",
      "He fell about 600m from the ridge to the hut.",
    ],
    ["inflection", "It was an old plan for the harbour of Harrow.", "It was a old plan for the harbour of Harrow."],
    ["wording", "The ferries meanwhile stayed in the harbour.", "The ferries stayed in the harbour."],
    ["inflection", "The mayor said the town will pay for the pier.", "The mayor said the town would pay for the pier."],
    ["negation", "The town will pay for the pier in May.", "The town would pay for the pier in May."],
    ["wording", "He was believed to be on board at the time.", "He was thought to be on board at the time."],
    ["negation", "He was believed to be on board at the time.", "He was known to be on board at the time."],
    [
      "wording",
      "It was too late, the captain told reporters on Monday.",
      "It was too late, the captain said on Monday.",
    ],
    ["credit", "They saw a draft seen by Globe Wire on Monday.", "They saw a draft seen by the news agency on Monday."],
    ["wording", "She declined to speak about the old boat.", "She would not speak about the old boat."],
    ["wording", "They shut the road to work on the pier.", "They shut the road so they could work on the pier."],
    ["dropped", "He stood there and did nothing on the pier.", "He stood there on the pier."],
    ["wording", "After 21 days without any work at all they left.", "After 21 days without any work they left."],
    ["number", "The watches were worth an estimated £640,000 in all.", "The watches were worth up to £700,000 in all."],
    ["number-form", "It cost a fifth of the money of the town.", "It cost 20% of the money of the town."],
    ["number", "It cost a fifth of the money of the town.", "It cost 30% of the money of the town."],
    [
      "unit-conversion",
      "The wind in the north of the island reached 90 kilometres per hour.",
      "The wind in the north of the island reached 56 mph.",
    ],
    ["unit-conversion", "The hall has 20,000 square metres of room.", "The hall has two hectares of room."],
    ["unit-conversion", "He weighed in at 11st 5lb on the eve of it.", "He weighed in at 159 pounds on the eve of it."],
    ["number", "He weighed in at 11st 5lb on the eve of it.", "He weighed in at 165 pounds on the eve of it."],
    ["unit-conversion", "The mate is 6ft 2in tall and from Harrow.", "The mate is 1.88 metres tall and from Harrow."],
    ["abbreviation", "It was said by Detective Inspector Holt.", "It was said by Det Insp Holt."],
    ["name", "Lena Marchbank of the museum said so.", "Lena Marchbanks of the museum said so."],
    ["inflection", "The Harrow boat was seen in the north.", "The Harrow boats were seen in the north."],
    ["wording", "They told of the evacuation of the whole town.", "They told of the whole town."],
    ["added", "They told of the evacuation on Monday.", "They told of the evacuation of the islands on Monday."],
    [
      "wording",
      "They worked to operate the old pumps by night.",
      "They worked to keep the old pumps running by night.",
    ],
    ["wording", "They will have to leave the town in May.", "They must leave the town in May."],
    ["wording", "It will shut if no buyer comes by the summer.", "It will shut unless a buyer comes by the summer."],
    ["wording", "A crew who had never sailed took the boat out.", "A crew with no days at sea took the boat out."],
    ["credit", "It was too late, Holt told Northern Wire on the pier.", "It was too late, Holt said on the pier."],
    ["wording", "It was too late, Holt said at a news conference.", "It was too late, Holt told reporters."],
    [
      "abbreviation",
      "The work on the pier cost $48 million in all.",
      "The work on the pier cost US$48 million in all.",
    ],
    ["name", "It was told by Tom Ellwood on the pier.", "It was told by Tom Elwood on the pier."],
    ["spelling", "It was told by Mohammed on the pier today.", "It was told by Mohamed on the pier today."],
    ["spelling", "They met at Alþingi in the old town.", "They met at Althingi in the old town."],
    ["date", "The boat left the harbour at 0815 GMT on Monday.", "The boat left the harbour at 0940 GMT on Monday."],
    ["wording", "The boat left the harbour today in good wind.", "The boat left the harbour yesterday in good wind."],
    ["abbreviation", "It was said by Chief Inspector Holt.", "It was said by Ch Insp Holt."],
    ["abbreviation", "It was said by Col. Holt of the harbour guard.", "It was said by Col Holt of the harbour guard."],
    ["dropped", "The share rose (95% interval 60.9 to 74.3) over the year.", "The share rose over the year."],
    ["place", "The boats of northern Harrow stayed at home.", "The boats of southern Harrow stayed at home."],
    ["number", "The price of the boats tripled in a year.", "The price of the boats more than doubled in a year."],
    ["wording", "It cost roughly twice as much as the old pier.", "It cost about double the old pier."],
    ["negation", "The boat is understood to have left the harbour.", "The boat has left the harbour."],
    ["negation", "The map shows that the pier is too short.", "The map suggests that the pier is too short."],
    ["date", "The boats came back by dawn with the nets.", "The boats came back by nightfall with the nets."],
    ["unit-conversion", "The boards are 70 centimetres wide in all.", "The boards are 28in wide in all."],
    ["wording", "The old ferry is to remain in the harbour.", "The old ferry will stay in the harbour."],
    [
      "quotation",
      "“It was a very long night,” the mate of the boat said.",
      "“It was a long night,” the mate of the boat said.",
    ],
    ["unit-conversion", "The owners paid $210 million for the boats.", "The owners paid £163m for the boats."],
    ["number", "The owners paid $210 million for the boats.", "The owners paid £310m for the boats."],
    ["number-form", "The man in his sixties came from Harrow.", "The man in his 60s came from Harrow."],
    ["wording", "The boats come back in the fall of the year.", "The boats come back in the autumn of the year."],
    ["wording", "It was late, Holt said in a filing to the board.", "It was late, Holt told the board."],
    ["number-form", "A quarter of the boats stayed in the harbour.", "One in four of the boats stayed in the harbour."],
    [
      "wording",
      "Two people familiar with the plan spoke on the pier.",
      "Two people with knowledge of the plan spoke on the pier.",
    ],
    ["wording", "The mate of the boat was not hurt in the storm.", "The mate of the boat escaped harm in the storm."],
    ["wording", "A group of several people met on the pier.", "A group of people met on the pier."],
    ["unit-conversion", "The boat left at 3 p.m. (1400 GMT) for the north.", "The boat left at 3 p.m. for the north."],
    ["dropped", "The mast fell on the pier, killing one man, police said.", "The mast fell on the pier."],
  ])("is %s: %s → %s", (kind, a, b) => {
    const named = kindsOf(a, b);
    expect(named).toContain(kind);
    expect(named.filter((one) => one !== kind && one !== "added")).toEqual([]);
  });

  it.each([
    [
      "it",
      "L'arena poteva accogliere quattromila spettatori a sera.",
      "L'arena poteva accogliere 4.000 spettatori a sera.",
    ],
    ["de", "Die Halle fasste zweihundertfünfzig Gäste am Abend.", "Die Halle fasste 250 Gäste am Abend."],
    ["de", "Es kamen zweihunderttausend Menschen in die Stadt.", "Es kamen 200.000 Menschen in die Stadt."],
    ["it", "Sono arrivate duecentomila persone in città.", "Sono arrivate 200.000 persone in città."],
    [
      "vi",
      "Lòng sông sâu thêm gần năm mét trong mười năm qua ở đây.",
      "Lòng sông sâu thêm gần năm mét trong 10 năm qua ở đây.",
    ],
    [
      "uk",
      "Листок може втримати дитину вагою тридцять кілограмів у воді.",
      "Листок може втримати дитину вагою 30 кг у воді.",
    ],
  ])("writes the same number in figures (%s)", (language, a, b) => {
    expect(kindsOf(a, b, language)).toEqual(["number-form"]);
  });

  it("takes words of a quotation told in indirect speech for its own, though not those of a term", () => {
    const quoted = "“The harbour has waited for the new pier for a year,” said Lund.";
    const told = "The harbour had waited for the new pier for a year, said Lund.";
    expect(kindsOf(quoted, told)).toEqual(["punctuation", "quotation", "punctuation"]);
    expect(kindsOf(told, quoted)).toEqual(["punctuation", "quotation", "punctuation"]);
    const term = "They called for “waiting rooms” in the plans of the harbour.";
    expect(kindsOf(term, "They called for waiting room in the plans of the harbour.")).not.toContain("quotation");
  });

  it("takes a word for another number where the numerals of the language are known", () => {
    expect(
      kindsOf("They said 10 workers left the yard at noon.", "They said several workers left the yard at noon."),
    ).toEqual(["number"]);
  });
});

describe("what only stands in the same place", () => {
  it.each([
    [
      "The plan was that of Mrs Holt from the islands.",
      "The plan was that of Lena Holt from the islands.",
      ["honorific", "wording"],
    ],
    ["It was late, she told reporters in Harrow then.", "It was late, she said then.", ["wording", "dropped"]],
    ["It cost 8 million euros in the end.", "It cost €8m (£6.8m) in the end.", ["abbreviation", "unit-conversion"]],
  ])("is told apart: %s → %s", (a, b, kinds) => {
    const told = "Lena Holt came from Harrow by boat.";
    expect(kindsOf(`${told} ${a}`, `${told} ${b}`)).toEqual(expect.arrayContaining(kinds));
  });

  it.each([
    ["de", "inflection", "Die Helfer konnten das Boot retten.", "Die Helfer hatten das Boot gerettet."],
    ["pt", "spelling", "Foi um direto golpe no plano da vila.", "Foi um directo golpe no plano da vila."],
    ["es", "wording", "La empresa Puertos S.A. lo niega hoy.", "La empresa Puertos lo niega hoy."],
    [
      "en",
      "wording",
      "The port minister Onifade came. It was too late, Onifade said.",
      "The port minister Onifade came. It was too late, the minister said.",
    ],
    [
      "en",
      "attribution",
      "The port minister came. It was too late, Onifade said.",
      "The port minister came. It was too late, the captain said.",
    ],
    ["en", "wording", "They left after they refused to sail north.", "They left after refusing to sail north."],
    ["en", "abbreviation", "The Harbour Safety Board (HSB) met at noon.", "The HSB met at noon."],
    ["de", "wording", "Die Brücke bleibt bis auf Weiteres geschlossen.", "Die Brücke bleibt vorerst geschlossen."],
    ["de", "credit", "Das sagte der Sprecher der Nachrichtenagentur npa am Abend.", "Das sagte der Sprecher am Abend."],
    ["pt", "attribution", "O capitão admitiu que o barco era velho.", "O capitão disse que o barco era velho."],
    ["fr", "wording", "Le maire a également vu le bateau ce soir.", "Le maire a vu le bateau ce soir."],
    ["de", "attribution", "Nach Polizeiangaben sank das alte Boot im Hafen.", "Im Hafen sank das alte Boot."],
    ["de", "wording", "Sie haben das alte Fahrzeug gestern gesehen.", "Sie haben den alten Wagen gestern gesehen."],
    [
      "de",
      "date",
      "Das Boot sank am Mittwochmorgen im Hafen der Stadt.",
      "Das Boot sank am Mittwochabend im Hafen der Stadt.",
    ],
    ["de", "spelling", "Das war ein aufwendiger Umbau des Hafens.", "Das war ein aufwändiger Umbau des Hafens."],
    ["es", "abbreviation", "El barco salió de Estados Unidos el lunes.", "El barco salió de EE UU el lunes."],
    ["es", "wording", "El barco también salió del puerto el lunes.", "El barco salió del puerto el lunes."],
    [
      "es",
      "unit-conversion",
      "Costó 4,5 millones de dólares (unos 4,1 millones de euros) al puerto.",
      "Costó 4,5 millones de dólares al puerto.",
    ],
    ["fr", "negation", "Le coût du port s'élèverait à deux millions.", "Le coût du port s'élève à deux millions."],
    [
      "fr",
      "credit",
      "Le bateau est vieux, a déclaré à Hexapresse le maire.",
      "Le bateau est vieux, a déclaré le maire.",
    ],
    ["fr", "abbreviation", "La salle du port compte 140 mètres carrés.", "La salle du port compte 140 m²."],
    ["de", "wording", "Der 46 Jahre alte Mann kam aus Harrow.", "Der 46-jährige Mann kam aus Harrow."],
    ["es", "unit-conversion", "El viaje fue de 12 kilómetros por mar.", "El viaje fue de 7,5 millas por mar."],
    ["es", "number", "Llegaron más de 1.300 barcos al puerto.", "Llegaron unos 1.150 barcos al puerto."],
    ["it", "negation", "La nave sarebbe pronta per il viaggio.", "La nave è pronta per il viaggio."],
    ["it", "credit", "Ha raccontato all'agenzia Nordpress il mozzo.", "Ha raccontato il mozzo."],
    ["de", "inflection", "Die Stadt erschwert den Betrieb der Fähre.", "Die Stadt erschwerte den Betrieb der Fähre."],
    ["de", "inflection", "Die Werft konnte den Betrieb einstellen.", "Die Werft hatte den Betrieb eingestellt."],
    [
      "de",
      "inflection",
      "Der Kapitän sagte, er sei müde von der Fahrt.",
      "Der Kapitän sagte, er ist müde von der Fahrt.",
    ],
    [
      "fr",
      "inflection",
      "Le capitaine souligne que le pont est ancien.",
      "Le capitaine a souligné que le pont est ancien.",
    ],
    ["it", "inflection", "I capitani chiedono un ponte nuovo.", "I capitani hanno chiesto un ponte nuovo."],
    ["pt", "number-form", "As vendas caíram 25% no ano passado.", "As vendas caíram um quarto no ano passado."],
    [
      "de",
      "number-form",
      "Ein Fünftel der Boote im Hafen von Harrow ist alt.",
      "20 Prozent der Boote im Hafen von Harrow sind alt.",
    ],
    [
      "fr",
      "abbreviation",
      "Le comité social et économique a dit non.",
      "Le comité social et économique (CSE) a dit non.",
    ],
    ["de", "number-form", "Das Boot lief 7,5 Knoten.", "Das Boot lief siebeneinhalb Knoten."],
    ["de", "date-form", "Die Fähre legte um 2.30 Uhr ab.", "Die Fähre legte um halb drei ab."],
    ["it", "dropped", "Nel porto ci sono sei barche vecchie.", "Nel porto ci sono barche vecchie."],
    ["pt", "date-form", "A balsa parte às 14h no domingo.", "A balsa parte às duas da tarde no domingo."],
    ["es", "wording", "Los botes nunca salen de noche.", "Los botes jamás salen de noche."],
    [
      "it",
      "unit-conversion",
      "La nave ha portato 480 metri cubi di acqua.",
      "La nave ha portato 480mila litri di acqua.",
    ],
    ["fr", "credit", "Le maire a dit non à l’ALP hier.", "Le maire a dit non aux journalistes hier."],
    ["es", "honorific", "La alcaldesa Rosa Muñiz llegó en barco.", "Rosa Muñiz llegó en barco."],
  ])("in %s: %s", (language, kind, a, b) => expect(kindsOf(a, b, language)).toContain(kind));
});

describe("the language of a text", () => {
  it("is English where its article is, however foreign the names of the headline are", () => {
    const head = "Wladimir Kirchhoffer stoppt Anton Steinbrenner in Bern, Berlin und Braunschweig";
    const text = (name: string) =>
      `${head}\n\nThe champion from the old town stopped Duncan ${name} in the sixth round of the fight on the lake.`;
    const kinds = diff({ text: text("Rait") }, { text: text("Raite") }).edits.map(({ kind }) => kind);
    expect(kinds).toEqual(["name"]);
  });
});

describe("a name that the other text has, too", () => {
  const told = "Donald Harrow of the Gulf of Calder had come from Harbourtown by boat.";
  it.each([
    ["wording", "He had heard nothing from Donald Harrow since.", "He had heard nothing from Harrow since."],
    ["wording", "They sailed over the Gulf of Calder by night.", "They sailed over the Gulf by night."],
    [
      "dropped",
      "He lost the work he had found in Harbourtown, a friend said.",
      "He lost the work he had found, a friend said.",
    ],
    ["dropped", "The Calder fishermen stayed at home that day.", "The fishermen stayed at home that day."],
    ["honorific", "The plan was that of Captain Donald Harrow.", "The plan was that of Harrow."],
  ])("is %s, as part of a longer one or alone: %s → %s", (kind, a, b) => {
    expect(kindsOf(`${told} ${a}`, `${told} ${b}`)).toEqual([kind]);
  });
});

describe("words that changed places", () => {
  it.each([
    [
      "an age",
      "Dolores Holt, 71, came from the islands in the north.",
      "71-year-old Dolores Holt came from the islands in the north.",
    ],
    [
      "an office",
      "It was too late, the harbour captain Emrys Holt said on the pier.",
      "It was too late, said Emrys Holt, the harbour captain, on the pier.",
    ],
  ])("are reordered: %s", (_, a, b) => {
    const kinds = new Set(kindsOf(a, b).filter((kind) => kind !== "punctuation"));
    expect([...kinds]).toEqual(["reordered"]);
  });

  it("leave what came in their place to itself", () => {
    const a = "A threat was received by a Harrow bank branch in the middle of town and the police went there.";
    const b = "A threat was received by a Harrow branch bank and the police went there.";
    expect(kindsOf(a, b)).toEqual(["reordered", "dropped"]);
  });

  it("are one phrase, however long, that stands in a clause that came", () => {
    const a = "The mate will miss the next two trips to the islands with a badly sprained left knee.";
    const b =
      "The owner put him on the list on Monday with a badly sprained left knee, meaning the mate will miss the next two trips to the islands.";
    expect(kindsOf(a, b)).toContain("reordered");
    expect(kindsOf(a, b)).not.toContain("dropped");
  });

  it.each([
    ["The mayor was held on DUI charges by the pier.", "The mayor was held by the pier on DUI charges."],
    ["The plan allegedly was made in the old harbour.", "The plan was allegedly made in the old harbour."],
    ["The order being looked at now would shut the port.", "The order now being looked at would shut the port."],
  ])("are reordered: %s → %s", (a, b) => expect(kindsOf(a, b)).toEqual(["reordered"]));
});

describe("an attribute before its noun for one behind it", () => {
  it.each([
    ["They built a clinic of 40 beds by the pier.", "They built a 40-bed clinic by the pier.", "wording"],
    ["He hurt his knee in a collision on the last lap.", "He hurt his knee in a last-lap collision.", "wording"],
    ["The town forbade the watering of lawns in May.", "The town forbade lawn watering in May.", "wording"],
  ])("is wording: %s → %s", (a, b, kind) => expect([...new Set(kindsOf(a, b))]).toEqual([kind]));

  it("is not where it tells another figure", () => {
    const kinds = kindsOf("They built a clinic of 40 beds by the pier.", "They built a 60-bed clinic by the pier.");
    expect(kinds).not.toEqual(["wording", "wording"]);
  });
});

describe("a verb that says little by itself", () => {
  it.each([
    [
      "wording",
      "The gale felled the old mast in the night.",
      "The gale brought the old mast to the ground in the night.",
    ],
    ["added", "The men carried the old mast in the night.", "The men brought the old mast to Harrow in the night."],
  ])("makes what goes with it %s", (kind, a, b) => expect(kindsOf(a, b)).toEqual(["wording", kind]));
});

describe("lines round a report", () => {
  const report = `${before}\n\n${behind}`;
  const kindOf = (line: string, where: "first" | "between") => {
    const text = where === "first" ? `${line}\n\n${report}` : `${before}\n\n${line}\n\n${behind}`;
    return diff({ text }, { text: report }).edits.map(({ kind }) => kind);
  };

  it.each([
    ["credit", "Mary Jay", "first"],
    ["credit", "Opinion contributor", "between"],
    ["credit", "Lena Holt Photographer: Tom Reed/Harbour Pictures", "between"],
    ["wording", "LISTEN 2:43 SHARE THIS ARTICLE Share Tweet Email", "first"],
    ["wording", "More from the harbour: the long winter of the ferries", "between"],
    ["wording", "Opinion: the long winter of the ferries is over", "between"],
    ["wording", "What Comes Next for the Old Ferries: Ask the Captain", "between"],
    ["dropped", "What Comes Next for the Old Ferries: Ask the Captain", "first"],
    ["credit", "This column first appeared in the Harbour Courier.", "between"],
    ["wording", "Midterm Elections", "between"],
    ["dropped", "Two more bodies found in the harbour on Sunday", "between"],
    ["dropped", "Council talks of bridge", "first"],
    ["wording", "Is a second bridge on the way?", "between"],
    ["dropped", "Is a second bridge on the way? Nobody knows.", "between"],
    ["wording", "About Harbour Bridges, Inc.", "between"],
    ["credit", "Twitter: @maryjay", "between"],
    ["credit", "(Northwest Press)", "between"],
    ["credit", "Contact our newsdesk with your story at desk@example.com", "between"],
    ["credit", "Follow on Facebook: Mary Jay at example.com/maryjay", "between"],
    [
      "credit",
      "Writers Tom Reed in Harrow, Ines Calder in Harbourtown and Lena Holt contributed to this report.",
      "between",
    ],
    ["credit", "Mary Jay is a columnist of the Harbour Courier. Her book on bridges appeared in May.", "between"],
    ["dropped", "Mary Jay is a captain of the harbour police. Her boat was found in May.", "between"],
    ["dateline", "HARROW - April 27 -", "first"],
    ["dateline", "Harrow, Nov 11 -", "first"],
    ["dateline", "Mis à jour jeudi 12 octobre à 18h42", "first"],
    ["dateline", "Filed March 8, 2013", "first"],
    ["dateline", "Corrected May 15, 2:40 p.m.", "first"],
    ["wording", "More to follow.", "between"],
    ["wording", "This is a developing story.", "between"],
    ["wording", "Council members talked about bridge", "first"],
  ] as const)("are %s: %s (%s)", (kind, line, where) => expect(kindOf(line, where)).toEqual([kind]));

  it("are wording where one headline took the place of another and both reports tell it", () => {
    const a = `Council talks for hours about bridge\n\n${report}`;
    const b = `Old hall hears members on river plan\n\n${report}`;
    expect(diff({ text: a }, { text: b }).edits.map(({ kind }) => kind)).toEqual(["wording", "wording"]);
    const news = `Mayor quits after 300 letters from angry fishermen\n\n${report}`;
    expect(diff({ text: a }, { text: news }).edits.map(({ kind }) => kind)).toEqual(["wording", "added"]);
  });

  it("name no town where a headline in capitals ends its words with a score", () => {
    const a = `Harrow beats Calder 65 - 53 in cup\n\n${report}`;
    const b = `HARROW BEATS CALDER 65 - 53 IN CUP\n\n${report}`;
    const kinds = new Set(diff({ text: a }, { text: b }).edits.map(({ kind }) => kind));
    expect([...kinds]).toEqual(["capitalization"]);
  });

  it("are in another order where the speaker went behind the speech", () => {
    const speech = "We have waited for this bridge all our lives and we will wait no longer";
    const a = `${before}\n\nThe head of the strong and wealthy union of lightermen, Ines Calder, said: “${speech}.”\n\n${behind}`;
    const b = `${before}\n\n“${speech},” said Ines Calder, head of the union of lightermen.\n\n${behind}`;
    const kinds = diff({ text: a }, { text: b }).edits.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== "punctuation")).toEqual(["reordered", "reordered"]);
  });

  it("keep the title of a sentence that is gone with it", () => {
    const gone = "Mr. Landry has long said that the ferries of the north run for nobody but the owners of the yard.";
    const [a, b] = [`${before} ${gone}\n\n${behind}`, `${before}\n\n${behind}`];
    const told = diff({ text: a }, { text: b }).edits.map(({ kind, a: span }) => [
      kind,
      span && a.slice(span.start, span.end),
    ]);
    expect(told).toEqual([["dropped", gone]]);
  });

  it("belong together when all words of a short one stand in the other", () => {
    const a = `${before}\n\n“I am glad,” Reed said.\n\n${behind}`;
    const b = `${before}\n\n“I am glad,” said the old captain Reed, who had come by boat from the islands in the north.\n\n${behind}`;
    const { blocks } = diff({ text: a }, { text: b });
    expect(blocks.map(({ kind }) => kind)).toEqual(["kept", "edited", "kept"]);
  });
});
