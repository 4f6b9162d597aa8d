/** Geometry of the segments: two aligned bars joined by ribbons, then the figures of each segment. */
import type { ChartFrame } from '../../base/widget.js';
import type { SegmentId } from '../../core/kpi/rfm-types.js';
import { barLayout, type BarLayout, type PieceLayout } from './bar-layout.js';
import { LINE, longestFitting, strongWidth, type Box, type Label, type Measure, type Pen } from './geometry.js';
import type { RfmScene } from './scene.js';
import { summaryLayout, type SummaryRow } from './summary-layout.js';

export interface SegmentLayout {
  readonly id: SegmentId;
  readonly customers: PieceLayout | null;
  readonly revenue: PieceLayout | null;
  /** Corners of the ribbon from its share of customers to its share of revenue. */
  readonly ribbon: readonly (readonly [x: number, y: number])[] | null;
  readonly row: SummaryRow;
}

export interface SegmentsLayout {
  readonly segments: readonly SegmentLayout[];
  readonly tracks: readonly Box[];
  /** What is withheld of each bar. */
  readonly withheld: readonly { readonly box: Box; readonly label: Label | null }[];
  readonly labels: readonly Label[];
  readonly height: number;
}

const BAR = { height: 26, compact: 22, ribbon: 22, compactRibbon: 14, title: 18 };
const APART = 12;

/** Room in which the segments are laid: pixels of the picture. */
export interface Place {
  readonly start: number;
  readonly y: number;
  readonly width: number;
}

/** What the bar is about, and the whole of which it shows the parts. */
function titled(titles: readonly string[], total: string, place: Place, baseline: number, measure: Measure, pen: Pen): Label[] {
  const room = place.width - strongWidth(total, 'note', measure) - APART;
  const title = longestFitting(titles, room, 'note', measure);
  const label = pen.label(title, place.start, baseline, { tone: 'quiet' });
  if (measure(title, 'note') > room) return [label];
  return [label, pen.label(total, place.start + place.width, baseline, { anchor: 'end', tone: 'strong' })];
}

function ribbon(above: PieceLayout | null, below: PieceLayout | null): SegmentLayout['ribbon'] {
  if (!above || !below) return null;
  const top = above.box.y + above.box.height;
  return [
    [above.box.x, top],
    [above.box.x + above.box.width, top],
    [below.box.x + below.box.width, below.box.y],
    [below.box.x, below.box.y],
  ];
}

export function segmentsLayout(scene: RfmScene, place: Place, frame: ChartFrame, pen: Pen): SegmentsLayout {
  const { measure, compact } = frame;
  const height = compact ? BAR.compact : BAR.height;
  const { start, width } = place;
  const shares = (of: 'customerShare' | 'revenueShare') =>
    scene.segments.map((each) => ({ share: each.segment[of], text: `${each.id} ${each[of]}` }));
  const bar = (of: 'customerShare' | 'revenueShare', y: number, outside: 'above' | 'below'): BarLayout =>
    barLayout(shares(of), { start, y, width, height, outside, withheld: scene.bars.withheld }, measure, pen);

  let y = place.y + BAR.title;
  const customers = bar('customerShare', y, 'above');
  y += customers.height + (compact ? BAR.compactRibbon : BAR.ribbon);
  const revenue = bar('revenueShare', y, 'below');
  y += revenue.height;
  const summary = summaryLayout(scene, { start, y: y + LINE.body + 10, width }, frame, pen);
  return {
    segments: scene.segments.map(({ id }, index) => {
      const above = customers.pieces[index] ?? null;
      const below = revenue.pieces[index] ?? null;
      return { id, customers: above, revenue: below, ribbon: ribbon(above, below), row: summary.rows[index] };
    }),
    tracks: [customers.track, revenue.track],
    withheld: [customers.withheld, revenue.withheld].filter((each) => each !== null),
    labels: [
      ...titled(scene.bars.customers, scene.bars.customersTotal, place, place.y + 12, measure, pen),
      ...titled(scene.bars.revenue, scene.bars.revenueTotal, place, y + 15, measure, pen),
      ...summary.headers,
    ],
    height: y + LINE.body + 10 + summary.height - place.y,
  };
}
