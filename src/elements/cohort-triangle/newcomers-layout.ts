/** Newcomers by what they ordered so far, and their chance to be very good customers at month 12. */
import type { Group } from '../../chart/draw.js';
import type { Pen } from '../../chart/pen.js';
import type { CohortContext } from './cohort-context.js';
import { noteLines } from './triangle-layout.js';

const enum Px {
  Line = 17,
  Row = 40,
  Bar = 10,
  Gap = 8,
  Thinnest = 2,
}

/** Bars of one scale from zero; rates at their ends. */
export function layoutNewcomers(
  context: CohortContext,
  pen: Pen,
  start: number,
  top: number,
  width: number,
): { group: Group; bottom: number } {
  const { terms, base, format, triangle } = context;
  const { newcomers } = triangle;
  const groups = (newcomers?.potential?.byOrders ?? []).filter(({ customers }) => customers !== 0);
  pen.write([terms.newcomers(newcomers?.months ?? 0), 'strong'], start, top + Px.Gap, width);
  let y = top + Px.Gap + Px.Line + 2;
  for (const line of noteLines(pen, terms.chance, width)) {
    pen.write([line, 'note quiet'], start, y, width);
    y += Px.Line;
  }
  const most = Math.max(...groups.map(({ probability }) => probability ?? 0)) || 1;
  const rates = groups.map(({ probability }) => format.rate(probability));
  const room = width - Px.Gap - Math.max(0, ...rates.map((text) => pen.width(text, 'note strong')));
  const inside = groups.map(({ orders, customers, probability }, index): Group => {
    const line = y + Px.Gap + index * Px.Row;
    const [name, people] = [terms.chanceOf(orders), customers === null ? base.reasons.suppressed : terms.customers(customers)];
    const length = Math.max(Px.Thinnest, ((probability ?? 0) / most) * room);
    const used = pen.write([name, 'note'], start, line, width);
    pen.write([people, 'note quiet'], start + used + Px.Gap, line, width - used - Px.Gap);
    const bar = line + Px.Line / 2 + 1;
    pen.write([rates[index], 'note strong'], start + length + Px.Gap, bar + Px.Bar / 2);
    return {
      look: 'newcomer',
      role: 'img',
      mark: {
        id: `newcomers-${orders}`,
        label: `${base.labelled(name, `${people}, ${rates[index]}`)}.`,
        lines: [name, people, base.labelled(terms.chance, rates[index])],
        selection: null,
        figure: 'potential',
      },
      inside: [pen.box(start, line - Px.Gap, width, Px.Row - 2), { ...pen.box(start, bar, length, Px.Bar), look: 'bar' }],
    };
  });
  return {
    group: { look: 'newcomers', role: 'group', label: terms.newcomers(newcomers?.months ?? 0), inside },
    bottom: y + Px.Gap + groups.length * Px.Row,
  };
}
