/** An RFM result together with the words and formats in which it is told. */
import type { Mark, Speech } from '../../base/widget.js';
import type { KpiResult } from '../../core/kpi/contract.js';
import type { RfmCell, RfmParams, RfmResult, SegmentId } from '../../core/kpi/rfm-types.js';
import { sentence } from '../../base/states.js';
import type { Formatter } from '../../locale/formatter.js';
import { rfmTerms, type RfmColumn, type RfmTerms } from '../../locale/rfm-terms.js';
import type { Terms } from '../../locale/terms.js';
import { levels, rangeWords, type RfmAxis } from './levels.js';

/** @internal A row or a column of the matrix. */
export interface LevelText {
  readonly score: number;
  /** `R5` */
  readonly name: string;
  /** Longest first: `32–58 d` (days, of recency), `32–58`, `≤ 58`. */
  readonly words: readonly [days: string, range: string, short: string];
}

/** @internal */
export interface RfmContext extends Omit<KpiResult<RfmResult>, 'params' | 'rows'> {
  readonly params: Partial<RfmParams>;
  /** Words of all widgets, and of this one. */
  readonly base: Terms;
  readonly terms: RfmTerms;
  readonly format: Formatter;
  readonly columns: readonly LevelText[];
  /** Best row first. */
  readonly rows: readonly LevelText[];
  /** By row, then column. */
  readonly cells: readonly (readonly RfmCell[])[];
  money(value: number | null): string;
  /** 12,3 k €. */
  compact(value: number | null): string;
  /** A figure of a segment, or of all together. */
  write(of: RfmColumn, value: number | null, short?: boolean): string;
  /** A number with what it counts: `3 orders`. */
  count(n: number | null, noun: string, space?: string): string;
}

/** How figures are written; all others are money. */
const KINDS: Partial<Record<RfmColumn, 'count' | 'rate' | 'decimal'>> = {
  customers: 'count',
  customerShare: 'rate',
  orders: 'count',
  revenueShare: 'rate',
  meanOrderCount: 'decimal',
  meanRecencyDays: 'decimal',
};

export function rfmContext(result: KpiResult<RfmResult>, { terms: base, format }: Speech): RfmContext {
  const terms = rfmTerms[base.language];
  const params = result.params as Partial<RfmParams>;
  const texts = (axis: RfmAxis): LevelText[] =>
    levels(result.value, axis, params.mode === 'rfm-r').map((level, _, { length }) => {
      const [range, short = range] = rangeWords(level, axis, format.count, terms.any);
      const name = (axis === 'recency' ? 'R' : 'F') + level.score;
      return { score: level.score, name, words: [length > 1 ? terms.days(range) : range, range, short] };
    });
  const [columns, rows] = [texts('recency'), texts('frequency').reverse()];
  const { bins, cells } = result.value;
  const money = (amount: number | null) => format.money(amount, result.currency);
  const compact = (amount: number | null) => format.moneyCompact(amount, result.currency);
  return {
    ...result,
    params,
    base,
    terms,
    format,
    columns,
    rows,
    cells: rows.map((row) => columns.map((column) => cells[(column.score - 1) * bins + row.score - 1])),
    money,
    compact,
    write: (of, amount, short) => (KINDS[of] ? format[KINDS[of]](amount) : short ? compact(amount) : money(amount)),
    count: (n, noun, space = ' ') => `${format.count(n)}${space}${base.isOne(n ?? 0) ? noun : terms.plural(noun)}`,
  };
}

/** Very good customers (TBC). */
export const segmentName = ({ terms }: RfmContext, id: SegmentId): string =>
  `${sentence(terms.plural(terms.who(terms.quality[id])))} (${id})`;

/**
 * What a person can reach and pick. It says title and parts in one sentence, and with more in between in lines; nobody and what is
 * withheld have no parts.
 * @param values of a cell two scores, of a segment its id.
 */
export function markOf(
  { terms, base }: RfmContext,
  id: string,
  title: string,
  values: readonly (string | number)[],
  customers: number | null,
  parts: readonly string[],
  more: readonly string[],
  rest: Partial<Mark> = {},
): Mark {
  const told = customers ? parts : [customers === null ? base.reasons.suppressed : terms.none];
  return {
    id,
    label: `${base.labelled(title, told.join(', '))}.`,
    lines: [title, ...more, ...told],
    selection: { dimension: values.length > 1 ? 'rfm-cell' : 'segment', values, customers },
    figure: id === 'segment-TBC' ? 'tbc-revenue-share' : id,
    ...rest,
  };
}
