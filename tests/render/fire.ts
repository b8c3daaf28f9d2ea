// Four versions of an invented story, the last first.
import type { Article } from "../../src/index.js";

const LEAD =
  "A fire in a furniture warehouse on the edge of Calloway killed 12 people on Tuesday night, officials said.";
const CAUSE =
  "Investigators believe that a faulty battery charger started the blaze on the second floor of the building, fire chief Ruth Vane said.";
const SCHOOLS =
  "Schools near the port stayed closed for a day while crews cleared the last of the debris from the road toward the harbor.";
const DOGS = "Dogs were brought in to search the rubble, and two workers were still missing late in the evening.";
const NEIGHBOUR =
  "“We heard three loud knocks and ran,” said Tom Brandt, 31, who works the night shift at the plant next door.";
const MONEY = "The company said on Wednesday that it would pay $1.2 million to the families.";

const version = (source: string, title: string, publishedAt: string, ...paragraphs: string[]): Article => ({
  source,
  title,
  publishedAt,
  language: "en",
  url: "https://example.org/fire",
  text: paragraphs.join("\n\n"),
});

export const fire: Article[] = [
  version(
    "Courier",
    "Company to pay after <fire>",
    "2024-05-02T09:00Z",
    LEAD.replace("12", "15"),
    MONEY,
    NEIGHBOUR,
    SCHOOLS,
  ),
  version("Wire", "Fire in Calloway kills 12", "2024-05-01T08:00Z", LEAD, CAUSE, SCHOOLS, NEIGHBOUR),
  version(
    "Post",
    "Fire in Calloway kills 14",
    "2024-05-01T10:30Z",
    LEAD.replace("12", "14"),
    DOGS,
    CAUSE,
    SCHOOLS.replace("toward", "towards").replace("harbor", "harbour"),
    NEIGHBOUR,
  ),
  version(
    "Post",
    "Fire in Calloway kills 14",
    "2024-05-01T12:00Z",
    LEAD.replace("12", "14"),
    DOGS.replace("two workers were", "one worker was"),
    NEIGHBOUR,
    SCHOOLS,
  ),
];
