/** Geometry of the renewal: a waterfall from those active before to those active now, in rows. */
import type { Group, Path } from '../../chart/draw.js';
import type { Pen } from '../../chart/pen.js';
import { wrap } from '../../chart/truncate.js';
import type { Mark } from '../../base/widget.js';
import type { RenewalStep } from '../../locale/lifecycle-terms.js';
import type { Area, Part } from './flow-layout.js';
import { STEP_FIGURES, whyNoRate, type LifecycleContext } from './lifecycle-context.js';
import { STEPS } from './lifecycle-tables.js';

const enum Px {
  Head = 60,
  Row = 30,
  Bar = 16,
  Apart = 8,
  Shape = 9,
}

/** Names take no more than this of the width. */
const NAMES = 0.42;
const THINNEST = 1.5;
const RISE = 'h9l-4.5,-8z';
const FALL = 'h9l-4.5,8z';

const SIGNS: Partial<Record<RenewalStep, string>> = { newCustomers: '+', reactivated: '+', becameInactive: '−' };

/** From where to where each bar goes. */
function spans({
  activeAtStart,
  newCustomers,
  reactivated,
  becameInactive,
  activeAtEnd,
}: Record<RenewalStep, number | null>): [number, number][] {
  let level = 0;
  const step = (size: number | null): [number, number] => {
    const from = level;
    level += size ?? 0;
    return [Math.min(from, level), Math.max(from, level)];
  };
  const moved = [activeAtStart, newCustomers, reactivated, becameInactive && -becameInactive].map(step);
  return [...moved, [0, activeAtEnd ?? 0]];
}

/** Title, then the verdict as a shape, a word and its numbers. */
function writeHead(context: LifecycleContext, pen: Pen, { start, top, width, unit }: Area): Group {
  const { value, terms, format } = context;
  const { verdict, rate, ratio, newCustomers, becameInactive } = value.renewal;
  // Where nobody came and nobody left there is nothing to be alert to.
  const isStill = newCustomers === 0 && becameInactive === 0;
  pen.write([terms.renewal, 'strong'], start, top + 8 * unit, width);
  if (!verdict || isStill) {
    const said = verdict ? terms.came(0, 0, format.date(value.dates.from), format.change(rate)) : terms.noRate(whyNoRate(context));
    const lines = wrap(said, width, (text) => pen.width(text, 'note'));
    lines.slice(0, 2).forEach((line, at) => pen.write([line, 'note'], start, top + (28 + 16 * at) * unit, width));
    return { inside: [] };
  }
  const text = terms.balance(terms.verdict[verdict], format.change(rate), ratio === null ? '' : format.decimal(ratio, 2));
  pen.write([text, 'note'], start + Px.Shape + Px.Apart, top + 30 * unit, width - Px.Shape - Px.Apart);
  const [{ x }, isHealthy] = [pen.box(start, 0, Px.Shape, 0), verdict === 'healthy'];
  return {
    look: verdict,
    hidden: true,
    inside: [{ look: 'shape', path: `M${x},${top + 30 * unit + (isHealthy ? 4 : -4)}${isHealthy ? RISE : FALL}` }],
  };
}

function stepMark({ value, terms, base, format }: LifecycleContext, step: RenewalStep): Mark {
  const people = value.renewal[step];
  const name = terms.step[step];
  const said = people === null ? terms.withheld : terms.customers(people);
  const date = step === 'activeAtStart' ? [format.date(value.dates.from)] : step === 'activeAtEnd' ? [format.date(value.dates.to)] : [];
  return {
    id: `renewal-${step}`,
    label: `${base.labelled([name, ...date].join(', '), said)}.`,
    lines: [name, ...date, said],
    selection: null,
    figure: STEP_FIGURES[step],
  };
}

export function renewalHeight(unit: number): number {
  return (Px.Head + STEPS.length * Px.Row) * unit;
}

export function layoutRenewal(context: LifecycleContext, pen: Pen, area: Area): Part {
  const { start, top, width, unit } = area;
  const { value, terms, format } = context;
  const head = writeHead(context, pen, area);
  const texts = STEPS.map((step) => {
    const people = value.renewal[step];
    return (people ? (SIGNS[step] ?? '') : '') + format.count(people);
  });
  const widest = (all: readonly string[]): number => Math.max(...all.map((text) => pen.width(text, 'note strong')));
  const names = Math.min(width * NAMES, widest(STEPS.map((step) => terms.step[step])));
  const left = start + names + Px.Apart * 1.5;
  const room = start + width - left - Px.Apart - widest(texts);
  const places = spans(value.renewal);
  const scale = room / Math.max(1, ...places.map(([, end]) => end));
  const middle = (row: number): number => top + (Px.Head + (row + 0.5) * Px.Row) * unit;
  const axis = `M${pen.x(left)},${middle(-0.5)}V${middle(STEPS.length - 0.5)}`;
  // From the level that a step reaches down to the next one.
  const levels = places.slice(0, -1).map(([from, to], row): Path => {
    const level = pen.x(left + (row === 3 ? from : to) * scale);
    return { look: 'link', path: `M${level},${middle(row)}V${middle(row + 1)}` };
  });
  const steps = STEPS.map((step, row): Group => {
    const [from, to] = places[row];
    const size = to > from ? Math.max((to - from) * scale, THINNEST) : 0;
    pen.write([terms.step[step], 'note'], start, middle(row), names);
    pen.write([texts[row], 'note strong'], left + from * scale + size + Px.Apart, middle(row));
    return {
      ...{ look: `step ${step}`, role: 'img', mark: stepMark(context, step) },
      inside: [
        pen.box(start, middle(row) - (Px.Row / 2) * unit, width, Px.Row * unit),
        { ...pen.box(left + from * scale, middle(row) - Px.Bar / 2, size, Px.Bar), look: 'amount' },
      ],
    };
  });
  return {
    height: renewalHeight(unit),
    groups: [
      head,
      { hidden: true, inside: [{ look: 'axis', path: axis }, ...levels] },
      { look: 'renewal', role: 'group', label: terms.renewal, inside: steps },
    ],
  };
}
