import { describe, expect, test } from "vitest";
import { hammingDistance, shared, shingles, simhash, words } from "../eval/baselines.js";
import { components, foldsOf } from "../eval/folds.js";
import { gateOf, whatFell } from "../eval/gate.js";
import { auc, binaryFigures, calibration, confusion, macroF1, quantile } from "../eval/metrics.js";
import { fitModel, isotonic, probabilities } from "../eval/regression.js";
import { alterFigure, countFigures, TRANSFORMS } from "../eval/transforms.js";

const outcomes = (rows: string) => rows.split(" ").map((row) => ({ truth: row[0] === "t", answer: row[1] === "t" }));

describe("binaryFigures", () => {
  test("counts two hits, one false alarm and two misses", () => {
    const figures = binaryFigures(outcomes("tt tt ft tf tf ff ff"));
    expect(figures).toMatchObject({ truePositives: 2, falsePositives: 1, falseNegatives: 2 });
    expect(figures.precision).toBeCloseTo(2 / 3);
    expect(figures.recall).toBeCloseTo(1 / 2);
    expect(figures.f1).toBeCloseTo(4 / 7);
  });

  test("has no precision without a positive answer and no recall without a true pair", () => {
    expect(binaryFigures(outcomes("tf ff")).precision).toBeUndefined();
    expect(binaryFigures(outcomes("ff ff")).recall).toBeUndefined();
    expect(binaryFigures(outcomes("ff")).f1).toBeUndefined();
  });
});

test("macroF1 averages the classes that occur, and a class never answered counts with 0", () => {
  const rows = [
    { truth: "same", answer: "same" },
    { truth: "partial", answer: "same" },
    { truth: "different", answer: "different" },
  ];
  // same: precision 1/2, recall 1, F1 2/3; partial: 0; different: 1.
  expect(macroF1(rows)).toBeCloseTo((2 / 3 + 0 + 1) / 3);
  expect(confusion(rows)).toEqual({ same: { same: 1 }, partial: { same: 1 }, different: { different: 1 } });
});

describe("calibration", () => {
  test("weighs the distance of each bin by its pairs", () => {
    const { ece, brier, bins } = calibration(
      [
        { score: 0.1, truth: false },
        { score: 0.3, truth: true },
        { score: 0.9, truth: true },
        { score: 1, truth: false },
      ],
      2,
    );
    // Lower bin: mean 0.2, truth 0.5; upper bin: mean 0.95, truth 0.5; two pairs each.
    expect(ece).toBeCloseTo((0.3 + 0.45) / 2);
    expect(brier).toBeCloseTo((0.01 + 0.49 + 0.01 + 1) / 4);
    expect(bins.map((bin) => bin.count)).toEqual([2, 2]);
  });

  test("is 0 where scores are certain and right", () => {
    const { ece } = calibration([
      { score: 0, truth: false },
      { score: 1, truth: true },
    ]);
    expect(ece).toBe(0);
  });
});

test("auc is the chance that a true pair scores higher, a tie counting half", () => {
  const scored = [
    { score: 0.9, truth: true },
    { score: 0.5, truth: true },
    { score: 0.5, truth: false },
    { score: 0.1, truth: false },
  ];
  expect(auc(scored)).toBeCloseTo(3.5 / 4);
});

test("quantile takes the nearest rank", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2);
  expect(quantile([4, 1, 3, 2], 0.95)).toBe(4);
  expect(quantile([], 0.5)).toBeUndefined();
});

describe("splits by event", () => {
  test("pairs that share an article are one component", () => {
    const found = components([
      ["d", "c"],
      ["a", "b"],
      ["b", "c"],
      ["x", "y"],
    ]);
    expect([...found].sort()).toEqual([
      ["a", "a"],
      ["b", "a"],
      ["c", "a"],
      ["d", "a"],
      ["x", "x"],
      ["y", "x"],
    ]);
  });

  test("an event is in one fold only, and the folds weigh much the same", () => {
    const events = ["a", "a", "a", "b", "b", "c", "d"].map((event) => ({ event, weight: 1 }));
    const folds = foldsOf(events, 2);
    // a (3) to the first, b (2) to the second, c to the second, d evens out.
    expect([...folds]).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 1],
      ["d", 0],
    ]);
  });
});

describe("baselines", () => {
  test("shingles are distinct, and a text shorter than one is one", () => {
    expect(shingles(words("A b c. A b c!"), 3)).toHaveLength(3);
    expect(shingles(words("Short text"), 5)).toHaveLength(1);
    expect(shingles(words(""), 5)).toHaveLength(0);
  });

  test("shared counts the intersection of two sorted sets", () => {
    expect(shared(Uint32Array.of(1, 3, 5, 9), Uint32Array.of(2, 3, 9))).toBe(2);
  });

  test("SimHash is equal for equal words in another order, and far for other words", () => {
    expect(simhash("one two three")).toEqual(simhash("three, two, one"));
    expect(hammingDistance([0b1011, 0], [0b0010, 0x80000000])).toBe(3);
  });
});

describe("transforms", () => {
  const text = 'It rose 1,204 points.\nHe said "no" on day 5.\nNothing else happened.';

  test("one figure is altered and nothing else", () => {
    expect(countFigures(text)).toBe(2);
    expect(alterFigure(text, 0)).toBe(text.replace("1,204", "4,204"));
    expect(alterFigure(text, 1)).toBe(text.replace("5", "8"));
  });

  test("shuffling keeps every paragraph and changes their order", () => {
    const shuffled = TRANSFORMS.shuffled(text).split("\n\n");
    expect([...shuffled].sort()).toEqual(text.split("\n").sort());
    expect(shuffled).not.toEqual(text.split("\n"));
  });

  test("quotes curl towards the words they stand by", () => {
    expect(TRANSFORMS["smart quotes"]('He said "no", didn\'t he')).toBe("He said “no”, didn’t he");
  });

  test("soft hyphens change nothing that shows", () => {
    const hyphened = TRANSFORMS["soft hyphens"](text);
    expect(hyphened).not.toBe(text);
    expect(hyphened.replaceAll("\u00AD", "")).toBe(text);
  });
});

describe("gate", () => {
  const gate = { ecbplus: { f1: 0.97, ece: 0.02, figureFlips: 0 } };

  test("small moves pass, falls are named", () => {
    const always = () => true;
    expect(whatFell(gate, { ecbplus: { f1: 0.966, ece: 0.024, figureFlips: 0 } }, always)).toEqual([]);
    expect(whatFell(gate, { ecbplus: { f1: 0.96, ece: 0.03, figureFlips: 1 } }, always)).toEqual([
      "ecbplus: f1 was 0.97, is 0.96",
      "ecbplus: ece was 0.02, is 0.03",
      "ecbplus: figureFlips was 0, is 1",
    ]);
  });

  test("a set that is not there fell only where it is required", () => {
    expect(whatFell(gate, {}, () => false)).toEqual([]);
    expect(whatFell(gate, {}, () => true)).toEqual(["ecbplus: not measured"]);
  });

  test("times and counts of pairs are not held", () => {
    expect(gateOf({ abp: { pairs: 174, medianMs: 2, f1: 0.98765432 } })).toEqual({ abp: { f1: 0.9877 } });
  });
});

describe("regression", () => {
  test("finds the odds of a two-class table without a penalty", () => {
    // x = 0: one of four is true; x = 1: three of four. So the intercept is log(1/3) and the slope 2 log 3.
    const rows = [0, 0, 0, 0, 1, 1, 1, 1].map((x) => [x]);
    const model = fitModel({ rows, classes: [0, 0, 0, 1, 0, 1, 1, 1], classCount: 2, l2: 1e-9 });
    expect(model.intercepts[1] - model.intercepts[0]).toBeCloseTo(Math.log(1 / 3), 3);
    expect(model.weights[1][0] - model.weights[0][0]).toBeCloseTo(2 * Math.log(3), 3);
    expect(probabilities(model, [1])[1]).toBeCloseTo(0.75, 3);
  });

  test("weights count like repeated rows, and an unmoving feature gets no weight", () => {
    const once = fitModel({
      rows: [
        [0, 7],
        [1, 7],
      ],
      classes: [0, 1],
      classCount: 2,
      rowWeights: [3, 1],
      l2: 0.1,
    });
    const rows = [
      [0, 7],
      [0, 7],
      [0, 7],
      [1, 7],
    ];
    const repeated = fitModel({ rows, classes: [0, 0, 0, 1], classCount: 2, l2: 0.1 });
    expect(once.weights[1][0]).toBeCloseTo(repeated.weights[1][0], 5);
    expect(once.weights[1][1]).toBeCloseTo(0, 9);
  });

  test("tells three classes on a line apart", () => {
    const rows = [0, 1, 2, 10, 11, 12, 20, 21, 22].map((x) => [x, x * x]);
    const model = fitModel({ rows, classes: [0, 0, 0, 1, 1, 1, 2, 2, 2], classCount: 3, l2: 0.01 });
    const answers = rows
      .map((row) => probabilities(model, row))
      .map((chances) => chances.indexOf(Math.max(...chances)));
    expect(answers).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
  });

  test("isotonic pools what falls", () => {
    const steps = isotonic([
      { score: 0.1, truth: false },
      { score: 0.4, truth: true },
      { score: 0.6, truth: false },
      { score: 0.9, truth: true },
    ]);
    expect(steps.map((step) => step.value)).toEqual([0, 0.5, 1]);
  });
});
