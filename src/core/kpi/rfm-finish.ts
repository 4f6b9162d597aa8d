/** From what `rfm` counted to its result: classes, matrix, segments, concentration, means. */
import { cutPoints, cutsBelow, rankCutPoints } from '../stats/cut-points.js';
import { gini } from '../stats/gini.js';
import { quantileType7 } from '../stats/quantile.js';
import { topShare } from '../stats/top-share.js';
import type { FinishContext, Finished } from './contract.js';
import { statusOf } from './reason.js';
import { groupMeans, groupSums, joinGroups, segmentFigures } from './rfm-groups.js';
import type { GroupSums } from './rfm-groups.js';
import type { Measures, RfmPartials } from './rfm-partials.js';
import { rfmReasons } from './rfm-reasons.js';
import { segmentCuts, SEGMENTS } from './rfm-segments.js';
import type { RfmParams, RfmResult } from './rfm-types.js';
import { describeWindow } from './rfm-window.js';
import { isFew, unlessHidden, withheldParts } from './suppression.js';

/** How many cut points each value has passed; looked up where values lie closer together than there are values. */
function passedCuts(values: Measures[number], sorted: Measures[number], cuts: readonly number[], opens: boolean): Uint8Array {
  const passed = new Uint8Array(values.length);
  const least = sorted[0];
  const range = sorted[sorted.length - 1] - least;
  const table = range < values.length ? Uint8Array.from({ length: range + 1 }, (_, more) => cutsBelow(cuts, least + more, opens)) : null;
  for (let position = 0; position < passed.length; position++)
    passed[position] = table ? table[values[position] - least] : cutsBelow(cuts, values[position], opens);
  return passed;
}

/**
 * Classes of the three measures (L5, G8): cut points, and the score of a customer on each: `bins` for the most recent ones, 1 for the
 * rarest and for the lowest revenue. Limits of the R package rfm 0.3 are quantiles of type 7 plus one unit; each opens the class above.
 */
function classify({ measures, sorted }: RfmPartials, { bins, mode }: RfmParams, unit: number) {
  const isR = mode === 'rfm-r';
  const one = [1, 1, unit];
  const cuts = sorted.map((values, axis) =>
    isR ? rankCutPoints(values, bins, quantileType7).map((cut) => cut + one[axis]) : cutPoints(values, bins),
  );
  const passed = measures.map((values, axis) => passedCuts(values, sorted[axis], cuts[axis], isR));
  const scoreOf = (axis: number, position: number): number => (axis === 0 ? bins - passed[0][position] : passed[axis][position] + 1);
  return { cuts, scoreOf };
}

/** Concentration of revenue (L32). Negative revenue counts as 0. */
function concentration(sorted: Float64Array): RfmResult['concentration'] {
  const amounts = sorted[0] < 0 ? sorted.map((amount) => Math.max(amount, 0)) : sorted;
  const { countShare, valueShare } = topShare(amounts, 1, 5);
  return { topCustomerShare: countShare, topRevenueShare: valueShare, gini: gini(amounts) };
}

export function rfmFinish(partials: RfmPartials, params: RfmParams, { unit, minGroupSize }: FinishContext): Finished<RfmResult> {
  const { window, measures, sorted, guestOrders, guestRevenue, used } = partials;
  const { bins, scoreLimit } = params;
  const { cuts, scoreOf } = classify(partials, params, unit);
  const limits = segmentCuts(sorted[2], params, unit);
  const segmentOf = passedCuts(measures[2], sorted[2], limits, params.segments !== 'quartile');
  // Cells by segments; each cell, each segment and the whole are made of some of them.
  const parts = SEGMENTS.length;
  const partOf = segmentOf.map((segment, position) => ((scoreOf(0, position) - 1) * bins + scoreOf(1, position) - 1) * parts + segment);
  const groups = groupSums(measures, bins * bins * parts, partOf);
  const cells = joinGroups(groups, bins * bins, (part) => Math.floor(part / parts));
  const segments = joinGroups(groups, parts, (part) => part % parts);
  const [whole] = joinGroups(segments, 1, () => 0);
  const sizesOf = (groups: readonly GroupSums[]): number[] => groups.map(([people]) => people);
  const hiddenCells = withheldParts(sizesOf(cells), minGroupSize);
  const hiddenSegments = withheldParts(sizesOf(segments), minGroupSize);
  const [customers, orders, revenue] = whole;
  const silent = window.customers - customers;
  const hidesSilent = isFew(silent, minGroupSize);
  const hidden = {
    cells: hiddenCells.includes(true),
    segments: hidesSilent || hiddenSegments.includes(true),
    scores: minGroupSize > 1 && scoreLimit > 0,
  };
  const reasons = rfmReasons(partials, params, whole, segments, cuts, hidden);
  const value: RfmResult = {
    window: describeWindow(window),
    ...{ customers, inactive: hidesSilent ? null : silent, orders, revenue: revenue / unit, bins },
    cuts: { recencyDays: cuts[0], orderCount: cuts[1], revenue: cuts[2].map((cut) => cut / unit) },
    cells: cells.map(([customers, orders, revenue], index) => ({
      ...{ recency: Math.floor(index / bins) + 1, frequency: (index % bins) + 1 },
      ...unlessHidden({ customers, orders, revenue: revenue / unit }, hiddenCells[index]),
    })),
    segments: SEGMENTS.map((id, index) => ({
      id,
      ...unlessHidden(segmentFigures(segments[index], whole, unit), hiddenSegments[index]),
    })).reverse(),
    concentration: concentration(sorted[2]),
    ...groupMeans(whole, unit),
    ...{ guestOrders, guestRevenue: guestRevenue / unit },
  };
  if (scoreLimit > 0)
    value.scores = (hidden.scores ? [] : partials.listed).map(({ id, position }) => ({
      id,
      ...{ recencyDays: measures[0][position], orderCount: measures[1][position], revenue: measures[2][position] / unit },
      ...{ recencyScore: scoreOf(0, position), frequencyScore: scoreOf(1, position), monetaryScore: scoreOf(2, position) },
      segment: SEGMENTS[segmentOf[position]],
    }));
  return { value, status: statusOf(window.customers === 0, reasons), reasons, used };
}
