/** What a person can reach in the picture: cells in two dimensions, then the segments, then the inactive customers. */
import type { Mark } from '../../base/widget.js';
import type { RfmSegment, SegmentId } from '../../core/kpi/rfm-types.js';
import { counted, money, shareOf, type RfmContext } from './rfm-context.js';
import type { CellScene, RfmScene } from './scene.js';

export const cellMark = (recency: number, frequency: number): string => `cell-${recency}-${frequency}`;
export const segmentMark = (id: SegmentId): string => `segment-${id}`;
export const INACTIVE_MARK = 'inactive';

function content(context: RfmContext, { cell, state }: CellScene): string[] {
  const { mark } = context.terms;
  if (state === 'withheld') return [mark.withheld];
  if (state === 'empty') return [mark.nobody];
  return [
    mark.customers(counted(context, cell.customers ?? 0)),
    mark.orders(counted(context, cell.orders ?? 0)),
    money(context, cell.revenue),
  ];
}

function cellLines(context: RfmContext, { cell, state }: CellScene): string[] {
  const { value, terms, format } = context;
  if (state !== 'filled') return content(context, { cell, state } as CellScene);
  const customers = terms.mark.customers(counted(context, cell.customers ?? 0));
  const revenue = terms.mark.revenue(money(context, cell.revenue));
  const revenueShare = shareOf(cell.revenue, value.revenue);
  return [
    terms.mark.share(customers, format.rate(shareOf(cell.customers, value.customers)), 'customers'),
    terms.mark.orders(counted(context, cell.orders ?? 0)),
    revenueShare === null ? revenue : terms.mark.share(revenue, format.rate(revenueShare), 'revenue'),
  ];
}

function cellMarks(context: RfmContext, scene: RfmScene): Mark[] {
  const { value, terms } = context;
  return scene.cells.flatMap((cells, row) =>
    cells.map((each, column): Mark => {
      const { recency, frequency, customers } = each.cell;
      const title = terms.mark.position(recency, frequency, value.bins);
      const place = [
        ...(scene.columns.length > 1 ? [terms.mark.days(scene.columns[column]?.range ?? '')] : []),
        ...(scene.rows.length > 1 ? [terms.mark.orderCounts(scene.rows[row]?.range ?? '')] : []),
      ];
      return {
        id: cellMark(recency, frequency),
        label: terms.mark.sentence(title, content(context, each)),
        lines: [title, ...place, ...cellLines(context, each)],
        selection: { dimension: 'rfm-cell', values: [recency, frequency], customers },
        row,
        column,
        figure: 'active-customers',
      };
    }),
  );
}

function segmentParts(context: RfmContext, segment: RfmSegment): string[] {
  const { mark } = context.terms;
  if (segment.customers === null) return [mark.withheld];
  if (segment.customers === 0) return [mark.nobody];
  const { format } = context;
  const revenue = mark.revenue(money(context, segment.revenue));
  return [
    mark.share(mark.customers(counted(context, segment.customers)), format.rate(segment.customerShare), 'customers'),
    segment.revenueShare === null ? revenue : mark.share(revenue, format.rate(segment.revenueShare), 'revenue'),
  ];
}

function segmentMarks(context: RfmContext): Mark[] {
  const { value, terms } = context;
  return value.segments.map((segment): Mark => {
    const name = terms.segment[segment.id];
    const parts = segmentParts(context, segment);
    const known = segment.customers !== null && segment.from !== null && segment.to !== null;
    const more = known
      ? [
          terms.mark.orders(counted(context, segment.orders ?? 0)),
          terms.mark.perCustomer(money(context, segment.meanRevenue)),
          terms.mark.consumption(money(context, segment.from), money(context, segment.to)),
        ]
      : [];
    return {
      id: segmentMark(segment.id),
      label: terms.mark.sentence(`${name} (${segment.id})`, parts),
      lines: [name, ...parts, ...more],
      selection: { dimension: 'segment', values: [segment.id], customers: segment.customers },
      figure: `segment-${segment.id}`,
    };
  });
}

function inactiveMark(context: RfmContext): Mark {
  const { value, terms, format } = context;
  const count = counted(context, value.inactive);
  const title = `${count.text} ${terms.chart.inactive(count)}`;
  const since = terms.mark.inactiveSince(format.date(value.window.from));
  return {
    id: INACTIVE_MARK,
    label: terms.mark.sentence(title, [since]),
    lines: [title, since],
    selection: { dimension: 'segment', values: ['inactive'], customers: value.inactive },
    figure: 'inactive-customers',
  };
}

/** In the order of the tab and arrow keys. */
export function rfmMarks(context: RfmContext, scene: RfmScene, view: 'matrix' | 'segments'): Mark[] {
  const segments = segmentMarks(context);
  if (view === 'segments') return segments;
  return [...cellMarks(context, scene), ...(scene.inactive ? [inactiveMark(context)] : []), ...segments];
}
