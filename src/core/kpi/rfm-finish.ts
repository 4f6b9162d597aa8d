/** From what `rfm` counted to its result: classes, matrix, segments, concentration, means. */
import { cutPoints, cutsBelow, rankCutPoints } from '../stats/cut-points.js';
import { gini } from '../stats/gini.js';
import { quantileType7 } from '../stats/quantile.js';
import { topShare } from '../stats/top-share.js';
import type { FinishContext, Finished } from './contract.js';
import { statusOf } from './reason.js';
import { groupMeans, groupSums, segmentFigures } from './rfm-groups.js';
import type { RfmPartials } from './rfm-partials.js';
import { rfmReasons } from './rfm-reasons.js';
import { segmentCuts, SEGMENTS } from './rfm-segments.js';
import type { RfmParams, RfmResult } from './rfm-types.js';
import { describeWindow } from './rfm-window.js';
import { unlessHidden, withheldParts } from './suppression.js';

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
  const scoreOf = (axis: number, position: number): number => {
    const passed = cutsBelow(cuts[axis], measures[axis][position], isR);
    return axis === 0 ? bins - passed : passed + 1;
  };
  return { cuts, scoreOf };
}

/** Concentration of revenue (L32). Negative revenue counts as 0. */
function concentration(sorted: Float64Array): RfmResult['concentration'] {
  const amounts = sorted.map((amount) => Math.max(amount, 0));
  const { countShare, valueShare } = topShare(amounts, 1, 5);
  return { topCustomerShare: countShare, topRevenueShare: valueShare, gini: gini(amounts) };
}

export function rfmFinish(partials: RfmPartials, params: RfmParams, { minorDigits, minGroupSize }: FinishContext): Finished<RfmResult> {
  const { window, measures, sorted, guestOrders, guestRevenue, used } = partials;
  const { bins, scoreLimit } = params;
  const unit = 10 ** minorDigits;
  const { cuts, scoreOf } = classify(partials, params, unit);
  const limits = segmentCuts(sorted[2], params, unit);
  const segmentOf = (position: number): number => cutsBelow(limits, measures[2][position], params.segments !== 'quartile');
  const [whole] = groupSums(measures, 1, () => 0);
  const cells = groupSums(measures, bins * bins, (position) => (scoreOf(0, position) - 1) * bins + scoreOf(1, position) - 1);
  const segments = groupSums(measures, SEGMENTS.length, segmentOf);
  const [hiddenCells, hiddenSegments] = [cells, segments].map((groups) =>
    withheldParts(
      groups.map(({ customers }) => customers),
      minGroupSize,
    ),
  );
  const { customers, orders, revenue } = whole;
  const silent = window.customers - customers;
  const hidesSilent = silent > 0 && silent < minGroupSize;
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
    cells: cells.map((cell, index) => ({
      ...{ recency: Math.floor(index / bins) + 1, frequency: (index % bins) + 1 },
      ...unlessHidden({ customers: cell.customers, orders: cell.orders, revenue: cell.revenue / unit }, hiddenCells[index]),
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
      segment: SEGMENTS[segmentOf(position)],
    }));
  return { value, status: statusOf(window.customers === 0, reasons), reasons, used };
}
