/** The whole picture: tiers and trend side by side where there is room, one under the other where there is not. */
import { layoutTiers, tiersHeight, type TierBlock, type TiersArea, type TierText } from './tiers-layout.js';
import { measureOf } from './text-fit.js';
import { isEmpty, layoutTrend, type TrendArea, type TrendLayout, type TrendText } from './trend-layout.js';
import type { ChartFrame } from '../../base/widget.js';

export interface ChurnPicture {
  readonly tiers: readonly TierText[];
  readonly trend: TrendText;
}

export interface ChurnLayout {
  readonly width: number;
  readonly height: number;
  /** Tiers stand one under the other (arrow keys follow). */
  readonly stacked: boolean;
  readonly beside: boolean;
  readonly tiers: readonly TierBlock[];
  readonly trend: TrendLayout;
}

const COLUMNS_FROM = 480;
const BESIDE_FROM = 720;
const BESIDE_GAP = 48;
const BESIDE_SHARE = 0.56;
const UNDER_GAP = 28;
/** Title, and why there is no trend. */
const EMPTY_HEIGHT = 36;
/** Nothing is drawn outside this edge, not even half of a stroke. */
const EDGE = 2;

interface Areas {
  readonly tiers: TiersArea;
  readonly trend: TrendArea;
  readonly height: number;
  readonly beside: boolean;
}

function areas({ width, compact, rtl }: ChartFrame, empty: boolean): Areas {
  const beside = width >= BESIDE_FROM;
  const tiersWidth = beside ? Math.round((width - BESIDE_GAP) * BESIDE_SHARE) : width;
  const tiers: TiersArea = { picture: width, width: tiersWidth, stacked: width < COLUMNS_FROM, compact, rtl };
  const trendHeight = empty ? EMPTY_HEIGHT : compact ? 124 : 156;
  const top = beside ? 0 : tiersHeight(tiers) + UNDER_GAP;
  const start = beside ? tiersWidth + BESIDE_GAP : 0;
  const trend: TrendArea = { picture: width, start, width: width - start, top, height: trendHeight, rtl };
  return { tiers, trend, height: Math.max(tiersHeight(tiers), top + trendHeight) + EDGE, beside };
}

/** Height of the picture in a frame before there is a result: what it will be, unless no month has a rate. */
export function churnHeight(frame: ChartFrame): number {
  return areas(frame, false).height;
}

export function layoutChurn(picture: ChurnPicture, frame: ChartFrame): ChurnLayout {
  const { tiers, trend, height, beside } = areas(frame, isEmpty(picture.trend.points));
  return {
    width: frame.width,
    height,
    stacked: tiers.stacked,
    beside,
    tiers: layoutTiers(picture.tiers, tiers, measureOf(frame)),
    trend: layoutTrend(picture.trend, trend, measureOf(frame)),
  };
}
