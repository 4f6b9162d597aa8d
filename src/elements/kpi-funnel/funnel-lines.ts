/** What stands on a line of the picture: the words of a step, before they have a place. */
import type { Words } from '../../chart/pen.js';
import type { Fact, FunnelContext } from './funnel-context.js';

/** Of the first step, or of the step before. */
export type FunnelRate = 'step' | 'overall';

/** @internal A step of the whole funnel, or of a small one. */
export interface Line extends Pick<Fact, 'optional' | 'share' | 'lossy'> {
  readonly words: Words;
  /** The count exact, then compact. */
  readonly counts: readonly Words[];
  /** At the end of the line: rate of a step, loss of a step of a group. */
  readonly end: Words;
  /** Between the bar before and this one, where there is room. */
  readonly notes: readonly Words[];
}

export function stepLine(fact: Fact, kind: FunnelRate, { terms, format }: FunnelContext): Line {
  const { name, count, n, before, optional, step, loss, lossy, medianDays, within } = fact;
  const look = optional ? 'note' : '';
  const isStep = kind === 'step';
  const notes: Words[] = [
    [isStep ? '↓' : `↓ ${step.text}`, 'muted'],
    [loss, lossy ? 'strong accent' : 'muted'],
    [before?.small ? `n = ${before.small}` : '', 'note'],
    [medianDays! < 1 ? '' : within, 'note'],
  ];
  return {
    ...fact,
    words: [name, look],
    counts: [
      [n + (optional ? ` · ${terms.optional}` : ''), look],
      [format.countCompact(count), look],
    ],
    end: [before || !isStep ? fact[kind].text : '', look || 'strong'],
    notes: before && !optional ? notes.slice(step.value === null ? 2 : 0) : [],
  };
}

export function groupLine(fact: Fact, { format }: FunnelContext): Line {
  const { name, n, count, loss, lossy } = fact;
  return {
    ...fact,
    words: [name, 'note'],
    counts: [
      [n, 'note ink'],
      [format.countCompact(count), 'note ink'],
    ],
    end: [lossy ? loss : '', 'note strong accent'],
    lossy: false,
    notes: [],
  };
}
