/** The whole picture: tiers and trend side by side where there is room, one under the other where there is not. */
import { lastMonth, layoutTrend, type Trend } from './trend-layout.js';
import type { ChurnContext } from './churn-context.js';
import { layoutTiers, type TierPlace } from './tiers-layout.js';
import type { ChartFrame, Mark } from '../../base/widget.js';
import { Pen, type Box } from '../../chart/pen.js';

/** @internal Sizes of the picture and its parts. */
export interface Plan {
  readonly height: number;
  /** Tiers stand one under the other. */
  readonly stacked: boolean;
  readonly tiersWidth: number;
  /** In a tier, from its top: middles of name, count, money and rule, tops of both bars; then how high are a bar, a tier, and the gap after it. */
  readonly rows: readonly number[];
  /** Where the trend begins and ends. */
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly bottom: number;
}

/** @internal Something that a person can reach: what it says, and where it answers to the pointer. */
export interface Place {
  readonly mark: Mark;
  readonly area: Box;
}

/** @internal */
export interface ChurnLayout {
  readonly height: number;
  readonly tiers: readonly TierPlace[];
  readonly trend: Trend;
}

const COLUMNS_FROM = 480;
const BESIDE_FROM = 720;
const BESIDE_GAP = 48;
const BESIDE_SHARE = 0.56;
const UNDER_GAP = 28;
/** Nothing is drawn outside this edge, not even half of a stroke. */
const EDGE = 2;
const COLUMN = [8, 38, 83, 124, 53, 97, 8, 134, 24];
const STACK = [8, 32, 33, 9, 46, 46, 6, 54, 18];
const TREND = 156;
/** Title, and why there is no trend. */
const NO_TREND = 36;
const COMPACT = 0.8;

function planned({ width, compact }: ChartFrame, { scale }: Pen, empty: boolean): Plan {
  const unit = compact ? COMPACT * scale : scale;
  const beside = width >= BESIDE_FROM;
  const stacked = width < COLUMNS_FROM;
  const rows = (stacked ? STACK : COLUMN).map((row) => row * unit);
  const [height, gap] = rows.slice(-2);
  const tiersHeight = stacked ? 3 * height + 2 * gap : height;
  const tiersWidth = beside ? Math.round((width - BESIDE_GAP) * BESIDE_SHARE) : width;
  const top = beside ? 0 : tiersHeight + UNDER_GAP;
  const bottom = top + (empty ? NO_TREND * scale : TREND * unit);
  return {
    height: Math.max(tiersHeight, bottom) + EDGE,
    stacked,
    tiersWidth,
    rows,
    start: beside ? tiersWidth + BESIDE_GAP : 0,
    end: width,
    top,
    bottom,
  };
}

/** Height of the picture in a frame before there is a result: what it will be, unless no month has a rate. */
export function churnHeight(frame: ChartFrame): number {
  return planned(frame, new Pen(frame), false).height;
}

export function layoutChurn(context: ChurnContext, frame: ChartFrame): ChurnLayout {
  const pen = new Pen(frame);
  const plan = planned(frame, pen, lastMonth(context) < 0);
  return { height: plan.height, tiers: layoutTiers(context, plan, pen), trend: layoutTrend(context, plan, pen) };
}
