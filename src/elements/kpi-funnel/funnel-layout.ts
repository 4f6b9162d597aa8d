/** Where everything of the funnel stands. Pure: the same lines and frame give the same places. */
import type { ChartFrame } from '../../base/widget.js';
import { Pen, type Box, type Label, type Words } from '../../chart/pen.js';

/** A step of the whole funnel, or of a small one. */
export interface Line {
  readonly name: Words;
  /** The same count from the longest wording to the shortest. */
  readonly counts: readonly string[];
  readonly countLook: string;
  /** At the end of the line: rate of a step, loss of a step of a group. */
  readonly end: Words;
  readonly optional: boolean;
  /** Length of the bar as a share of the longest one; null without a count. */
  readonly share: number | null;
  /** Interval of the bar's end on the same scale. */
  readonly range: readonly [number, number] | null;
  /** What was lost on the way here is drawn. */
  readonly lossy: boolean;
  /** Between the bar before and this one, where there is room. */
  readonly notes: readonly Words[];
}

export interface FunnelText {
  readonly lines: readonly Line[];
  /** Over the rates. */
  readonly heading: string;
  readonly groupsHeading: string;
  readonly groups: readonly { readonly name: string; readonly rate: string; readonly lines: readonly Line[] }[];
}

/** What a person can reach, and the shapes in it. */
export interface Place {
  readonly area: Box;
  readonly shapes: (readonly [box: Box, look: string])[];
  /** Path of the interval. */
  readonly whisker: string | null;
}

export interface FunnelLayout {
  readonly width: number;
  readonly height: number;
  readonly steps: readonly Place[];
  readonly groups: readonly Place[];
  /** Paths of what flows from bar to bar. */
  readonly flows: readonly string[];
  readonly texts: readonly Label[];
}

/** Columns from the start of a funnel. */
interface Columns {
  /** Names stand above their bars. */
  readonly stacked: boolean;
  readonly end: number;
  /** Widths of names and of what stands at the end. */
  readonly names: number;
  readonly ends: number;
  readonly barStart: number;
  /** Where bars and what is written after them must end. */
  readonly barEnd: number;
  /** Length of the whole bar. */
  readonly scale: number;
  /** Which wording of the counts fits. */
  readonly wording: number;
}

/** Nothing stretches beyond these, however wide the page. */
const WIDEST = 880;
const WIDEST_GRID = 1120;
const WIDEST_PANEL = 340;
const WIDEST_ALONE = 480;
const NARROWEST_PANEL = 216;
const MOST_PANELS = 4;
/** Below this a name stands above its bar. */
const SIDE_BY_SIDE_FROM = 460;
const SHORTEST_SCALE = 120;
const SHORTEST_SMALL_SCALE = 24;
/** Names and ends take no more of a line than this. */
const MOST = 0.35;
const COMPACT = 0.8;
/** A count above zero is seen, however small its share. */
const LEAST_BAR = 2;
const GAP = 8;
const COLUMN_GAP = 16;
const WORD_GAP = 12;
const GUTTER = 24;
/** Heights. */
const HEADING = 20;
const NAME = 22;
const PASSAGE = 26;
const BEFORE_OPTIONAL = 6;
const BAR = 24;
const OPTIONAL_BAR = 16;
const WHISKER = 0.28;
const LINE = 18;
const BEFORE_GROUPS = 28;

function countOf({ counts }: Line, wording: number): string {
  return counts[wording] ?? counts.at(-1)!;
}

function arrange(lines: readonly Line[], end: number, gap: number, stacked: boolean, wording: number, pen: Pen): Columns {
  const widest = (texts: Words[]): number => Math.min(end * MOST, Math.max(0, ...texts.map((words) => pen.width(...words))));
  const ends = widest(lines.map((line) => line.end));
  const barEnd = stacked ? end : end - ends - gap;
  const names = stacked ? end - ends - gap : widest(lines.map(({ name }) => name));
  const barStart = stacked ? 0 : names + gap;
  const room = barEnd - barStart;
  const scales = lines.map((line) => (line.share ? (room - GAP - pen.width(countOf(line, wording), line.countLook)) / line.share : room));
  return { stacked, end, names, ends, barStart, barEnd, scale: Math.max(0, Math.min(room, ...scales)), wording };
}

/** The most generous columns whose bars are long enough to compare. */
function columnsOf(lines: readonly Line[], end: number, gap: number, least: number, stacked: readonly boolean[], pen: Pen): Columns {
  const all = stacked.flatMap((each) => [0, 1, 2].map((wording) => arrange(lines, end, gap, each, wording, pen)));
  return all.find(({ scale }) => scale >= least) ?? all.at(-1)!;
}

/** A line around its bar, whose length it returns. */
function placeLine(
  line: Line,
  x: number,
  y: number,
  height: number,
  nameY: number,
  columns: Columns,
  shapes: Place['shapes'],
  pen: Pen,
): number {
  const { names, ends, barStart, barEnd, end, scale, wording } = columns;
  const { share, optional } = line;
  const length = share ? Math.max(LEAST_BAR, share * scale) : 0;
  const after = barStart + length + GAP;
  if (share !== null) shapes.push([pen.box(x + barStart, y, length, height), optional ? 'bar optional' : 'bar']);
  pen.write(line.name, x, nameY, names);
  pen.write([countOf(line, wording), line.countLook], x + after, y + height / 2, barEnd - after);
  pen.write(line.end, x + end, nameY, ends, 'end');
  return length;
}

/** Steps from top to bottom, with what flows from bar to bar. */
function placeSteps(lines: readonly Line[], top: number, unit: number, columns: Columns, flows: string[], pen: Pen): Place[] {
  const { barStart, barEnd, scale, end } = columns;
  const x = (length: number): number => pen.x(Math.min(barEnd, barStart + length));
  const nameLine = columns.stacked ? NAME * unit : 0;
  let y = top;
  let before: { bottom: number; length: number } | null = null;
  return lines.map((line, index) => {
    const { optional, range, notes } = line;
    const lead = index && unit * (optional ? BEFORE_OPTIONAL : PASSAGE);
    const height = unit * (optional ? OPTIONAL_BAR : BAR);
    const barTop = y + lead + nameLine;
    const middle = barTop + height / 2;
    const shapes: Place['shapes'] = [];
    const length = placeLine(line, 0, barTop, height, nameLine ? barTop - nameLine / 2 : middle, columns, shapes, pen);
    if (before && line.lossy && before.length > length) {
      shapes.push([pen.box(barStart + length, barTop, before.length - length, height), 'lost']);
    }
    let at = barStart + GAP;
    for (const words of notes) {
      if (at + pen.width(...words) <= end) at += pen.write(words, at, y + lead / 2) + WORD_GAP;
    }
    const area = pen.box(0, y, end, barTop + height - y);
    y = barTop + height;
    if (!optional) {
      if (before && shapes.length) flows.push(`M${x(0)} ${before.bottom}H${x(before.length)}L${x(length)} ${barTop - nameLine}H${x(0)}z`);
      before = shapes.length ? { bottom: y, length } : null;
    }
    const half = height * WHISKER;
    const cap = `v${-half}v${2 * half}`;
    const whisker = range && `M${x(range[0] * scale)} ${middle}${cap}v${-half}H${x(range[1] * scale)}${cap}`;
    return { area, shapes, whisker };
  });
}

/** Heading and one small funnel for each group, in a grid, all on one scale; no emptier last row than needed. */
function placeGroups({ groups, groupsHeading }: FunnelText, top: number, unit: number, frame: ChartFrame, pen: Pen): Place[] {
  const all = Math.min(frame.width, WIDEST_GRID);
  const most = Math.min(MOST_PANELS, Math.floor((all + GUTTER) / (NARROWEST_PANEL * pen.scale + GUTTER))) || 1;
  const across = Math.ceil(groups.length / Math.ceil(groups.length / most));
  const width = Math.min((across > 1 ? WIDEST_PANEL : WIDEST_ALONE) * pen.scale, (all + GUTTER) / across - GUTTER);
  const columns = columnsOf(
    groups.flatMap(({ lines }) => lines),
    width,
    GAP,
    SHORTEST_SMALL_SCALE,
    [false],
    pen,
  );
  const height = unit * (BAR + LINE * Math.max(...groups.map(({ lines }) => lines.length)));
  pen.write([groupsHeading, 'note muted'], 0, top + unit * (BEFORE_GROUPS + BAR / 2), frame.width);
  return groups.map(({ name, rate, lines }, index) => {
    const x = (index % across) * (width + GUTTER);
    const y = top + unit * (BEFORE_GROUPS + BAR) + Math.floor(index / across) * (height + unit * HEADING);
    const middle = y + (unit * BAR) / 2;
    const rateWidth = pen.write([rate, 'strong'], x + width, middle, width, 'end');
    pen.write([name, ''], x, middle, width - rateWidth - GAP);
    const shapes: Place['shapes'] = [];
    for (const [row, line] of lines.entries()) {
      const lineMiddle = y + unit * (BAR + LINE * (row + 0.5));
      const bar = unit * LINE * (line.optional ? 0.3 : 0.6);
      placeLine(line, x, lineMiddle - bar / 2, bar, lineMiddle, columns, shapes, pen);
    }
    return { area: pen.box(x, y, width, height), shapes, whisker: null };
  });
}

function bottomOf(places: readonly Place[], top: number): number {
  return Math.max(top, ...places.map(({ area }) => area.y + area.height));
}

export function layoutFunnel(text: FunnelText, frame: ChartFrame): FunnelLayout {
  const pen = new Pen(frame);
  const unit = pen.scale * (frame.compact ? COMPACT : 1);
  const flows: string[] = [];
  const { lines, heading } = text;
  const end = Math.min(frame.width, WIDEST);
  const stacked = frame.width < SIDE_BY_SIDE_FROM * pen.scale ? [true] : [false, true];
  pen.write([heading, 'note muted'], end, (unit * HEADING) / 2, end, 'end');
  const columns = columnsOf(lines, end, COLUMN_GAP, SHORTEST_SCALE, stacked, pen);
  const steps = placeSteps(lines, heading ? unit * HEADING : 0, unit, columns, flows, pen);
  const bottom = bottomOf(steps, 1);
  const groups = text.groups.length ? placeGroups(text, bottom, unit, frame, pen) : [];
  return { width: frame.width, height: Math.ceil(bottomOf(groups, bottom)), steps, groups, flows, texts: pen.texts };
}
