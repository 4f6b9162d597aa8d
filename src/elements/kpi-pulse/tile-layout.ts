/** The tiles: label, value, change and the run of the last periods; in as many columns as have room, in rows of even length. */
import { reasonWords, wordsFor, type PulseContext } from './pulse-context.js';
import { extent } from './pulse-scale.js';
import { changeText, isSmall, nameOfCompared, nameOfShown, shortCompared, sizeText, toneOf, valueText } from './pulse-text.js';
import type { ChartFrame, Mark } from '../../base/widget.js';
import type { Box, Label, Pen } from '../../chart/pen.js';
import { wrap } from '../../chart/truncate.js';
import type { PulseKpi, PulsePoint } from '../../core/kpi/pulse-types.js';

/** @internal */
export interface TilePlace {
  readonly mark: Mark;
  readonly area: Box;
  readonly texts: readonly Label[];
  readonly tone: 'good' | 'bad' | 'flat';
  /** The line over the tile. */
  readonly rule: string;
  /** What is drawn: zero, the run, its unfinished end, the last point. */
  readonly paths: Readonly<Record<'ground' | 'past' | 'run' | 'open' | 'dot', string>>;
}

/** @internal Columns, and how far a tile reaches. */
export interface Grid {
  readonly columns: number;
  readonly width: number;
  readonly gap: number;
  readonly height: number;
  /** Of all tiles. */
  readonly whole: number;
}

const enum Px {
  Wide = 600,
  Gap = 16,
  WideGap = 24,
  Least = 124,
  WideLeast = 148,
  Label = 17,
  Value = 41,
  Change = 62,
  Spark = 78,
  SparkHeight = 34,
  Below = 22,
  Dot = 3,
}

const COMPACT = 0.82;

/** Even rows: 8 tiles that have room for 7 stand in two rows of 4. */
export function tileGrid(count: number, { width, compact }: ChartFrame, scale: number): Grid {
  const isWide = width >= Px.Wide;
  const gap = isWide ? Px.WideGap : Px.Gap;
  const most = Math.max(1, Math.floor((width + gap) / ((isWide ? Px.WideLeast : Px.Least) * scale + gap)));
  const rows = Math.ceil(count / most) || 1;
  const columns = Math.ceil(count / rows) || 1;
  const unit = scale * (compact ? COMPACT : 1);
  const height = (Px.Spark + Px.SparkHeight + Px.Below) * unit;
  return { columns, width: (width - gap * (columns - 1)) / columns, gap, height, whole: rows * height };
}

type Run = TilePlace['paths'];

/** The run of a KPI in a box; its end is open as long as the period is not over. Lengths begin at zero, levels where they are. */
function drawRun({ series, unit, base }: PulseKpi, box: { x: number; y: number; width: number; height: number }, pen: Pen): Run {
  const paths = { ground: '', past: '', run: '', open: '', dot: '' };
  const isLength = (unit === 'count' || unit === 'money') && base.length === 0;
  const [low, high] = extent(
    series.map(({ value }) => value),
    isLength,
  );
  const step = (box.width - 2 * Px.Dot) / Math.max(1, series.length - 1);
  const x = (i: number): number => pen.x(box.x + Px.Dot + i * step);
  const y = (value: number): number => box.y + box.height - ((value - low) / (high - low || 1)) * box.height;
  const at = (i: number, value: number): string => `${x(i).toFixed(1)},${y(value).toFixed(1)}`;
  // A run of one is none.
  if (series.length < 2) return paths;
  const known = (i: number): number | null => series[i]?.value ?? null;
  if (isLength) paths.ground = `M${pen.x(box.x)},${y(0).toFixed(1)}H${pen.x(box.x + box.width)}`;
  series.forEach(({ value, partial }, i) => {
    const before = known(i - 1);
    if (value === null) return;
    if (before !== null) paths[partial || series[i - 1].partial ? 'open' : 'run'] += `M${at(i - 1, before)}L${at(i, value)}`;
    // The line does not show what has no neighbours.
    const isAlone = before === null && known(i + 1) === null;
    if (isAlone || i === series.length - 1)
      paths.dot += `M${(x(i) - Px.Dot).toFixed(1)} ${y(value).toFixed(1)}a3,3 0 1 0 6,0a3,3 0 1 0-6,0z`;
  });
  return paths;
}

/** What a person who cannot see the tile hears. */
export function sentenceOf(context: PulseContext, kpi: PulseKpi, point: PulsePoint): string {
  const { words, format, base } = context;
  const { interval, difference } = point;
  const size = sizeText(context, kpi, point);
  const said = [
    valueText(context, kpi, point.value, true) + (interval ? ` (${format.rateInterval(interval)})` : ''),
    isSmall(kpi, point) && base.smallSample(format.count(point.denominator)),
    nameOfShown(context, kpi, point),
    size && words.than(words.moved(difference ? difference > 0 : null, size), nameOfCompared(context, kpi, point)),
  ];
  return said.filter(Boolean).join(base.semicolon);
}

function markOf(context: PulseContext, kpi: PulseKpi, row: number, column: number): Mark {
  const { words, base, format } = context;
  const { id, current, reasons } = kpi;
  const [label] = wordsFor(context, kpi);
  const why = reasons.map((reason) => reasonWords(context, reason)).filter(Boolean);
  const change = current && changeText(context, kpi, current);
  const lines =
    current?.value === undefined || current.value === null
      ? []
      : [
          valueText(context, kpi, current.value, true),
          current.interval ? base.labelled(base.lines.interval, format.rateInterval(current.interval)) : '',
          isSmall(kpi, current) ? base.smallSample(format.count(current.denominator)) : '',
          nameOfShown(context, kpi, current),
          change ? `${change} ${words.versus(nameOfCompared(context, kpi, current))}` : '',
        ];
  const said = lines.length > 0 ? `${sentenceOf(context, kpi, current!)}.` : '';
  return {
    id: `kpi-${id}`,
    label: base.labelled(label, [said, ...why].filter(Boolean).join(' ')),
    lines: [label, ...lines, ...why].filter(Boolean),
    selection: { dimension: 'kpi', values: [id], customers: null },
    ...{ row, column, figure: id },
  };
}

const ARROWS = { up: '▲ ', down: '▼ ', none: '' };

/** The change with its arrow, and what it is a change from; growth is one itself. */
function changeOf(context: PulseContext, kpi: PulseKpi): readonly [change: string, than: string] {
  const { current, growth } = kpi;
  const change = current && current.value !== null ? changeText(context, kpi, current) : '';
  if (!current?.compared || (!change && (!growth || current.value === null))) return ['', ''];
  const { difference } = current;
  const arrow = ARROWS[difference ? (difference > 0 ? 'up' : 'down') : 'none'];
  return [change && arrow + change, context.words.versus(nameOfCompared(context, kpi, current))];
}

/** What stands under the value: the change, or why there is none; returns the lines of the latter. @param isLong There is room everywhere to say from what. */
function writeBelow(context: PulseContext, kpi: PulseKpi, isLong: boolean, pen: Pen, start: number, middle: number, width: number): number {
  const { current, reasons } = kpi;
  const [change, than] = changeOf(context, kpi);
  const used = change && pen.write([change, 'note strong change'], start, middle, width) + 6;
  const { words } = context;
  const short = current?.compared ? words.versus(shortCompared(context, kpi, current)) : '';
  if (than && (isLong || !change)) pen.write([isLong ? than : short, 'note quiet'], start + (used || 0), middle, width);
  const why = reasons.find(({ code }) => !/^(left|guest|fewer)/.test(code));
  if (than || !why) return 0;
  const isShown = current !== null && current.value !== null;
  // There is a figure: only the comparison is missing.
  const text = isShown && why.code === 'not-enough-history' ? words.noHistory : reasonWords(context, why);
  const lines = wrap(text, width, (part) => pen.width(part, 'note'));
  const shown = lines.slice(0, isShown ? 1 : 4);
  shown.forEach((line, i) => pen.write([line, 'note quiet'], start, middle + i * Px.Label * pen.scale, width));
  return shown.length;
}

/** @param open Id of the open tile. */
export function layoutTiles(context: PulseContext, open: string, grid: Grid, pen: Pen): TilePlace[] {
  const { columns, width, gap, height } = grid;
  const unit = height / (Px.Spark + Px.SparkHeight + Px.Below);
  // What one has no room to say, none says.
  const isLong = context.value.kpis.every((kpi) => {
    const [change, than] = changeOf(context, kpi);
    return pen.width(change, 'note strong') + 6 + pen.width(than, 'note') <= width;
  });
  return context.value.kpis.map((kpi, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const start = column * (width + gap);
    const top = row * height;
    const { current } = kpi;
    const [label] = wordsFor(context, kpi);
    const isStrong = kpi.id === open && pen.width(label, 'note strong') <= width;
    pen.write([label, `note label${isStrong ? ' strong' : ''}`], start, top + Px.Label * unit, width);
    const used = pen.write([valueText(context, kpi, current?.value ?? null), 'heading value'], start, top + Px.Value * unit, width) + 8;
    const interval = current?.interval ? context.format.rateInterval(current.interval) : '';
    const few = isSmall(kpi, current) ? `n = ${context.format.count(current!.denominator)}` : '';
    // Where there is no room for both: how few they are.
    const beside = [[few, interval].filter(Boolean).join(', '), few].find((text) => text && used + pen.width(text, 'note') <= width);
    if (beside) pen.write([beside, 'note quiet'], start + used, top + (Px.Value + 1) * unit);
    const lines = writeBelow(context, kpi, isLong, pen, start, top + Px.Change * unit, width);
    const box = { x: start, y: top + Px.Spark * unit, width, height: Px.SparkHeight * unit };
    return {
      mark: markOf(context, kpi, row, column),
      area: pen.box(start, top, width, height - 8 * unit),
      texts: pen.texts.splice(0),
      tone: current ? toneOf(kpi, current) : 'flat',
      rule: `M${pen.x(start)},${top + 0.5}H${pen.x(start + width)}`,
      // A reason of several lines stands where the run would.
      paths: drawRun(lines > 1 ? { ...kpi, series: [] } : kpi, box, pen),
    };
  });
}
