/** Where one step stands: passage from the step before, name, bar with its count, rate. */
import type { ChartFrame } from '../../base/widget.js';
import { countOf, countSize, GAP, type Columns } from './columns-layout.js';
import type { Box, Label, Pen, TextSize } from './geometry.js';
import type { PassagePlace, PassageText, StepPlace, StepText, Whisker } from './kpi-funnel-layout.js';

/** A count above zero is seen, however small its share. */
const LEAST_BAR = 2;
const WORD_GAP = 12;
const WHISKER_HALF = 0.28;

/** Heights in pixels. */
export interface StepSizes {
  readonly heading: number;
  readonly bar: number;
  readonly optionalBar: number;
  readonly passage: number;
  readonly nameLine: number;
  readonly beforeOptional: number;
}

export function stepSizes({ compact }: ChartFrame, { scale }: Pen): StepSizes {
  const [heading, bar, optionalBar, passage, nameLine, beforeOptional] = compact ? [16, 18, 12, 22, 18, 4] : [20, 24, 16, 26, 22, 6];
  return {
    heading: heading! * scale,
    bar: bar! * scale,
    optionalBar: optionalBar! * scale,
    passage: passage! * scale,
    nameLine: nameLine! * scale,
    beforeOptional: beforeOptional! * scale,
  };
}

interface Place {
  readonly index: number;
  readonly top: number;
  /** Bar of the last step that nobody may skip. */
  readonly before: Box | null;
}

export function placeStep(step: StepText, { index, top, before }: Place, columns: Columns, size: StepSizes, pen: Pen): StepPlace {
  const lead = index === 0 ? 0 : step.optional ? size.beforeOptional : size.passage;
  const height = step.optional ? size.optionalBar : size.bar;
  const barTop = top + lead + (columns.stacked ? size.nameLine : 0);
  const middle = barTop + height / 2;
  const nameMiddle = columns.stacked ? top + lead + size.nameLine / 2 : middle;
  const share = step.share ?? 0;
  const length = share > 0 ? Math.max(LEAST_BAR, share * columns.scale) : 0;
  const after = columns.barStart + length + GAP;
  const name = pen.label(step.name, 0, nameMiddle, countSize(step), columns.names);
  const count = pen.label(countOf(step, columns.wording), after, middle, countSize(step), columns.barEnd - after);
  return {
    area: pen.box(0, top, columns.end, barTop + height - top),
    bar: step.share === null ? null : pen.box(columns.barStart, barTop, length, height),
    lost: step.lossy && before && before.width > length ? pen.box(columns.barStart + length, barTop, before.width - length, height) : null,
    whisker: step.range ? placeWhisker(step.range, middle, height, columns, pen) : null,
    name,
    tag: placeTag(
      step,
      columns.tags ? after + pen.width(count.text, count.size) : pen.width(name.text, name.size),
      nameMiddle,
      columns,
      pen,
    ),
    count,
    rate: pen.label(step.rate, columns.end, nameMiddle, step.optional ? 'note' : 'strong', columns.rates, 'end'),
    passage: step.passage ? placePassage(step.passage, step.lossy, top + lead / 2, columns, pen) : null,
    optional: step.optional,
    lossy: step.lossy,
  };
}

/** Behind the count or the name, if the whole word has room. */
function placeTag({ tag }: StepText, behind: number, middle: number, columns: Columns, pen: Pen): Label | null {
  if (!tag) return null;
  const room = (columns.tags ? columns.barEnd : columns.names) - behind - GAP;
  return pen.width(tag, 'note') > room ? null : pen.label(tag, behind + GAP, middle, 'note', room);
}

function placeWhisker([lower, upper]: readonly [number, number], y: number, height: number, columns: Columns, pen: Pen): Whisker {
  const end = (share: number): number => pen.x(Math.min(columns.barEnd, columns.barStart + share * columns.scale));
  return { from: end(lower), to: end(upper), y, half: height * WHISKER_HALF };
}

/** Rate, loss, then the notes that have room. */
function placePassage(text: PassageText, lossy: boolean, middle: number, columns: Columns, pen: Pen): PassagePlace {
  let x = columns.barStart + GAP;
  const put = (words: string, size: TextSize): Label => {
    const label = pen.label(words, x, middle, size, columns.end - x);
    x += pen.width(label.text, size) + WORD_GAP;
    return label;
  };
  const rate = put(text.rate, 'body');
  const loss = text.loss ? put(text.loss, lossy ? 'strong' : 'body') : null;
  const notes = text.notes.flatMap((note) => (x + pen.width(note, 'note') <= columns.end ? [put(note, 'note')] : []));
  return { rate, loss, notes };
}
