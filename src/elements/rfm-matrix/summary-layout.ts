/** The figures of each segment, in rows: as many columns as there is room for. */
import type { ChartFrame } from '../../base/widget.js';
import { LINE, MIDDLE, strongWidth, type Box, type Label, type Measure, type Pen } from './geometry.js';
import type { RfmScene } from './scene.js';

export interface SummaryRow {
  /** The whole row: what a pointer can hit. */
  readonly box: Box;
  readonly swatch: Box;
  readonly labels: readonly Label[];
}

const SWATCH = { size: 10, gap: 6 };
const APART = 14;
/** Columns that stand even where the names have no room beside them. */
const ALWAYS = 2;
const ROW = { height: 24, compact: 20 };

interface SummaryPlace {
  readonly start: number;
  readonly y: number;
  readonly width: number;
}

interface Columns {
  /** Where each column ends, from the start of the row. */
  readonly ends: readonly number[];
  /** Which wording of the names; null: the short form `TBC` says enough. */
  readonly wording: number | null;
  /** The numbers of customers are too long even then. */
  readonly isTight: boolean;
}

/** Width of a column of figures with its header. The first one is set in bold. */
function columnWidths(scene: RfmScene, measure: Measure): number[] {
  return scene.columnsOfSummary.map((header, index) => {
    const widthOf = index === 0 ? strongWidth : (text: string) => measure(text, 'note');
    return Math.max(measure(header, 'note'), ...scene.segments.map(({ figures }) => widthOf(figures[index] ?? '', 'note', measure)));
  });
}

/** Full names if more than the least columns fit beside them, else short names with as many as fit, else none. */
function columnsFor(scene: RfmScene, nameStart: number, width: number, measure: Measure): Columns {
  const widths = columnWidths(scene, measure);
  const needed = (count: number) => widths.slice(0, count).reduce((sum, each) => sum + each + APART, 0);
  const names = [0, 1].map((wording) => Math.max(...scene.segments.map((each) => measure(each.names[wording] ?? '', 'note'))));
  const fits = (count: number, wording: number) => needed(count) + (names[wording] ?? 0) <= width - nameStart;
  const most = (wording: number) => widths.reduce((count, _, index) => (fits(index + 1, wording) ? index + 1 : count), ALWAYS);
  const count = most(0) > ALWAYS ? most(0) : most(1);
  const wording = [0, 1].find((each) => fits(count, each)) ?? null;
  const ends = Array.from({ length: count }, (_, index) => width - needed(count) + needed(index + 1));
  return { ends, wording, isTight: needed(count) > width - nameStart + APART };
}

export function summaryLayout(
  scene: RfmScene,
  { start, y: top, width }: SummaryPlace,
  frame: ChartFrame,
  pen: Pen,
): { rows: SummaryRow[]; headers: Label[]; height: number } {
  const { measure } = frame;
  const idStart = SWATCH.size + SWATCH.gap;
  const nameStart = idStart + Math.max(...scene.segments.map(({ id }) => strongWidth(id, 'note', measure))) + 8;
  const { ends, wording, isTight } = columnsFor(scene, nameStart, width, measure);
  const height = frame.compact ? ROW.compact : ROW.height;
  const rows = scene.segments.map(({ id, names, figures, customersCompact }, index): SummaryRow => {
    const y = top + LINE.note + 2 + index * height;
    const baseline = y + height / 2 + MIDDLE.note;
    const figure = (end: number, column: number) =>
      pen.label(isTight && column === 0 ? customersCompact : (figures[column] ?? ''), start + end, baseline, {
        anchor: 'end',
        tone: column === 0 ? 'strong' : 'plain',
      });
    return {
      box: pen.box(start, y, width, height),
      swatch: pen.box(start, y + (height - SWATCH.size) / 2, SWATCH.size, SWATCH.size),
      labels: [
        pen.label(id, start + idStart, baseline, { tone: 'strong' }),
        ...(wording === null ? [] : [pen.label(names[wording] ?? '', start + nameStart, baseline)]),
        ...ends.map(figure),
      ],
    };
  });
  const header = (end: number, index: number) =>
    pen.label(scene.columnsOfSummary[index] ?? '', start + end, top + 12, { anchor: 'end', tone: 'quiet' });
  return { rows, headers: ends.map(header), height: LINE.note + 2 + rows.length * height };
}
