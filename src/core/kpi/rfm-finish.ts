/** From what `rfm` counted to its result: classes, matrix, segments, concentration, means. */
import { sum } from '../stats/sum.js';
import type { FinishContext, Finished } from './contract.js';
import { rfmCells } from './rfm-cells.js';
import { frequencyScore, monetaryScore, recencyScore, rfmClasses } from './rfm-classes.js';
import type { Classes, RfmClasses } from './rfm-classes.js';
import { concentration } from './rfm-concentration.js';
import type { RfmPartials } from './rfm-partials.js';
import { rfmReasons, rfmStatus } from './rfm-reasons.js';
import { rfmSegments } from './rfm-segment-figures.js';
import { segmentClasses, segmentOf } from './rfm-segments.js';
import type { RfmParams, RfmResult, RfmScore } from './rfm-types.js';
import { describeWindow } from './rfm-window.js';

function scores(partials: RfmPartials, classes: RfmClasses, segments: Classes, unit: number): RfmScore[] {
  const { recencyDays, orderCount, revenue } = partials.measures;
  return partials.listed.map(({ id, position }) => ({
    id,
    recencyDays: recencyDays[position],
    orderCount: orderCount[position],
    revenue: revenue[position] / unit,
    recencyScore: recencyScore(classes, recencyDays[position]),
    frequencyScore: frequencyScore(classes, orderCount[position]),
    monetaryScore: monetaryScore(classes, revenue[position]),
    segment: segmentOf(segments, revenue[position]),
  }));
}

function cutsOf(classes: RfmClasses, unit: number): RfmResult['cuts'] {
  return {
    recencyDays: [...classes.recencyDays.cuts],
    orderCount: [...classes.orderCount.cuts],
    revenue: classes.revenue.cuts.map((cut) => cut / unit),
  };
}

function means(customers: number, orders: number, revenue: number): Pick<RfmResult, 'meanBasket' | 'meanRevenue' | 'meanOrderCount'> {
  if (customers === 0) return { meanBasket: null, meanRevenue: null, meanOrderCount: null };
  return { meanBasket: revenue / orders, meanRevenue: revenue / customers, meanOrderCount: orders / customers };
}

/** What the customers in the window come to. Money in minor units. */
function figuresOf(partials: RfmPartials, params: RfmParams, context: FinishContext) {
  const { measures, sorted } = partials;
  const unit = 10 ** context.minorDigits;
  const customers = measures.revenue.length;
  const revenue = sum(measures.revenue);
  const classes = rfmClasses(sorted, params, unit);
  const bySegment = segmentClasses(sorted.revenue, params, unit);
  const matrix = rfmCells(measures, classes, unit, context.minGroupSize);
  const segments = rfmSegments(measures, bySegment, { customers, revenue, unit }, context.minGroupSize);
  return { unit, customers, orders: sum(measures.orderCount), revenue, classes, bySegment, matrix, segments };
}

export function rfmFinish(partials: RfmPartials, params: RfmParams, context: FinishContext): Finished<RfmResult> {
  const figures = figuresOf(partials, params, context);
  const { unit, customers, orders, classes } = figures;
  const revenue = figures.revenue / unit;
  const scoresWithheld = context.minGroupSize > 1 && params.scoreLimit > 0;
  const reasons = rfmReasons(partials, params, { ...figures, scoresWithheld });
  const value: RfmResult = {
    window: describeWindow(partials.window),
    customers,
    inactive: partials.inactive,
    orders,
    revenue,
    bins: params.bins,
    cuts: cutsOf(classes, unit),
    cells: figures.matrix.cells,
    segments: figures.segments.segments,
    concentration: concentration(partials.sorted.revenue),
    ...means(customers, orders, revenue),
    guestOrders: partials.guestOrders,
    guestRevenue: partials.guestRevenue / unit,
    ...(params.scoreLimit > 0 ? { scores: scoresWithheld ? [] : scores(partials, classes, figures.bySegment, unit) } : {}),
  };
  return { value, status: rfmStatus(partials, reasons), reasons, used: partials.used };
}
