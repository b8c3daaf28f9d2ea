/**
 * Multinomial logistic regression with an L2 penalty, by Newton's method on all rows at once: no randomness, no learning
 * rate, the one minimum of a convex function. Meant for tens of features and thousands of rows.
 */

export interface Model {
  /** One per class. */
  intercepts: number[];
  /** One list per class, in the order of the features, for features as given (the standardisation is folded back). */
  weights: number[][];
}

export interface Training {
  rows: readonly (readonly number[])[];
  /** The class of each row, from 0. */
  classes: readonly number[];
  classCount: number;
  /** How much each row counts; 1 where absent. */
  rowWeights?: readonly number[];
  /** Strength of the penalty on the standardised weights. */
  l2: number;
}

const STEPS = 50;

export function fitModel({ rows, classes, classCount, rowWeights, l2 }: Training): Model {
  const importance = rows.map((_, row) => rowWeights?.[row] ?? 1);
  const scale = scaling(rows, importance);
  const scaled = rows.map((row) => [1, ...row.map((value, at) => (value - scale.mean[at]) / scale.spread[at])]);
  const width = (rows[0]?.length ?? 0) + 1;
  let parameters = new Float64Array(classCount * width);
  let loss = lossOf(scaled, classes, importance, parameters, width, l2);
  for (let step = 0; step < STEPS; step++) {
    const direction = newtonStep(scaled, classes, importance, parameters, width, l2);
    // Halve the step until the loss falls: far from the minimum Newton's step may overshoot.
    let length = 1;
    let next = moved(parameters, direction, length);
    let nextLoss = lossOf(scaled, classes, importance, next, width, l2);
    while (nextLoss > loss && length > 1e-6) {
      length /= 2;
      next = moved(parameters, direction, length);
      nextLoss = lossOf(scaled, classes, importance, next, width, l2);
    }
    if (!(nextLoss < loss)) break;
    const gain = loss - nextLoss;
    parameters = next;
    loss = nextLoss;
    if (gain < 1e-10 * (1 + loss)) break;
  }
  return unscaled(parameters, classCount, width, scale);
}

/** The probability of each class. */
export function probabilities(model: Model, row: readonly number[]): number[] {
  return softmax(
    model.intercepts.map((intercept, at) =>
      model.weights[at].reduce((sum, weight, feature) => sum + weight * row[feature], intercept),
    ),
  );
}

interface Scale {
  mean: number[];
  spread: number[];
}

function scaling(rows: Training["rows"], importance: readonly number[]): Scale {
  const total = importance.reduce((sum, value) => sum + value, 0);
  const features = (rows[0] ?? []).map((_, at) => at);
  const mean = features.map((at) => rows.reduce((sum, row, index) => sum + importance[index] * row[at], 0) / total);
  const spread = features.map((at) => {
    const variance = rows.reduce((sum, row, index) => sum + importance[index] * (row[at] - mean[at]) ** 2, 0) / total;
    // A feature that never moves says nothing: any spread leaves it at 0.
    return Math.sqrt(variance) || 1;
  });
  return { mean, spread };
}

function unscaled(parameters: Float64Array, classCount: number, width: number, scale: Scale): Model {
  const perClass = Array.from({ length: classCount }, (_, of) => [
    ...parameters.subarray(of * width, (of + 1) * width),
  ]);
  const weights = perClass.map(([, ...rest]) => rest.map((weight, at) => weight / scale.spread[at]));
  const intercepts = perClass.map(([intercept], of) =>
    weights[of].reduce((sum, weight, at) => sum - weight * scale.mean[at], intercept),
  );
  return { intercepts, weights };
}

function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function classScores(parameters: Float64Array, width: number, row: readonly number[]): number[] {
  return Array.from({ length: parameters.length / width }, (_, of) => {
    let score = 0;
    for (let at = 0; at < width; at++) score += parameters[of * width + at] * row[at];
    return score;
  });
}

/** The intercepts are hardly penalised: just enough that the minimum is one point (adding a constant to all changes nothing). */
function penaltyAt(index: number, width: number, l2: number): number {
  return index % width === 0 ? 1e-6 : l2;
}

function lossOf(
  rows: Training["rows"],
  classes: readonly number[],
  importance: readonly number[],
  parameters: Float64Array,
  width: number,
  l2: number,
): number {
  let loss = 0;
  rows.forEach((row, index) => {
    const chance = softmax(classScores(parameters, width, row))[classes[index]];
    loss -= importance[index] * Math.log(Math.max(chance, 1e-300));
  });
  return parameters.reduce((sum, value, index) => sum + (penaltyAt(index, width, l2) / 2) * value ** 2, loss);
}

function newtonStep(
  rows: Training["rows"],
  classes: readonly number[],
  importance: readonly number[],
  parameters: Float64Array,
  width: number,
  l2: number,
): Float64Array {
  const size = parameters.length;
  const gradient = new Float64Array(size);
  const hessian = Array.from({ length: size }, () => new Float64Array(size));
  rows.forEach((row, index) => {
    const chances = softmax(classScores(parameters, width, row));
    chances.forEach((chance, of) => {
      const error = importance[index] * (chance - Number(classes[index] === of));
      for (let at = 0; at < width; at++) gradient[of * width + at] += error * row[at];
      for (let other = 0; other <= of; other++) {
        const curvature = importance[index] * chance * (Number(of === other) - chances[other]);
        // Most rows are certain and bend nothing; skipping them makes a fit several times faster.
        if (Math.abs(curvature) < 1e-12) continue;
        for (let at = 0; at < width; at++) {
          const line = hessian[of * width + at];
          for (let to = 0; to < width; to++) line[other * width + to] += curvature * row[at] * row[to];
        }
      }
    });
  });
  for (let index = 0; index < size; index++) {
    gradient[index] += penaltyAt(index, width, l2) * parameters[index];
    hessian[index][index] += penaltyAt(index, width, l2) + 1e-9;
  }
  return solve(hessian, gradient);
}

function moved(parameters: Float64Array, direction: Float64Array, length: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(parameters, (value, index) => value - length * direction[index]);
}

/** Solves `matrix · x = right` by Cholesky's method; only the lower half of the symmetric matrix is read. Destroys it. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let value = matrix[row][column];
      for (let at = 0; at < column; at++) value -= matrix[row][at] * matrix[column][at];
      matrix[row][column] = row === column ? Math.sqrt(Math.max(value, 1e-12)) : value / matrix[column][column];
    }
  }
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let at = 0; at < row; at++) solution[row] -= matrix[row][at] * solution[at];
    solution[row] /= matrix[row][row];
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let at = row + 1; at < size; at++) solution[row] -= matrix[at][row] * solution[at];
    solution[row] /= matrix[row][row];
  }
  return solution;
}

/** A step function that never falls, closest to the truths (pool adjacent violators): value by value of the sorted scores. */
export function isotonic(
  scored: ReadonlyArray<{ score: number; truth: boolean }>,
): { from: number; value: number; count: number }[] {
  const pools: { from: number; value: number; count: number }[] = [];
  for (const { score, truth } of [...scored].sort((x, y) => x.score - y.score)) {
    pools.push({ from: score, value: Number(truth), count: 1 });
    while (pools.length > 1 && pools[pools.length - 2].value >= pools[pools.length - 1].value) {
      const [low, high] = pools.splice(-2);
      const count = low.count + high.count;
      pools.push({ from: low.from, value: (low.value * low.count + high.value * high.count) / count, count });
    }
  }
  return pools;
}
