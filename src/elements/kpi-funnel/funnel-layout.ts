/** Where everything of the funnel stands. Pure: the same lines and frame give the same places. */
import type { ChartFrame } from '../../base/widget.js';
import type { Shape } from '../../chart/draw.js';
import { Pen, type Box, type Label, type Words } from '../../chart/pen.js';
import type { FunnelContext } from './funnel-context.js';
import { groupLine, stepLine, type FunnelRate, type Line } from './funnel-lines.js';

/** @internal What a person can reach, and the shapes in it. */
export interface Place {
  readonly area: Box;
  readonly shapes: Shape[];
}

/** @internal */
export interface FunnelLayout {
  readonly width: number;
  readonly height: number;
  readonly steps: readonly Place[];
  readonly groups: readonly Place[];
  /** Paths of what flows from bar to bar. */
  readonly flows: readonly string[];
  readonly texts: readonly Label[];
}

/** @internal How the lines of a funnel are arranged. */
interface Columns {
  readonly end: number;
  /** Names stand above their bars. */
  readonly stacked: boolean;
  readonly names: number;
  /** Where bars start, and what is kept free after their counts. */
  readonly start: number;
  readonly gap: number;
  /** Length of the whole bar. */
  readonly scale: number;
  /** Which wording of the counts fits. */
  readonly wording: number;
}

/** Pixels at the usual size of texts. */
const enum Px {
  /** Nothing stretches beyond these, however wide the page. */
  Widest = 880,
  WidestPanel = 340,
  NarrowestPanel = 216,
  /** Below this a name stands above its bar. */
  SideBySideFrom = 460,
  /** Below this, counts are compact. */
  LeastScale = 120,
  LeastSmallScale = 25,
  /** A count above zero is seen, however small its share. */
  LeastBar = 2,
  Gap = 8,
  WordGap = 12,
  Gutter = 24,
  Heading = 20,
  /** Of a group. */
  Title = 28,
}
const MOST_PANELS = 4;
/** Names take no more of a line than this; in a small funnel. */
const NAMES = 0.35;
const SMALL_NAMES = 0.5;
/** Heights before a bar, of a bar, the same of a step that may be skipped, of a name above a bar: of the funnel, of a small one. */
const LARGE = [26, 24, 6, 16, 22];
const SMALL = [7, 11, 7, 11];

const unitOf = ({ compact }: ChartFrame, { scale }: Pen): number => scale * (compact ? 0.8 : 1);
const isNarrow = ({ width }: ChartFrame, { scale }: Pen): boolean => width < Px.SideBySideFrom * scale;
const bottomOf = (places: readonly Place[]): number => Math.max(1, ...places.map(({ area }) => area.y + area.height));

/** @param small losses stand on few lines, and bars take the room on the others. */
function columnsOf(lines: readonly Line[], end: number, stacked: boolean, small: boolean, pen: Pen): Columns {
  const widest = (words: readonly Words[]): number => Math.max(...words.map((each) => pen.width(...each)));
  const gap = Math.min(16, end / 28);
  const rates = widest(lines.map((line) => line.end));
  const rest = end - gap - rates;
  const share = small ? SMALL_NAMES : NAMES;
  const names = stacked ? rest : Math.min(end * share, rest - 2 * gap, widest(lines.map(({ words }) => words)));
  const start = stacked ? 0 : names + gap;
  const scales = [0, 1].map((wording) => {
    const fitting = lines.map(({ share: part, counts, end: own }) => {
      const room = end - start - (stacked ? 0 : gap + (small ? pen.width(...own) : rates));
      return part ? (room - Px.Gap - pen.width(...counts[wording])) / part : end;
    });
    return Math.max(0, Math.min(...fitting));
  });
  const wording = scales[0] < (small ? Px.LeastSmallScale : Px.LeastScale) ? 1 : 0;
  return { end, stacked, names, start, gap, scale: scales[wording], wording };
}

/** Lines from top to bottom, with what flows from bar to bar. */
function placeLines(
  lines: readonly Line[],
  x: number,
  top: number,
  sizes: readonly number[],
  unit: number,
  columns: Columns,
  flows: string[],
  pen: Pen,
): Place[] {
  const { end, stacked, names, gap, scale, wording } = columns;
  const [lead, bar, optionalLead, optionalBar, nameLine] = sizes.map((size) => size * unit);
  const start = x + columns.start;
  let y = top;
  let before: readonly [length: number, bottom: number] | null = null;
  return lines.map(({ words, counts, end: rate, optional, share, lossy, notes }, index) => {
    const above = y + (index && (optional ? optionalLead : lead));
    const barTop = above + (stacked ? nameLine : 0);
    const height = optional ? optionalBar : bar;
    const middle = barTop + height / 2;
    const nameMiddle = stacked ? above + nameLine / 2 : middle;
    const length = share ? Math.max(Px.LeastBar, share * scale) : 0;
    const shapes: Place['shapes'] = [];
    pen.write(words, x, nameMiddle, names);
    const used = pen.write(rate, x + end, nameMiddle, end, 'end') + gap;
    pen.write(counts[wording], start + length + Px.Gap, middle, end - columns.start - (stacked ? 0 : used) - length - Px.Gap);
    let at = start + Px.Gap;
    for (const note of notes) {
      const width = pen.width(...note);
      if (width && at + width <= end) at += pen.write(note, at, (y + above) / 2) + Px.WordGap;
    }
    if (share !== null) shapes.push({ ...pen.box(start, barTop, length, height), look: optional ? 'bar optional' : 'bar' });
    if (before && share !== null) {
      const [zero, from, to] = [0, before[0], length].map((each) => pen.x(start + each));
      if (lossy) shapes.push({ ...pen.box(start + length, barTop, Math.max(0, before[0] - length), height), look: 'loss' });
      if (!optional) flows.push(`M${zero} ${before[1]}H${from}L${to} ${above}H${zero}z`);
    }
    const area = pen.box(x, y, end, barTop + height - y);
    y = barTop + height;
    if (!optional) before = share === null ? null : [length, y];
    return { area, shapes };
  });
}

/** One small funnel for each group, in a grid, all on one scale; no emptier last row than needed. */
function placeGroups(context: FunnelContext, top: number, unit: number, frameWidth: number, pen: Pen): Place[] {
  const { groups, groupsName } = context;
  const all = frameWidth + Px.Gutter;
  const most = Math.min(MOST_PANELS, Math.floor(all / (Px.NarrowestPanel * pen.scale + Px.Gutter))) || 1;
  const across = Math.ceil(groups.length / Math.ceil(groups.length / most));
  const width = Math.min(Px.WidestPanel * pen.scale, all / across - Px.Gutter);
  const lines = groups.map(({ facts }) => facts.map((fact) => groupLine(fact, context)));
  const columns = columnsOf(lines.flat(), width, false, true, pen);
  const places: Place[] = [];
  let y = 0;
  pen.write([groupsName, 'note'], 0, top + unit * 48, frameWidth);
  for (const [index, { name, goal }] of groups.entries()) {
    const x = (index % across) * (width + Px.Gutter);
    if (!x) y = index ? bottomOf(places) + unit * Px.Heading : top + unit * 60;
    const middle = y + (unit * Px.Title) / 2;
    const rateWidth = pen.write([goal.overall.text, 'strong'], x + width, middle, width, 'end');
    pen.write([name, ''], x, middle, width - rateWidth - Px.Gap);
    const steps = placeLines(lines[index], x, y + unit * Px.Title, SMALL, unit, columns, [], pen);
    places.push({ area: pen.box(x, y, width, bottomOf(steps) - y), shapes: steps.flatMap(({ shapes }) => shapes) });
  }
  return places;
}

export function layoutFunnel(context: FunnelContext, kind: FunnelRate, frame: ChartFrame): FunnelLayout {
  const { facts, groups, terms } = context;
  const { width } = frame;
  const pen = new Pen(frame);
  const unit = unitOf(frame, pen);
  const end = Math.min(width, Px.Widest);
  const flows: string[] = [];
  const lines = facts.map((fact) => stepLine(fact, kind, context));
  const columns = columnsOf(lines, end, isNarrow(frame, pen), false, pen);
  pen.write([terms[kind], 'note'], end, (unit * Px.Heading) / 2, end, 'end');
  const steps = placeLines(lines, 0, unit * Px.Heading, LARGE, unit, columns, flows, pen);
  const small = groups.length ? placeGroups(context, bottomOf(steps), unit, width, pen) : [];
  return { width, height: Math.ceil(bottomOf([...steps, ...small])), steps, groups: small, flows, texts: pen.texts };
}

/** Height of as many steps before they are known. */
export function expectedHeight(steps: number, frame: ChartFrame): number {
  const pen = new Pen(frame);
  const [lead, bar, , , nameLine] = LARGE;
  return Math.ceil(unitOf(frame, pen) * (Px.Heading - lead + steps * (lead + bar + (isNarrow(frame, pen) ? nameLine : 0))));
}
