/** The funnel by brute force, one person at a time: every way through the rows is tried. At most one optional step. */

export interface OracleRow {
  step: number;
  minute: number;
}

export interface OracleSteps {
  optional: readonly boolean[];
  windowMinutes: number | null;
}

type Score = [required: number, optional: number];

const isBetter = (a: Score, b: Score): boolean => a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
const best = (scores: readonly Score[]): Score => scores.reduce((a, b) => (isBetter(b, a) ? b : a));
const inWindow = (entry: number, minute: number, steps: OracleSteps): boolean =>
  steps.windowMinutes === null || minute - entry <= steps.windowMinutes;

/** Which steps a score stands for: the first so many required ones, and the optional one. */
function reached([required, optional]: Score, steps: OracleSteps): boolean[] {
  let left = required;
  return steps.optional.map((isOptional, step) => {
    if (step === 0) return true;
    return isOptional ? optional > 0 : left-- > 0;
  });
}

/** Ordered: from a step at a minute on, the best of taking any later row of the next step, or of skipping it where one may. */
function orderedFrom(rows: readonly OracleRow[], steps: OracleSteps, entry: number, step: number, minute: number): Score {
  const next = step + 1;
  if (next === steps.optional.length) return [0, 0];
  const isOptional = steps.optional[next];
  const ways: Score[] = rows
    .filter((row) => row.step === next && row.minute >= minute && inWindow(entry, row.minute, steps))
    .map((row) => {
      const [required, optional] = orderedFrom(rows, steps, entry, next, row.minute);
      return isOptional ? [required, optional + 1] : [required + 1, optional];
    });
  return best([[0, 0], ...(isOptional ? [orderedFrom(rows, steps, entry, next, minute)] : []), ...ways]);
}

export function oracleOrdered(rows: readonly OracleRow[], steps: OracleSteps): boolean[] | null {
  const entries = rows.filter((row) => row.step === 0);
  if (entries.length === 0) return null;
  return reached(best(entries.map((entry) => orderedFrom(rows, steps, entry.minute, 0, entry.minute))), steps);
}

/** Strict: minute by minute, as the prose has it. */
function strictFrom(rows: readonly OracleRow[], steps: OracleSteps, entry: number): Score {
  const minutes = [...new Set(rows.map((row) => row.minute))]
    .filter((minute) => minute >= entry && inWindow(entry, minute, steps))
    .sort((a, b) => a - b);
  const score: Score = [0, 0];
  let at = 0;
  for (const minute of minutes) {
    const present = new Set(rows.filter((row) => row.minute === minute).map((row) => row.step));
    const stood = at;
    for (let next = at + 1; next < steps.optional.length; next++) {
      if (present.has(next)) {
        score[steps.optional[next] ? 1 : 0]++;
        at = next;
      } else if (!steps.optional[next]) break;
    }
    if (minute > entry && at === stood && !present.has(stood)) break;
  }
  return score;
}

export function oracleStrict(rows: readonly OracleRow[], steps: OracleSteps): boolean[] | null {
  const entries = rows.filter((row) => row.step === 0);
  if (entries.length === 0) return null;
  return reached(best(entries.map((entry) => strictFrom(rows, steps, entry.minute))), steps);
}

/** Any order: for the window from every row on, how many steps from the first one on it holds. */
export function oracleAny(rows: readonly OracleRow[], steps: OracleSteps): boolean[] | null {
  const scores = rows.flatMap((start): Score[] => {
    const held = new Set(
      rows.filter((row) => row.minute >= start.minute && inWindow(start.minute, row.minute, steps)).map((row) => row.step),
    );
    if (!held.has(0)) return [];
    const score: Score = [0, 0];
    for (let step = 1; step < steps.optional.length && (held.has(step) || steps.optional[step]); step++) {
      if (held.has(step)) score[steps.optional[step] ? 1 : 0]++;
    }
    return [score];
  });
  return scores.length === 0 ? null : reached(best(scores), steps);
}
