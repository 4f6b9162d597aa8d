/** What the picture says: the lines of a result, before they have a place. */
import type { Words } from '../../chart/pen.js';
import { lossText, type Fact, type FunnelContext } from './funnel-context.js';
import type { FunnelText, Line } from './funnel-layout.js';

/** Of the first step, or of the step before. */
export type FunnelRate = 'step' | 'overall';

/** Below this a rate carries its sample and its interval. */
const SMALL_SAMPLE = 30;
const QUIET = 'note muted';

/** A count that is small for a sample. */
export function smallSample(count: number | null | undefined, { format }: FunnelContext): string {
  return typeof count === 'number' && count < SMALL_SAMPLE ? format.count(count) : '';
}

export function withinText(days: number, { terms, format }: FunnelContext): string {
  return terms.within(days < 1 ? terms.aDay : format.days(days));
}

export function funnelText(context: FunnelContext, rate: FunnelRate): FunnelText {
  const { facts, groups, groupsName, lossy, terms, format } = context;
  return {
    lines: facts.map((fact) => stepLine(fact, lossy.includes(fact), rate === 'step', context)),
    heading: facts.length < 2 ? '' : rate === 'step' ? terms.previous : terms.overall,
    groupsHeading: groupsName,
    groups: groups.map((group) => ({
      name: group.name,
      rate: format.rate(group.goal?.overallRate ?? null),
      lines: group.facts.map((fact) =>
        line(fact, [QUIET, 'note'], [group.lossy.includes(fact) ? lossText(fact, context) : '', 'note strong accent'], '', context),
      ),
    })),
  };
}

function line(fact: Fact, [name, countLook]: readonly string[], end: Words, tag: string, { format }: FunnelContext): Line {
  const { count, optional, share } = fact;
  const compact = format.countCompact(count);
  const counts = [format.count(count) + tag, compact + tag, compact];
  return { name: [fact.name, name!], counts, countLook: countLook!, end, optional, share, range: null, lossy: false, notes: [] };
}

function stepLine(fact: Fact, lossy: boolean, byStep: boolean, context: FunnelContext): Line {
  const { facts, terms, format } = context;
  const { before, optional, stepRate, overallRate } = fact;
  const rate = byStep && !before ? '' : format.rate(byStep ? stepRate : overallRate);
  const interval = byStep ? fact.stepInterval : fact.overallInterval;
  const base = (byStep ? before : facts[0])?.share ?? 0;
  const looks = optional ? [QUIET, QUIET] : ['', ''];
  return {
    ...line(fact, looks, [rate, optional ? QUIET : 'strong'], optional ? ` · ${terms.optional}` : '', context),
    range: interval && [interval[0] * base, interval[1] * base],
    lossy,
    notes: before && !optional ? passage(fact, before, lossy, byStep, context) : [],
  };
}

/** What happens between two bars: rate and loss, sample, time. */
function passage(fact: Fact, before: Fact, lossy: boolean, byStep: boolean, context: FunnelContext): Words[] {
  const { stepRate, medianDays } = fact;
  const sample = smallSample(before.count, context);
  const words: Words[] = [];
  if (stepRate !== null) {
    words.push(
      [byStep ? '↓' : `↓ ${context.format.rate(stepRate)}`, 'muted'],
      [lossText(fact, context), lossy ? 'strong accent' : 'muted'],
    );
  }
  if (sample) words.push([`n = ${sample}`, QUIET]);
  if (medianDays !== null && medianDays >= 1) words.push([withinText(medianDays, context), QUIET]);
  return words;
}

/** As many steps without words: the picture has the height that it will need. */
export function blankText(steps: number): FunnelText {
  const none: Words = ['', ''];
  const blank: Line = {
    name: none,
    counts: [''],
    countLook: '',
    end: none,
    optional: false,
    share: 1,
    range: null,
    lossy: false,
    notes: [],
  };
  return { lines: Array<Line>(steps).fill(blank), heading: '\u00a0', groupsHeading: '', groups: [] };
}
