/** The same numbers as tables: the tiles, their runs by grain, and the parts of the open tile. */
import { wordsFor, type PulseContext } from './pulse-context.js';
import { hasBridge, partName } from './rows-layout.js';
import { changeText, nameOfCompared, nameOfShown, valueText } from './pulse-text.js';
import type { TableCell, TableModel } from '../../base/widget.js';
import { cell, tableOf } from '../../chart/data-table.js';
import type { PulseColumn } from '../../locale/pulse-terms.js';
import type { Grain, PulseKpi, PulsePoint } from '../../core/kpi/pulse-types.js';

const COLUMNS: readonly PulseColumn[] = ['kpi', 'period', 'value', 'low', 'high', 'base', 'compared', 'previous', 'difference', 'change'];
const GRAINS: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year'];

type Figures = Pick<PulsePoint, 'value' | 'previous' | 'difference' | 'change'>;

function cellsOf(
  context: PulseContext,
  kpi: PulseKpi,
  figures: Figures,
): Record<'value' | 'previous' | 'difference' | 'change', TableCell> {
  const { format } = context;
  const exact = (value: number | null): TableCell => cell(valueText(context, kpi, value, true), value);
  const { value, previous, difference, change } = figures;
  return {
    ...{ value: exact(value), previous: exact(previous) },
    difference: cell(changeText(context, kpi, { difference, change: null }) || valueText(context, kpi, difference), difference),
    change: cell(format.change(change), change),
  };
}

function tilesTable(context: PulseContext): TableModel {
  const { words, format, value } = context;
  const rows = value.kpis.map((kpi) => {
    const { current } = kpi;
    const empty = { value: null, previous: null, difference: null, change: null };
    const none = format.count(null);
    const [low, high] = current?.interval ?? [null, null];
    const { value: now, previous, difference, change } = cellsOf(context, kpi, current ?? empty);
    return [
      cell(wordsFor(context, kpi)[0]),
      cell(current ? nameOfShown(context, kpi, current) : none, current?.period ?? ''),
      ...[now, cell(format.rate(low), low), cell(format.rate(high), high)],
      cell(format.count(current?.denominator ?? null), current?.denominator ?? null),
      cell(
        (current && nameOfCompared(context, kpi, current)) || none,
        current?.compared ? `${current.compared.from}/${current.compared.to}` : '',
      ),
      ...[previous, difference, change],
    ];
  });
  return tableOf([words.captions.figures, ...COLUMNS.map((name) => words.columns[name])], rows);
}

/** One row a period, one column a KPI. */
function seriesTable(context: PulseContext, grain: Grain): TableModel[] {
  const { words, value } = context;
  const kpis = value.kpis.filter((kpi) => kpi.grain === grain && kpi.series.length > 0);
  const keys = [...new Set(kpis.flatMap(({ series }) => series.map(({ period }) => period!)))].sort();
  if (keys.length === 0) return [];
  const rows = keys.map((key) => {
    const points = kpis.map(({ series }) => series.find(({ period }) => period === key));
    const at = points.findIndex(Boolean);
    return [
      cell(nameOfShown(context, kpis[at], points[at]!), key),
      ...kpis.map((kpi, i) => cell(valueText(context, kpi, points[i]?.value ?? null, true), points[i]?.value ?? null)),
    ];
  });
  const caption = `${words.captions.series}, ${words.by.toLowerCase()} ${words.grains[grain]}`;
  return [tableOf([caption, words.columns.period, ...kpis.map((kpi) => wordsFor(context, kpi)[0])], rows)];
}

function partsTable(context: PulseContext, kpi: PulseKpi): TableModel[] {
  const {
    words,
    format,
    value: { by },
  } = context;
  const caption = `${wordsFor(context, kpi)[0]}, ${by ? `${words.splitBy.toLowerCase()} ${words.splits[by]}` : words.captions.bridge.toLowerCase()}`;
  const { columns } = words;
  if (kpi.parts.length > 0) {
    const rows = kpi.parts.map((part) => {
      const { value, previous, difference, change } = cellsOf(context, kpi, part);
      const share = cell(format.change(part.contribution), part.contribution);
      return [cell(partName(context, part.key), part.key ?? ''), value, previous, difference, change, share];
    });
    return [
      tableOf([caption, columns.part, columns.value, columns.previous, columns.difference, columns.change, columns.contribution], rows),
    ];
  }
  if (!hasBridge(kpi)) return [];
  const steps = kpi.terms.map(({ measure, weight, amount }) => {
    const signed = weight * (amount ?? 0);
    return [cell(words.measures[measure], measure), cell(valueText(context, kpi, signed, true), signed)];
  });
  return [tableOf([caption, columns.part, columns.value], [...steps, [cell(words.total), cellsOf(context, kpi, kpi.current!).value]])];
}

/** @param open Id of the open tile. */
export function pulseTables(context: PulseContext, open: string): TableModel[] {
  const kpi = context.value.kpis.find(({ id }) => id === open);
  return [tilesTable(context), ...(kpi ? partsTable(context, kpi) : []), ...GRAINS.flatMap((grain) => seriesTable(context, grain))];
}
