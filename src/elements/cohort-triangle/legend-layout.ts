/** What the colours, the hatching and the frames mean. */
import type { Group } from '../../chart/draw.js';
import type { Pen } from '../../chart/pen.js';
import { isShare, notesOf, valueOf, type CohortContext } from './cohort-context.js';
import type { Scale } from './cohort-scale.js';
import { hatch, leftOut, noteLines, paidAt, type Grid } from './triangle-layout.js';

const enum Px {
  Above = 24,
  Line = 18,
  Swatch = 26,
  Height = 8,
  Sample = 14,
  Gap = 6,
  Apart = 16,
}

interface Legend {
  readonly inside: Group['inside'];
  readonly bottom: number;
}

export function layoutLegend(context: CohortContext, grid: Grid, { edges, low, high }: Scale, top: number, pen: Pen): Legend {
  const { terms, metric, short, format, first } = context;
  const { rows, width, ages } = grid;
  const inside: Group['inside'][number][] = [];
  const ends = (isShare(metric) ? format.rate : short[0]) as (value: number) => string;
  let x = 0;
  let y = top + Px.Above;
  /** Moves on; to the next line where so much does not fit. */
  const room = (needed: number): void => {
    if (x > 0 && x + needed > width) [x, y] = [0, y + Px.Line];
  };
  const write = (text: string): void => {
    x += pen.write([text, 'note quiet'], x, y, width - x);
  };
  if (edges.length) {
    const [least, most] = [ends(low), ends(high)];
    const swatch = Math.min(Px.Swatch, (width - pen.width(least + most, 'note') - 2 * Px.Gap) / (edges.length + 1));
    write(terms.metric[metric]);
    x += Px.Gap;
    room(pen.width(least + most, 'note') + 2 * Px.Gap + (edges.length + 1) * swatch);
    write(least);
    x += Px.Gap;
    for (let step = 1; step <= edges.length + 1; step++, x += swatch)
      inside.push({ ...pen.box(x, y - Px.Height / 2, swatch, Px.Height), look: `step-${step}` });
    x += Px.Gap;
    write(most);
    x += Px.Apart;
  }
  const sample = (look: string, text: string): void => {
    room(Px.Sample + Px.Gap + pen.width(text, 'note'));
    const box = pen.box(x, y - Px.Sample / 2, Px.Sample, Px.Sample);
    inside.push({ ...box, look }, ...(look === 'running' ? [hatch(box)] : []));
    x += Px.Sample + Px.Gap;
    write(text);
    x += Px.Apart;
  };
  if (rows.some(({ cells }) => cells.some((cell, age) => !cell && age >= first && age <= ages[ages.length - 1])))
    sample('running', terms.hatched);
  if (rows.some(({ cells }) => cells.some((cell, age) => cell && age >= first && age <= ages[ages.length - 1] && valueOf(cell) === null)))
    sample('none', terms.unknown);
  if (rows.some((cohort) => paidAt(context, cohort) >= 0)) sample('paid', terms.framed(context.triangle.paybackBy ?? 'revenue'));
  const notes = [...leftOut(context, grid), ...notesOf(context)];
  for (const line of notes.flatMap((note) => noteLines(pen, note, width))) {
    [x, y] = [0, y + Px.Line];
    write(line);
  }
  return { inside, bottom: y + Px.Line / 2 };
}
