/** Geometry of the segments: two aligned bars joined by ribbons, then the figures of each segment in rows. */
import type { Mark } from '../../base/widget.js';
import { widest, type Box, type Pen } from '../../chart/pen.js';
import type { RfmSegment } from '../../core/kpi/rfm-types.js';
import { sentence } from '../../base/states.js';
import { markOf, segmentName, type RfmContext } from './rfm-context.js';
import type { Part } from './rfm-matrix-layout.js';

const enum Px {
  Apart = 14,
  Padding = 4,
  Swatch = 10,
}

const SHARES = ['customerShare', 'revenueShare'] as const;

function segmentMark(context: RfmContext, segment: RfmSegment): Mark {
  const { terms, base, format, count, money } = context;
  const { id, customers } = segment;
  const [ofCustomers, ofRevenue] = SHARES.map((key) => format.rate(segment[key]));
  const parts = [
    `${count(customers, terms.customer)} (${terms.ofActive(ofCustomers)})`,
    `${terms.worth(money(segment.revenue))} (${terms.ofRevenue(ofRevenue)})`,
  ];
  const each = `${money(segment.meanRevenue)} (${money(segment.from)}–${money(segment.to)})`;
  const more = customers ? [count(segment.orders, terms.order), base.labelled(terms.column.meanRevenue, each)] : [];
  return markOf(context, `segment-${id}`, segmentName(context, id), [id], customers, parts, more);
}

/** Names and figures in rows: as many columns of figures as there is room for, at least one. Rows are told by their middles. */
function summary(
  { value, terms, write }: RfmContext,
  pen: Pen,
  start: number,
  top: number,
  width: number,
  middles: readonly number[],
): void {
  const { segments } = value;
  const { column, quality } = terms;
  const apart = Math.min(Px.Apart, width / 32);
  const heads = { customers: column.customers, revenue: column.revenue, meanRevenue: terms.perCustomer, meanOrderCount: terms.ordersEach };
  const names = segments.map(({ id }) => sentence(terms.plural(quality[id])));
  const name = start + Px.Swatch + Px.Apart + pen.width('CTO', 'note strong');
  let end = start + width;
  let room = end - name - widest(pen, names);
  const columns = (Object.keys(heads) as (keyof typeof heads)[]).map((key) => [
    heads[key],
    ...segments.map((segment) => write(key, segment[key], true)),
  ]);
  const fitting = columns.filter((texts, index) => (room -= apart + widest(pen, texts)) >= 0 || !index);
  for (const [head, ...texts] of fitting.reverse()) {
    pen.write([head, 'note quiet'], end, top, width, 'end');
    texts.forEach((text, index) => pen.write([text, 'note'], end, middles[index], width, 'end'));
    end -= apart + widest(pen, [head, ...texts]);
  }
  segments.forEach(({ id }, index) => {
    pen.write([id, 'note strong'], start + Px.Swatch + 6, middles[index]);
    pen.write([names[index], 'note'], name, middles[index], end - name);
  });
}

/** @internal Where the bars stand. */
interface Bars {
  readonly start: number;
  readonly end: number;
  readonly tops: readonly number[];
  readonly height: number;
}

/** Two bars of shares with their titles and sums: the piece of each segment. Grey is what is withheld. */
function bars({ value, terms, format, compact }: RfmContext, { start, end, tops, height }: Bars, pen: Pen): Box[][] {
  return SHARES.map((key, line) => {
    const middle = tops[line] + height / 2;
    const title = middle + (line ? 24 : -24);
    const total = line ? compact(value.revenue) : format.count(value.customers);
    const used = pen.write([total, 'note strong'], end, title, end - start, 'end');
    pen.write([terms.column[key], 'note quiet'], start, title, end - start - used - Px.Apart);
    let x = start;
    const boxes = value.segments.map(({ id, [key]: share }) => {
      const size = (share ?? 0) * (end - start);
      const rate = format.rate(share);
      const text = [`${id} ${rate}`, rate].find((each) => pen.width(each, 'note') + 2 * Px.Padding <= size);
      if (text) pen.write([text, `note ${id}`], x + Px.Padding, middle);
      const box = pen.box(Math.min(x, end - 1), tops[line], size && Math.max(1, size), height);
      x += size;
      return box;
    });
    if (end - x > 2 * Px.Swatch) pen.write(['—', 'note quiet'], x + Px.Padding, middle);
    return boxes;
  });
}

export function layoutSegments(context: RfmContext, pen: Pen, start: number, top: number, width: number, compact: boolean): Part {
  const { segments } = context.value;
  const [height, row] = compact ? [22, 20] : [26, 24];
  const tops = [top + 18, top + 18 + height + row];
  const below = tops[1] + height;
  const pieces = bars(context, { start, end: start + width, tops, height }, pen);
  const middles = segments.map((_, index) => below + 48 + row * (index + 0.5));
  summary(context, pen, start, below + 38, width, middles);
  const inside = segments.map((segment, index) => {
    const [a, b] = pieces.map((boxes) => boxes[index]);
    const path = `M${a.x} ${a.y + height}h${a.width}L${b.x + b.width} ${b.y}h${-b.width}z`;
    return {
      look: `segment ${segment.id}`,
      role: 'button',
      mark: segmentMark(context, segment),
      inside: [
        pen.box(start, middles[index] - row / 2, width, row),
        { path, look: a.width && b.width ? 'ribbon' : '' },
        ...[a, b, pen.box(start, middles[index] - Px.Swatch / 2, Px.Swatch, Px.Swatch)].map((box) => ({ ...box, look: 'piece' })),
      ],
    };
  });
  return {
    groups: [
      { look: 'track', inside: tops.map((y) => pen.box(start, y, width, height)) },
      { look: 'segments', role: 'group', label: context.terms.segments, inside },
    ],
    width,
    height: below + 48 + row * segments.length,
  };
}
