/** The sentence over the tiles: how the leading figure stands, and what moved most beside it. */
import { wordsFor, type PulseContext } from './pulse-context.js';
import { isNoise, nameOfCompared, nameOfShown, sizeText, valueText } from './pulse-text.js';
import { FEW } from '../../chart/figures.js';
import type { PulseKpi, PulsePoint } from '../../core/kpi/pulse-types.js';

interface Known {
  readonly kpi: PulseKpi;
  readonly point: PulsePoint;
}

/** @param withPeriod Says against what. */
function movedWords(context: PulseContext, { kpi, point }: Known, withPeriod: boolean): string {
  const { difference } = point;
  const size = sizeText(context, kpi, point);
  // What chance may have done is no news.
  const moved = size && (isNoise(kpi, point) ? context.words.noise : context.words.moved(difference ? difference > 0 : null, size));
  return moved && withPeriod ? context.words.than(moved, nameOfCompared(context, kpi, point)) : moved;
}

/** Whether a change can be told at all: more than chance, of more than a few. */
function isTold({ kpi, point }: Known): boolean {
  const { denominator, change, previous, interval } = point;
  // Of a share without an interval nobody knows what chance does.
  if (kpi.unit === 'ratio' && !interval) return false;
  const isSmall = denominator !== null && Math.abs(denominator) < FEW && kpi.unit !== 'money';
  return !!change && previous !== null && !isSmall && !isNoise(kpi, point);
}

/** The first figure at the grain of the request, else the first one there is; and the largest change of another that is no chance. */
export function pulseFinding(context: PulseContext): string {
  const { value, words } = context;
  const known = value.kpis.flatMap((kpi): Known[] => (kpi.current && kpi.current.value !== null ? [{ kpi, point: kpi.current }] : []));
  const usual = known.filter(({ kpi }) => kpi.grain === value.grain && !kpi.growth);
  const lead = usual.find(({ point }) => point.period === null) ?? usual[0] ?? known[0];
  if (!lead) return words.noFigure;
  const [label] = wordsFor(context, lead.kpi);
  // Other days, or compared with others, are another story.
  const daysOf = ({ from, compared }: PulsePoint): string => [from, compared?.from].join();
  const same = usual.filter(({ point }) => daysOf(point) === daysOf(lead.point));
  const figure = `${valueText(context, lead.kpi, lead.point.value)} (${nameOfShown(context, lead.kpi, lead.point)})`;
  const said = words.lead(label, figure, movedWords(context, lead, true));
  // The same sum under another name is no news.
  const others = same.filter((each) => each !== lead && each.point.value !== lead.point.value && isTold(each));
  const most = others.reduce<Known | null>(
    (best, each) => (best && Math.abs(best.point.change!) >= Math.abs(each.point.change!) ? best : each),
    null,
  );
  return most ? `${said} ${words.largest(wordsFor(context, most.kpi)[0].toLowerCase(), movedWords(context, most, false))}` : said;
}
