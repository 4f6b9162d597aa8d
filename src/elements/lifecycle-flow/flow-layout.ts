/** Geometry of the passages: stages at both dates as columns, ribbons between them as thick as the customers are many. */
import type { Group } from '../../chart/draw.js';
import type { Pen } from '../../chart/pen.js';
import type { LifecycleFlow, StageId } from '../../core/kpi/lifecycle-types.js';
import { directionOf, type LifecycleContext } from './lifecycle-context.js';
import { labelRibbons, type Ribbon } from './flow-labels.js';
import { beforeMark, flowMark, stageMark } from './flow-marks.js';

/** @internal Where a part of the picture may stand; its height is what it needs, or is given. */
export interface Area {
  readonly start: number;
  readonly top: number;
  readonly width: number;
  /** Taller texts, or less space. */
  readonly unit: number;
}

/** @internal */
export interface Part {
  readonly groups: readonly Group[];
  readonly height: number;
}

interface Node {
  readonly id: StageId | 'outside';
  readonly customers: number | null;
  /** Second line of its label, longest first: a number is never cut. */
  readonly notes: readonly string[];
}

/** @internal */
interface Place extends Node {
  readonly top: number;
  readonly height: number;
  readonly middle: number;
  readonly slot: number;
  /** Where the next ribbon begins. */
  next: number;
}

const enum Px {
  Head = 28,
  /** Two lines of a label. */
  Slot = 36,
  Room = 340,
  Bar = 10,
  Apart = 8,
  Notes = 480,
}

/** Labels take no more than this of the width on each side. */
const LABELS = 0.34;
const THINNEST = 1;
const STEPS = 40;

const heights = (nodes: readonly Node[], scale: number, slot: number): number[] =>
  nodes.map(({ customers }) => Math.max((customers ?? 0) * scale, slot));
const total = (nodes: readonly Node[], scale: number, { unit }: Area): number =>
  heights(nodes, scale, Px.Slot * unit).reduce((sum, height) => sum + height + Px.Apart * unit, -Px.Apart * unit);

/** Pixels of a customer: as many as let every label have its lines and both columns the same room. */
function scaleOf(columns: readonly (readonly Node[])[], area: Area): number {
  let [low, high] = [0, Px.Room];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (columns.every((nodes) => total(nodes, middle, area) <= Px.Room * area.unit)) low = middle;
    else high = middle;
  }
  return low;
}

function placed(nodes: readonly Node[], scale: number, area: Area): Place[] {
  const { top, unit } = area;
  let y = top + Px.Head * unit;
  return heights(nodes, scale, Px.Slot * unit).map((slot, at): Place => {
    const { customers } = nodes[at];
    const height = customers ? Math.max(customers * scale, THINNEST) : 0;
    const middle = y + slot / 2;
    const place = { ...nodes[at], top: middle - height / 2, height, middle, slot, next: middle - height / 2 };
    y += slot + Px.Apart * unit;
    return place;
  });
}

/** @internal Width of the labels of a column, and which of their notes all have room. */
interface Labels {
  readonly room: number;
  readonly kind: number;
}

function labelsOf({ terms }: LifecycleContext, pen: Pen, places: readonly Place[], most: number): Labels {
  const widest = (kind: number): number => Math.max(...places.map(({ notes }) => pen.width(notes[kind], 'note')));
  const kind = [0, 1].find((one) => widest(one) <= most) ?? 2;
  return { kind, room: Math.min(most, Math.max(widest(kind), ...places.map(({ id }) => pen.width(terms.stage[id], 'note strong')))) };
}

/** Name and number of each stage beside its bar; the width that they take. */
function writeLabels(
  context: LifecycleContext,
  pen: Pen,
  places: readonly Place[],
  at: number,
  { room, kind }: Labels,
  unit: number,
  isEnd: boolean,
): void {
  const anchor = isEnd ? 'end' : 'start';
  for (const { id, middle, notes } of places) {
    pen.write([context.terms.stage[id], 'note strong'], at, middle - 8 * unit, room, anchor);
    pen.write([notes[kind], 'note'], at, middle + 8 * unit, room, anchor);
  }
}

function columnsOf({ stages, format }: LifecycleContext): [Node[], Node[]] {
  const all = (counts: readonly (number | null)[]): number => counts.reduce<number>((sum, count) => sum + (count ?? NaN), 0);
  const entered = all(stages.map(({ customers }) => customers)) - all(stages.map(({ before }) => before));
  const outside = Number.isNaN(entered) ? null : entered;
  const notes = (now: number | null, before: number | null = now): string[] => {
    const change = (now ?? 0) - (before ?? 0);
    const told = now !== null && before !== null && change ? ` (${change > 0 ? '+' : '−'}${format.count(Math.abs(change))})` : '';
    return [format.count(now) + told, format.count(now), format.countCompact(now)];
  };
  return [
    [
      { id: 'outside' as const, customers: outside, notes: notes(outside) },
      ...stages.map(({ id, before }) => ({ id, customers: before, notes: notes(before) })),
    ],
    stages.map(({ id, customers, before }) => ({ id, customers, notes: notes(customers, before) })),
  ];
}

/** A band from a place on the left to one on the right. */
function ribbon(pen: Pen, left: number, right: number, from: Place, to: Place, thick: number): string {
  const middle = pen.x((left + right) / 2);
  const [x, end] = [pen.x(left), pen.x(right)];
  const y = (value: number): string => value.toFixed(1);
  const [a, b] = [from.next, to.next];
  return (
    `M${x},${y(a)}C${middle},${y(a)} ${middle},${y(b)} ${end},${y(b)}V${y(b + thick)}` +
    `C${middle},${y(b + thick)} ${middle},${y(a + thick)} ${x},${y(a + thick)}Z`
  );
}

function ribbons(
  context: LifecycleContext,
  pen: Pen,
  [left, right]: readonly [number, number],
  [before, after]: readonly (readonly Place[])[],
  scale: number,
  unit: number,
): Group[] {
  const labels: Ribbon[] = [];
  const find = (places: readonly Place[], id: string): number => places.findIndex((place) => place.id === id);
  const drawn = context.value.flows.flatMap((flow: LifecycleFlow): Group[] => {
    const [row, column] = [find(before, flow.from), find(after, flow.to)];
    const [from, to] = [before[row], after[column]];
    if (!flow.customers || !from || !to) return [];
    const thick = Math.max(flow.customers * scale, THINNEST);
    const path = ribbon(pen, left, right, from, to, thick);
    labels.push({ flow, thick, start: from.next + thick / 2, end: to.next + thick / 2 });
    from.next += thick;
    to.next += thick;
    return [
      {
        look: `flow ${directionOf(flow)}`,
        role: 'button',
        mark: flowMark(context, flow, row, column + 1),
        inside: [{ look: 'ribbon', path }],
      },
    ];
  });
  labelRibbons(context, pen, labels, [left, right], unit);
  // Who moves lies above who stays.
  return [...drawn].sort((a, b) => Number(b.look === 'flow stay') - Number(a.look === 'flow stay'));
}

export function flowHeight(unit: number): number {
  return (Px.Head + Px.Room) * unit;
}

export function layoutFlow(context: LifecycleContext, pen: Pen, area: Area): Part {
  const { start, top, width, unit } = area;
  const { value, terms, format } = context;
  const columns = columnsOf(context);
  const scale = scaleOf(columns, area);
  const [before, after] = columns.map((nodes) => placed(nodes, scale, area));
  const [labelsBefore, labelsAfter] = [before, after].map((places) => labelsOf(context, pen, places, width * LABELS));
  const left = start + labelsBefore.room + Px.Apart;
  const right = start + width - labelsAfter.room - Px.Apart - Px.Bar;
  const date = width < Px.Notes ? format.dateShort : format.date;
  pen.write([date(value.dates.from), 'note quiet'], start, top + 8 * unit, width / 2);
  pen.write([date(value.dates.to), 'note quiet'], start + width, top + 8 * unit, width / 2, 'end');
  const bands = ribbons(context, pen, [left + Px.Bar, right], [before, after], scale, unit);
  writeLabels(context, pen, before, left - Px.Apart, labelsBefore, unit, true);
  writeLabels(context, pen, after, right + Px.Bar + Px.Apart, labelsAfter, unit, false);
  const bar = (place: Place, x: number) => ({ ...pen.box(x, place.top, Px.Bar, place.height), look: 'node' });
  const hit = ({ middle, slot }: Place, x: number, room: number) => pen.box(x, middle - slot / 2, room, slot);
  const ends = Px.Apart + Px.Bar;
  return {
    height: flowHeight(unit),
    groups: [
      {
        look: 'flows',
        role: 'group',
        label: terms.passages,
        inside: [
          ...before.map((place, row) => ({
            ...{ look: `before ${place.id}`, role: 'img', mark: beforeMark(context, place, row) },
            inside: [hit(place, start, labelsBefore.room + ends), bar(place, left)],
          })),
          ...bands,
          ...after.map((place, row) => ({
            ...{ look: `stage ${place.id}`, role: 'button', mark: stageMark(context, place.id as StageId, row + 1) },
            inside: [hit(place, right, labelsAfter.room + ends), bar(place, right)],
          })),
        ],
      },
    ],
  };
}
