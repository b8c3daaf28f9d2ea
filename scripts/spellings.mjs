// Writes src/text/spellingPairs.ts: pairs of British and American spelling, packed by what differs between the two.
// The pairs are those of the package american-british-english-translator (MIT) and the ones below that it lacks or has
// otherwise. Run: node scripts/spellings.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const PACKAGE = "american-british-english-translator/data/british_spellings.json";

// British or older form first. A pair here stands above one of the package.
const OWN =
  "towards toward|afterwards afterward|backwards backward|forwards forward|upwards upward|downwards downward|inwards inward|outwards outward|onwards onward|whilst while|amongst among|amidst amid|cheque check|cheques checks|kerb curb|kerbs curbs|enquiry inquiry|enquiries inquiries|enquire inquire|enquired inquired|acknowledgement acknowledgment|acknowledgements acknowledgments|skilful skillful|skilfully skillfully|wilful willful|wilfully willfully|mum mom|mums moms|storey story|storeys stories|learnt learned|spelt spelled|burnt burned|dreamt dreamed|leapt leaped|spoilt spoiled|gaol jail|gaoled jailed|maths math|aeroplane airplane|aeroplanes airplanes|doughnut donut|doughnuts donuts|fuelled fueled|fuelling fueling|totalled totaled|totalling totaling|weaponise weaponize|weaponised weaponized|weaponising weaponizing|liveable livable|saleable salable|sizeable sizable|likeable likable|routeing routing|adviser advisor|advisers advisors|okay ok|whisky whiskey|furore furor|spiralling spiraling|spiralled spiraled|channelled channeled|channelling channeling|funnelled funneled|funnelling funneling|tunnelling tunneling|bevelled beveled|gruelling grueling|dialled dialed|dialling dialing|equalled equaled|equalling equaling|pedalled pedaled|shovelled shoveled|snorkelling snorkeling|trialled trialed|trialling trialing|unravelled unraveled|unravelling unraveling|chiselled chiseled|grovelling groveling|initialled initialed|marshalled marshaled|marshalling marshaling|programme program|programmes programs|practise practice|practised practiced|practising practicing|licence license|licences licenses|defence defense|defences defenses|offence offense|offences offenses|pretence pretense|tyre tire|tyres tires|judgement judgment|judgements judgments|ageing aging|grey gray|greys grays|cosy cozy|disc disk|draught draft|draughts drafts|sceptic skeptic|sceptics skeptics|sceptical skeptical|scepticism skepticism|behaviour behavior|behaviours behaviors|aluminium aluminum|pyjamas pajamas|instalment installment|instalments installments|fulfil fulfill|fulfils fulfills|fulfilment fulfillment|enrol enroll|enrols enrolls|enrolment enrollment|percent %|pct %|prozent %|procent %|kyiv kiev|quran koran|qaeda qaida|email email|healthcare healthcare";

/** Every pair, British form to American. */
export function spellingPairs() {
  const ofPackage = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(PACKAGE), "utf8"));
  return new Map([...Object.entries(ofPackage), ...OWN.split("|").map((pair) => pair.split(" "))]);
}

/** A pair cut in three: what both begin with, "British>American" of what differs, what both end in. */
function cut(british, american) {
  const most = Math.min(british.length, american.length);
  let start = 0;
  while (start < most && british[start] === american[start]) start++;
  let end = 0;
  while (end < most - start && british.at(-1 - end) === american.at(-1 - end)) end++;
  // "organ is>iz e" and not "organi s>z e": the letter before is the same in most of these, and one stem the less to store.
  const before = start > 0 && /^(?:s>z|u>)$/.test(differing(british, american, start, end)) ? 1 : 0;
  return [
    british.slice(0, start - before),
    differing(british, american, start - before, end),
    british.slice(british.length - end),
  ];
}

function differing(british, american, start, end) {
  return `${british.slice(start, british.length - end)}>${american.slice(start, american.length - end)}`;
}

function commonStart(words) {
  let start = words[0];
  for (const word of words) while (!word.startsWith(start)) start = start.slice(0, -1);
  return start;
}

function gathered(map, key) {
  return map.get(key) ?? map.set(key, []).get(key);
}

/** The packed text: a line a difference, in it groups of stems that have the same endings. */
export function packSpellings(pairs) {
  const rests = new Map();
  for (const [british, american] of pairs) {
    const [start, differs, rest] = cut(british, american);
    gathered(rests, `${differs} ${start}`).push(rest);
  }
  const lines = new Map();
  for (const [key, found] of rests) {
    const [differs, start] = key.split(" ");
    const middle = commonStart(found);
    const endings = found.map((rest) => rest.slice(middle.length)).sort().join(",");
    const groups = lines.get(differs) ?? lines.set(differs, new Map()).get(differs);
    gathered(groups, endings).push(middle ? `${start}_${middle}` : start);
  }
  const ordered = (map) => [...map].sort(([one], [two]) => (one < two ? -1 : 1));
  return ordered(lines)
    .map(([differs, groups]) =>
      [differs, ...ordered(groups).map(([endings, stems]) => `${endings}=${stems.sort().join(" ")}`)].join("|"),
    )
    .join("\n");
}

function write() {
  const packed = packSpellings(spellingPairs());
  writeFileSync(
    new URL("../src/text/spellingPairs.ts", import.meta.url),
    `// Generated by scripts/spellings.mjs, most of it from american-british-english-translator (MIT); do not edit by hand.

/** Pairs of spellings, as spellings.ts reads them. */
export const SPELLINGS = \`
${packed}\`;
`,
  );
  console.log(packed.length);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) write();
