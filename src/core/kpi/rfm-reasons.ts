/** What is missing in a result of `rfm`, or what its reader should know. */
import { formatIsoDay } from '../calendar/civil-day.js';
import type { Reason } from './contract.js';
import { isMerged } from './rfm-classes.js';
import type { RfmClasses } from './rfm-classes.js';
import type { RfmPartials } from './rfm-partials.js';
import { SEGMENTS } from './rfm-segments.js';
import type { RfmParams } from './rfm-types.js';

/** What the reasons depend on, besides what was counted. */
export interface RfmFindings {
  readonly customers: number;
  readonly revenue: number;
  readonly classes: RfmClasses;
  readonly matrix: { readonly withheld: number };
  readonly segments: { readonly withheld: number; readonly filled: number };
  readonly scoresWithheld: boolean;
}

function mergedReasons(classes: RfmClasses): Reason[] {
  const axes = [
    ['recency', classes.recencyDays],
    ['frequency', classes.orderCount],
    ['monetary', classes.revenue],
  ] as const;
  return axes.filter(([, axis]) => isMerged(axis, classes.bins)).map(([detail]) => ({ code: 'merged-bins', detail }));
}

/** Why there is no customer in the window, if there is none. */
function absence(partials: RfmPartials): Reason[] {
  if (!partials.hasOrders) return [{ code: 'missing-table', detail: 'orders' }];
  return partials.measures.revenue.length === 0 ? [{ code: 'no-data', detail: partials.inactive > 0 ? 'window' : 'orders' }] : [];
}

function guests(partials: RfmPartials): Reason[] {
  return partials.guestOrders > 0 ? [{ code: 'guest-orders', detail: String(partials.guestOrders) }] : [];
}

function shortHistory(partials: RfmPartials): Reason[] {
  const { missingFrom } = partials.window;
  return missingFrom === null ? [] : [{ code: 'not-enough-history', detail: formatIsoDay(missingFrom) }];
}

/** Codes with which some figure is missing or does not cover what it should. */
const PARTIAL: readonly string[] = ['no-data', 'not-enough-history', 'no-revenue', 'suppressed'];

export function rfmStatus(partials: RfmPartials, reasons: readonly Reason[]): 'ready' | 'partial' | 'empty' {
  if (partials.window.recency.customers === 0) return 'empty';
  return reasons.some(({ code }) => PARTIAL.includes(code)) ? 'partial' : 'ready';
}

function withheldReasons(found: RfmFindings): Reason[] {
  const parts = [
    ['cells', found.matrix.withheld > 0],
    ['segments', found.segments.withheld > 0],
    ['scores', found.scoresWithheld],
  ] as const;
  return parts.filter(([, withheld]) => withheld).map(([detail]) => ({ code: 'suppressed', detail }));
}

/** Reasons that only customers in the window can give. */
function customerReasons(params: RfmParams, found: RfmFindings): Reason[] {
  return [
    ...(found.revenue > 0 ? [] : [{ code: 'no-revenue' }]),
    ...mergedReasons(found.classes),
    ...(params.segments === 'quartile' && found.segments.filled < SEGMENTS.length
      ? [{ code: 'few-distinct-values', detail: 'segments' }]
      : []),
    ...withheldReasons(found),
  ];
}

/** Reasons in fixed order. */
export function rfmReasons(partials: RfmPartials, params: RfmParams, found: RfmFindings): Reason[] {
  return [
    ...absence(partials),
    ...guests(partials),
    ...shortHistory(partials),
    ...(found.customers > 0 ? customerReasons(params, found) : []),
  ];
}
