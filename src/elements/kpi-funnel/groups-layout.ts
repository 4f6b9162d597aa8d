/** Small multiples: one small funnel for each group, in a grid, all on the scale of shares of their first step. */
import type { ChartFrame } from '../../base/widget.js';
import { GAP } from './columns-layout.js';
import { scaleLength, type Box, type Label, type Pen } from './geometry.js';
import type { FunnelText } from './kpi-funnel-layout.js';

export interface GroupStepText {
  readonly name: string;
  readonly counts: readonly string[];
  /** Share of the group's first step; null without a count. */
  readonly share: number | null;
  /** Written at the end of the line where the group loses most; else empty. */
  readonly loss: string;
  readonly optional: boolean;
}

export interface GroupText {
  readonly name: string;
  readonly rate: string;
  readonly steps: readonly GroupStepText[];
}

export interface GroupRow {
  readonly bar: Box | null;
  readonly name: Label;
  readonly count: Label;
  readonly loss: Label | null;
  readonly optional: boolean;
}

export interface GroupPlace {
  readonly area: Box;
  readonly name: Label;
  readonly rate: Label;
  readonly rows: readonly GroupRow[];
}

const WIDEST = 1120;
const WIDEST_PANEL = 340;
const WIDEST_ALONE = 480;
const NARROWEST_PANEL = 216;
/** Below this a panel has no room for losses at the end of its lines. */
const LOSSES_FROM = 210;
const MOST_COLUMNS = 4;
const GUTTER = 24;
const NAMES_MOST = 0.36;
const BAR_SHARE = 0.6;
/** Losses are drawn bold. */
const BOLD = 1.08;

interface GroupSizes {
  readonly before: number;
  readonly heading: number;
  readonly title: number;
  readonly line: number;
  readonly between: number;
}

/** Columns of a panel, from its start. */
interface PanelColumns {
  readonly width: number;
  readonly names: number;
  readonly losses: number;
  readonly barStart: number;
  readonly barEnd: number;
  readonly scale: number;
  readonly wording: number;
}

export interface Groups {
  readonly heading: Label | null;
  readonly places: readonly GroupPlace[];
  readonly bottom: number;
}

export function placeGroups({ groups, groupsHeading }: FunnelText, top: number, frame: ChartFrame, pen: Pen): Groups {
  if (groups.length === 0) return { heading: null, places: [], bottom: top };
  const size = groupSizes(frame, pen);
  const { count, width } = grid(groups.length, frame.width, pen);
  const columns = panelColumns(groups, width, pen);
  const headingTop = top + size.before;
  const heading = pen.label(groupsHeading, 0, headingTop + size.heading / 2, 'note', frame.width);
  const places: GroupPlace[] = [];
  let y = headingTop + size.heading;
  for (let row = 0; row * count < groups.length; row++) {
    const inRow = groups.slice(row * count, (row + 1) * count);
    if (row > 0) y += size.between;
    places.push(...inRow.map((group, column) => placeGroup(group, column * (width + GUTTER), y, columns, size, pen)));
    y = Math.max(...places.slice(-inRow.length).map(({ area }) => area.y + area.height));
  }
  return { heading, places, bottom: y };
}

function groupSizes({ compact }: ChartFrame, { scale }: Pen): GroupSizes {
  const [before, heading, title, line, between] = compact ? [16, 20, 20, 16, 12] : [28, 24, 24, 18, 20];
  return { before: before!, heading: heading! * scale, title: title! * scale, line: line! * scale, between: between! };
}

/** As many panels side by side as have room, and no emptier last row than needed. */
function grid(groups: number, frameWidth: number, { scale }: Pen): { count: number; width: number } {
  const all = Math.min(frameWidth, WIDEST);
  const most = Math.max(1, Math.min(MOST_COLUMNS, groups, Math.floor((all + GUTTER) / (NARROWEST_PANEL * scale + GUTTER))));
  const count = Math.ceil(groups / Math.ceil(groups / most));
  return { count, width: Math.min(count === 1 ? WIDEST_ALONE : WIDEST_PANEL, (all - GUTTER * (count - 1)) / count / scale) * scale };
}

function panelColumns(groups: readonly GroupText[], width: number, pen: Pen): PanelColumns {
  const steps = groups.flatMap((group) => group.steps);
  const texts = (pick: (step: GroupStepText) => string): string[] => steps.map(pick);
  const names = Math.min(
    width * NAMES_MOST,
    pen.widest(
      texts(({ name }) => name),
      'note',
    ),
  );
  const lossWidth =
    BOLD *
    pen.widest(
      texts(({ loss }) => loss),
      'note',
    );
  const losses = width < LOSSES_FROM ? 0 : Math.min(width / 4, lossWidth);
  const barStart = names + GAP;
  const barEnd = losses ? width - losses - GAP : width;
  const scale = (wording: number): number =>
    scaleLength(
      barEnd - barStart,
      steps.map((step) => ({ share: step.share ?? 0, after: GAP + pen.width(countOf(step, wording), 'note') })),
    );
  const wording = scale(0) >= (barEnd - barStart) / 3 ? 0 : Infinity;
  return { width, names, losses, barStart, barEnd, scale: scale(wording), wording };
}

function countOf({ counts }: GroupStepText, wording: number): string {
  return counts[Math.min(wording, counts.length - 1)] ?? '';
}

function placeGroup(group: GroupText, x: number, top: number, columns: PanelColumns, size: GroupSizes, pen: Pen): GroupPlace {
  const { width } = columns;
  const middle = top + size.title / 2;
  const rate = pen.label(group.rate, x + width, middle, 'strong', width / 2, 'end');
  const rows = group.steps.map((step, index) => placeRow(step, x, top + size.title + index * size.line, columns, size, pen));
  return {
    area: pen.box(x, top, width, size.title + rows.length * size.line),
    name: pen.label(group.name, x, middle, 'body', width - pen.width(rate.text, 'strong') - GAP),
    rate,
    rows,
  };
}

function placeRow(step: GroupStepText, x: number, top: number, columns: PanelColumns, size: GroupSizes, pen: Pen): GroupRow {
  const middle = top + size.line / 2;
  const height = size.line * (step.optional ? BAR_SHARE / 2 : BAR_SHARE);
  const share = step.share ?? 0;
  const length = share > 0 ? Math.max(1, share * columns.scale) : 0;
  const after = columns.barStart + length + GAP;
  return {
    bar: step.share === null ? null : pen.box(x + columns.barStart, middle - height / 2, length, height),
    name: pen.label(step.name, x, middle, 'note', columns.names),
    count: pen.label(countOf(step, columns.wording), x + after, middle, 'note', columns.barEnd - after),
    loss: step.loss && columns.losses ? pen.label(step.loss, x + columns.width, middle, 'note', columns.losses, 'end') : null,
    optional: step.optional,
  };
}
