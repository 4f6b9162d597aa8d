/** Where everything of the funnel stands. Pure: the same texts and frame give the same places. */
import type { ChartFrame } from '../../base/widget.js';
import { funnelColumns } from './columns-layout.js';
import { Pen, type Box, type Label } from './geometry.js';
import { placeGroups, type GroupPlace, type GroupText } from './groups-layout.js';
import { placeStep, stepSizes } from './step-layout.js';

/** What is written between two bars. */
export interface PassageText {
  /** `↓ 17,0 %`, or the arrow alone. */
  readonly rate: string;
  readonly loss: string;
  /** Said where there is room: sample, median time. */
  readonly notes: readonly string[];
}

export interface StepText {
  readonly name: string;
  /** The same count from the longest wording to the shortest. */
  readonly counts: readonly string[];
  /** At the end of the line. */
  readonly rate: string;
  readonly optional: boolean;
  /** Note beside the count or the name; empty for none. */
  readonly tag: string;
  /** Length of the bar as a share of the longest one; null without a count. */
  readonly share: number | null;
  /** Interval of the bar's end on the same scale. */
  readonly range: readonly [number, number] | null;
  /** How it comes out of the step before; null for the first step and for those that may be skipped. */
  readonly passage: PassageText | null;
  /** The largest loss is on the way here. */
  readonly lossy: boolean;
}

export interface FunnelText {
  readonly steps: readonly StepText[];
  /** Heading of the column of rates. */
  readonly rateHeading: string;
  readonly groupsHeading: string;
  readonly groups: readonly GroupText[];
}

export interface PassagePlace {
  readonly rate: Label;
  readonly loss: Label | null;
  readonly notes: readonly Label[];
}

export interface Whisker {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  /** Half the height of its ends. */
  readonly half: number;
}

export interface StepPlace {
  /** All that belongs to the step: what a pointer touches. */
  readonly area: Box;
  readonly bar: Box | null;
  /** What was lost since the step before, where that is the largest loss. */
  readonly lost: Box | null;
  readonly whisker: Whisker | null;
  readonly name: Label;
  readonly tag: Label | null;
  readonly count: Label;
  readonly rate: Label;
  readonly passage: PassagePlace | null;
  readonly optional: boolean;
  readonly lossy: boolean;
}

export interface FunnelLayout {
  readonly width: number;
  readonly height: number;
  readonly rateHeading: Label | null;
  readonly steps: readonly StepPlace[];
  /** Outlines of what flows from bar to bar, as `points` of polygons. */
  readonly flows: readonly string[];
  readonly groupsHeading: Label | null;
  readonly groups: readonly GroupPlace[];
}

export function layoutFunnel(text: FunnelText, frame: ChartFrame): FunnelLayout {
  const pen = new Pen(frame);
  const size = stepSizes(frame, pen);
  const columns = funnelColumns(text, frame, pen);
  const headed = text.steps.length > 1 && text.rateHeading !== '';
  const rateHeading = headed ? pen.label(text.rateHeading, columns.end, size.heading / 2, 'note', columns.rates, 'end') : null;
  const steps: StepPlace[] = [];
  let y = headed ? size.heading : 0;
  let before: Box | null = null;
  for (const [index, step] of text.steps.entries()) {
    const place = placeStep(step, { index, top: y, before }, columns, size, pen);
    steps.push(place);
    y = place.area.y + place.area.height;
    if (index === 0 || !step.optional) before = place.bar;
  }
  const groups = placeGroups(text, y, frame, pen);
  const height = Math.ceil(Math.max(1, groups.bottom));
  return {
    width: frame.width,
    height,
    rateHeading,
    steps,
    flows: flows(steps, columns.stacked ? size.nameLine : 0, frame.rtl),
    groupsHeading: groups.heading,
    groups: groups.places,
  };
}

/** One outline for each two bars that follow each other without a skip; it ends above the name, where that stands over its bar. */
function flows(steps: readonly StepPlace[], nameLine: number, rtl: boolean): string[] {
  const bars = steps.filter((step, index) => index === 0 || !step.optional).map(({ bar }) => bar);
  return bars.slice(1).flatMap((to, index) => {
    const from = bars[index];
    if (!from || !to) return [];
    const [start, upper, lower] = rtl ? [from.x + from.width, from.x, to.x] : [from.x, from.x + from.width, to.x + to.width];
    const [top, bottom] = [from.y + from.height, to.y - nameLine];
    return [`${start},${top} ${upper},${top} ${lower},${bottom} ${start},${bottom}`];
  });
}
