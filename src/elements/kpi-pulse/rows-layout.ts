/** Rows under the open tile: the parts of a split, or the steps that lead to a sum. One scale for all bars, zero among them. */
import type { PulseContext } from './pulse-context.js';
import { extent } from './pulse-scale.js';
import { changeText, valueText } from './pulse-text.js';
import type { Mark } from '../../base/widget.js';
import type { Box, Label, Pen } from '../../chart/pen.js';
import type { PulseKpi, PulsePart } from '../../core/kpi/pulse-types.js';

/** @internal One row before it has a place. */
export interface Row {
  readonly id: string;
  readonly label: string;
  /** Where its bar begins and ends; null: no bar. */
  readonly from: number;
  readonly to: number | null;
  readonly value: string;
  readonly note: string;
  /** Look of the bar. */
  readonly look: string;
  readonly mark: Omit<Mark, 'id'> | null;
}

/** @internal */
export interface RowPlace {
  readonly bar: Box | null;
  readonly look: string;
  readonly area: Box;
  readonly mark: Mark | null;
}

/** @internal */
export interface Rows {
  readonly texts: readonly Label[];
  readonly rows: readonly RowPlace[];
}

const enum Px {
  Head = 30,
  Row = 26,
  Bar = 12,
  Gap = 14,
  NoteFrom = 420,
  Thinnest = 1,
  /** A bar that still tells something, and the label that may leave no more than this. */
  Least = 48,
  UsualLabel = 160,
}

const LABEL_SHARE = 0.42;

export function partName({ words, value: { by } }: PulseContext, key: string | null): string {
  if (key === null) return words.other;
  // Channels and countries are called what they are called.
  if (by !== 'segment' && by !== 'stage') return key;
  const { segments, stages } = words as Readonly<Record<'segments' | 'stages', Readonly<Record<string, string>>>>;
  return segments[key] ? `${key}, ${segments[key]}` : (stages[key] ?? key);
}

function partRow(context: PulseContext, kpi: PulseKpi, part: PulsePart): Row {
  const {
    words,
    format,
    base,
    value: { by },
  } = context;
  const { key, value, interval, contribution } = part;
  const label = partName(context, key);
  const change = changeText(context, kpi, part);
  const exact = valueText(context, kpi, value, true);
  const rest = contribution === null ? '' : base.labelled(words.columns.contribution, format.change(contribution));
  const lines = [exact, interval ? format.rateInterval(interval) : '', change && base.labelled(words.columns.change, change), rest].filter(
    Boolean,
  );
  return {
    ...{ id: `part-${key ?? ''}`, label, from: 0, to: value, value: valueText(context, kpi, value), note: change },
    look: key === null ? 'bar rest' : 'bar',
    mark: {
      label: `${base.labelled(label, lines.join(', '))}.`,
      lines: [label, ...lines],
      selection: key === null || by === null ? null : { dimension: by, values: [key], customers: null },
      figure: kpi.id,
    },
  };
}

/** From the first measure through the others to the sum: each bar begins where the one before it ended. */
function bridgeRows(context: PulseContext, kpi: PulseKpi): Row[] {
  const { words } = context;
  let at = 0;
  const rows = kpi.terms
    .filter(({ amount }) => amount)
    .map(({ measure, weight, amount }, i): Row => {
      const from = at;
      at += weight * (amount ?? 0);
      const value = `${weight < 0 ? '−' : i ? '+' : ''}${valueText(context, kpi, Math.abs(weight) * (amount ?? 0))}`;
      const mark = null;
      return { id: measure, label: words.measures[measure], from, to: at, value, note: '', look: weight < 0 ? 'bar minus' : 'bar', mark };
    });
  return [
    ...rows,
    { id: 'sum', label: words.total, from: 0, to: at, value: valueText(context, kpi, at), note: '', look: 'bar sum', mark: null },
  ];
}

/** What leads to a figure is worth a picture where it is a sum of several things, one of which is there beside the first. */
export const hasBridge = ({ terms, base, growth }: PulseKpi): boolean =>
  base.length === 0 && !growth && terms.length > 1 && terms.slice(1).some(({ amount }) => amount);

export function rowsOf(context: PulseContext, kpi: PulseKpi): readonly [title: string, rows: Row[]] {
  const {
    words,
    value: { by },
  } = context;
  if (by !== null && kpi.parts.length > 0)
    return [`${words.splitBy} ${words.splits[by]}`, kpi.parts.map((part) => partRow(context, kpi, part))];
  return [words.captions.bridge, hasBridge(kpi) ? bridgeRows(context, kpi) : []];
}

export const rowsHeight = (rows: readonly Row[], scale: number): number => (rows.length > 0 ? Px.Head + rows.length * Px.Row : 0) * scale;

export function layoutRows(title: string, rows: readonly Row[], top: number, width: number, pen: Pen): Rows {
  if (rows.length === 0) return { texts: [], rows: [] };
  const widest = (name: 'label' | 'value' | 'note', look: string): number => Math.max(...rows.map((row) => pen.width(row[name], look)));
  const hasNotes = width >= Px.NoteFrom && rows.some(({ note }) => note);
  const notes = hasNotes ? widest('note', 'note') + Px.Gap : 0;
  const values = widest('value', 'strong');
  const room = Math.min(Px.UsualLabel * pen.scale, width - notes - values - 2 * Px.Gap - Px.Least);
  const label = Math.min(widest('label', ''), Math.max(width * LABEL_SHARE, room));
  const start = label + Px.Gap;
  const end = width - notes - values - Px.Gap;
  const [low, high] = extent(
    rows.flatMap(({ from, to }) => [from, to]),
    true,
  );
  const x = (value: number): number => start + ((value - low) / (high - low || 1)) * (end - start);
  pen.write([title, 'strong'], 0, top + 10 * pen.scale, width);
  return {
    rows: rows.map((row, i): RowPlace => {
      const middle = top + (Px.Head + (i + 0.5) * Px.Row) * pen.scale;
      pen.write([row.label, ''], 0, middle, label);
      pen.write([row.value, 'strong'], width - notes, middle, width, 'end');
      if (hasNotes) pen.write([row.note, 'note quiet'], width, middle, notes, 'end');
      const [from, to] = [x(row.from), x(row.to ?? row.from)];
      const length = Math.abs(to - from);
      return {
        bar:
          row.to === null
            ? null
            : pen.box(Math.min(from, to), middle - Px.Bar / 2, row.to === row.from ? 0 : Math.max(Px.Thinnest, length), Px.Bar),
        look: row.look,
        area: pen.box(0, middle - (Px.Row / 2) * pen.scale, width, Px.Row * pen.scale),
        mark: row.mark && { id: row.id, ...row.mark },
      };
    }),
    texts: pen.texts.splice(0),
  };
}
