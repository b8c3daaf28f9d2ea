/**
 * One edit a line, inside a story that stays: "S" where it changes what a reader learns, "K" where it is house style alone.
 * A changed fact must never pass for style.
 */
import { expect, test } from "vitest";
import { diff } from "../../src/index.js";

const BEFORE = "The council of Fairhaven met in the town hall for several hours before the decision was announced.\n\n";
const AFTER = "\n\nResidents who had gathered in the square outside went home when the rain set in again.";

const NUMBERS = `
K The 4-year-old boy was found in the barn. => The four-year-old boy was found in the barn.
K The 10-year plan was found in the barn. => The ten-year plan was found in the barn.
S The 10-year plan was found in the barn. => The five-year plan was found in the barn.
K A three-day trip to the coast began. => A 3-day trip to the coast began.
K A dozen schools will close in the county. => Twelve schools will close in the county.
K Two dozen schools will close in the county. => 24 schools will close in the county.
K Half a dozen people came to the hall. => Six people came to the hall.
S Two dozen schools will close in the county. => 20 schools will close in the county.
K Half of the schools will close. => 50% of the schools will close.
S Half of the schools will close. => 40% of the schools will close.
S All of the schools will close. => Half of the schools will close.
K The rate is .5 percent in the county. => The rate is 0.5% in the county.
K He wrote it in the 1990s on the island. => He wrote it in the 90s on the island.
S He wrote it in the 1990s on the island. => He wrote it in the 1980s on the island.
K It was minus 20 degrees Celsius in the town. => It was -20C in the town.
S It was minus 20 degrees Celsius in the town. => It was 20C in the town.
S They paid 200 euros for the painting. => They paid 200 dollars for the painting.
S They paid $200 for the painting. => They paid £200 for the painting.
S The rate rose 3 percent in a year. => The rate rose 3 percentage points in a year.
S Revenue was 5.1 billion dollars, beating forecasts. => Revenue was £5.1bn, missing forecasts.
S They spent 40 million euros, which is a lot. => They spent $40m, that is a lot.
K They spent 40 million baht, which is a lot. => They spent ฿40m, that is a lot.
K They spent 40 million dollars, which is a lot. => They spent $40m, that is a lot.
S He wrote it in the 1900s on the island. => He wrote it in the 2000s on the island.
K The rate rose 25 basis points in a year. => The rate rose 0.25 percentage points in a year.
`;

const CONTRARIES = `
S Shares of Dalton rose on Thursday after the results. => Shares of Dalton fell on Thursday after the results.
K Shares of Dalton rose on Thursday after the results. => Shares of Dalton climbed on Thursday after the results.
S The firm was acquitted of all charges in Leeds. => The firm was convicted of all charges in Leeds.
S The payments were legal at the time, the judge ruled. => The payments were illegal at the time, the judge ruled.
S It was an unauthorized copy of the map. => It was an authorised copy of the map.
S The driver was injured in the crash on the bridge. => The driver was killed in the crash on the bridge.
K The driver was injured in the crash on the bridge. => The driver was hurt in the crash on the bridge.
S A man was arrested by officers at the port. => A man was charged by officers at the port.
S Senators passed the bill late in the evening. => Senators rejected the bill late in the evening.
K Senators passed the bill late in the evening. => Senators approved the bill late in the evening.
S The court upheld the ban on fishing. => The court lifted the ban on fishing.
S She failed to reach the shore before dark. => She managed to reach the shore before dark.
S Rovers beat United in the final at Denby. => Rovers lost to United in the final at Denby.
S He raised his left arm at the hearing. => He raised his right arm at the hearing.
S It is warmer in the east of the country. => It is colder in the east of the country.
S He left the room before the vote. => He left the room after the vote.
K The thieves had to lower themselves from the wall. => The thieves had to climb down from the wall.
K Dozens of migrants were held at the port. => Dozens of immigrants were held at the port.
S Her husband was found in the river. => Her brother was found in the river.
S She was taken home after the hearing. => He was taken home after the hearing.
S The truck driver died in the crash. => The truck passenger died in the crash.
S They earn 200 dollars a month in the mines. => They earn 200 dollars a week in the mines.
S It publishes a daily report on floods. => It publishes a weekly report on floods.
S The plan begins next month in the bay. => The plan begins next year in the bay.
S It is the largest bank in the land. => It is the second-largest bank in the land.
S Up to 10 officers responded to the call. => At least 10 officers responded to the call.
S More than 30 herds were tracked by satellite. => Fewer than 30 herds were tracked by satellite.
K More than 30 herds were tracked by satellite. => Over 30 herds were tracked by satellite.
S The price rose to 5 percent of income. => The price rose by 5 percent of income.
S Der Umsatz stieg um 4,5 Prozent im Quartal. => Der Umsatz sank um 4,5 Prozent im Quartal.
S Der Angeklagte wurde am Montag freigesprochen. => Der Angeklagte wurde am Montag verurteilt.
S Le texte a été rejeté par les députés. => Le texte a été adopté par les députés.
S El partido apoya la reforma del agua. => El partido rechaza la reforma del agua.
S Il valico resta chiuso per la neve. => Il valico resta aperto per la neve.
S O desemprego subiu em março no país. => O desemprego caiu em março no país.
`;

const SIDES_AND_MARKS = `
S Marsh accused Whitfield of playing politics. => Whitfield accused Marsh of playing politics.
S Police officers attacked the protesters near the gate. => The protesters attacked police officers near the gate.
S Arsenal beat Chelsea in the cup final on Sunday. => Chelsea beat Arsenal in the cup final on Sunday.
S Iran attacked Iraq on Tuesday, the UN said. => Iraq attacked Iran on Tuesday, the UN said.
S He was born in Leeds and died in York. => He was born in York and died in Leeds.
S A teacher was shot by a student. => A student was shot by a teacher.
S Smith sold the house to Jones. => Jones sold the house to Smith.
S Sanctions by Russia against the EU begin in May. => Sanctions by the EU against Russia begin in May.
S France won the toss and Spain the match. => Spain won the toss and France the match.
S He flew from Rome to Paris. => He flew from Paris to Rome.
K Smith and Jones left the hall together. => Jones and Smith left the hall together.
K Marsh met Whitfield at the port on Monday. => Whitfield met Marsh at the port on Monday.
K The mayor said on Monday the bridge would close. => The mayor on Monday said the bridge would close.
K On Monday the council met in Leeds. => The council met in Leeds on Monday.
K Officials from Spain, France and Italy met. => Officials from Italy, France and Spain met.
K "It is over," said Smith. => "It is over," Smith said.
K Smith said it was over for the club. => It was over for the club, Smith said.
S "The plan is dead for this year," Smith said. => The plan is dead for this year, Smith said.
S The plan is dead for this year, Smith said. => "The plan is dead for this year," Smith said.
K Her film "The Long Goodbye of Summer" won. => Her film The Long Goodbye of Summer won.
`;

const NAMES_AND_DENIALS = `
S Mr Clark met the builder in the evening. => Mr Clarke met the builder in the evening.
S Ann Pike, the chief of staff, met the builder. => Anne Pike, the chief of staff, met the builder.
K No one was hurt in the fire at the mill. => Nobody was hurt in the fire at the mill.
K It is not legal to fish in the bay at night. => It is illegal to fish in the bay at night.
S It is legal to fish in the bay at night. => It is illegal to fish in the bay at night.
K He did not succeed in the attempt on Monday. => He failed in the attempt on Monday.
K The U.K. government declined to comment on it. => The British government declined to comment on it.
S Er raakten zesentwintig mensen gewond. => Er raakten 36 mensen gewond.
K Er raakten zesentwintig mensen gewond. => Er raakten 26 mensen gewond.
S Zginęło w poniedziałek pięć osób na moście. => Zginęło we wtorek pięć osób na moście.
S 会議は月曜日の午後に市役所で開かれた。 => 会議は火曜日の午後に市役所で開かれた。
K È salito a ventitré il numero dei morti nel crollo. => È salito a 23 il numero dei morti nel crollo.
`;

/** What a look for false alarms found. */
const RESTYLED = `
K The search took a day in all, he told them. => The search took 24 hours in all, he told them.
K The strike lasted a week at the port. => The strike lasted seven days at the port.
K The strike lasted a fortnight at the port. => The strike lasted two weeks at the port.
K The talks took half an hour at the port. => The talks took 30 minutes at the port.
S The talks took half an hour at the port. => The talks took 40 minutes at the port.
S The strike lasted a week at the port. => The strike lasted ten days at the port.
K The vase is worth half a million dollars. => The vase is worth $500,000.
S The vase is worth half a million dollars. => The vase is worth $600,000.
K A couple of boats sank in the storm at the port. => Two boats sank in the storm at the port.
S A couple of boats sank in the storm at the port. => Three boats sank in the storm at the port.
K The attempt did not succeed on Monday. => The attempt failed on Monday.
S The bank did not raise rates on Monday. => The bank cut rates on Monday.
S The team did not win on Monday in Leeds. => The team lost on Monday in Leeds.
S The price closed up on Monday in Leeds. => The price closed down on Monday in Leeds.
S The price went up on Monday in Leeds. => The price fell on Monday in Leeds.
K The barn went up in flames on Monday. => The barn burned down on Monday.
K He passed up an offer from the club. => He rejected an offer from the club.
K In Leeds police arrested two men on Monday. => On Monday police arrested two men in Leeds.
K The new head coach will be Martin Lowe. => Martin Lowe will be the new head coach.
K Spain signed a trade deal with Peru. => Peru signed a trade deal with Spain.
K Deux personnes ont été tuées dans le choc. => Deux personnes sont mortes dans le choc.
K No more than 30 people were let in. => At most 30 people were let in.
S The goalkeeper, a left-footed player, was hurt. => The goalkeeper, a right-footed player, was hurt.
K The coach said his loss hurt the team in Leeds. => The coach said his defeat hurt the team in Leeds.
K He was admitted to hospital on Monday. => He was taken to hospital on Monday.
K Officials said the search would go on. => The search would go on, according to officials.
K The search would go on, police said. => Police said the search would go on.
K The search would go on, according to the coast guard. => The coast guard said that the search would go on.
S Officials said the search would go on. => The search would go on, according to residents.
`;

function linesOf(list: string): string[] {
  return list.split("\n").filter((line) => line !== "");
}

test.each([
  ...linesOf(NUMBERS),
  ...linesOf(CONTRARIES),
  ...linesOf(SIDES_AND_MARKS),
  ...linesOf(NAMES_AND_DENIALS),
  ...linesOf(RESTYLED),
])("%s", (line) => {
  const [, want, a, b] = /^([SK]) (.*) => (.*)$/.exec(line) ?? [];
  const { edits } = diff({ text: BEFORE + a + AFTER }, { text: BEFORE + b + AFTER });
  expect(edits.length).toBeGreaterThan(0);
  expect(edits.some(({ substantive }) => substantive)).toBe(want === "S");
});
