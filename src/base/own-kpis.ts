/** KPIs that the page writes itself: formulas as plain data, so that they reach a worker under any content security policy. */
import { refuse } from '../core/errors.js';
import type { PulseFormula } from '../core/kpi/pulse-types.js';

/** Words of a KPI in one language: its name, what it is in a sentence, and how it is calculated. */
export interface KpiLabels {
  label: string;
  definition: string;
  formula: string;
}

/** A KPI of the page: a formula over known measures, and words in both languages. */
export interface OwnKpi extends PulseFormula {
  labels: { en: KpiLabels; fr: KpiLabels };
}

/** @internal A KPI as a request holds it, and its words. */
interface Known {
  readonly formula: PulseFormula;
  readonly labels: OwnKpi['labels'];
}

const known = new Map<string, Known>();
const news = new EventTarget();

const isText = (given: unknown): boolean => typeof given === 'string' && given.trim() !== '';

/** What a worker can be sent. */
function plainCopy(kpi: OwnKpi): OwnKpi {
  try {
    return structuredClone(kpi ?? refuse('registerKpi', 'a KPI', kpi));
  } catch {
    return refuse('registerKpi', 'plain data: a formula and its words', String(kpi));
  }
}

/**
 * Makes a KPI of the page known to all `kpi-pulse` of the page, those that are there already too; show it by its id: `kpis="my-kpi"`.
 * scale x numerator / denominator over measures of the library; a measure that is not known is an error of the widget that shows it. The
 * same id again replaces the KPI; an id of the library is replaced on this page.
 *
 * ```ts
 * registerKpi({
 *   id: 'refund-rate',
 *   numerator: { refunds: 1, 'lone-refunds': 1 },
 *   denominator: 'gross',
 *   unit: 'ratio',
 *   better: 'down',
 *   labels: {
 *     en: { label: 'Refund rate', definition: 'Share of revenue paid back.', formula: 'refunds ÷ gross revenue' },
 *     fr: { label: 'Taux de remboursement', definition: 'Part du revenu remboursée.', formula: 'remboursements ÷ revenus bruts' },
 *   },
 * });
 * ```
 * @throws KpiError `invalid-param` for what is no plain data, for an id that is none, and for words that are missing in a language.
 */
export function registerKpi(kpi: OwnKpi): void {
  const { labels, ...formula } = plainCopy(kpi);
  const { id } = formula;
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]{0,63}$/.test(id)) refuse('registerKpi.id', 'small letters, digits and hyphens', id);
  for (const language of ['en', 'fr'] as const)
    for (const word of ['label', 'definition', 'formula'] as const)
      if (!isText(labels?.[language]?.[word])) refuse(`registerKpi.labels.${language}.${word}`, 'a text', labels?.[language]?.[word]);
  known.set(id, { formula, labels });
  news.dispatchEvent(new Event('change'));
}

/** @internal A KPI of the page; undefined where it wrote none by this id. */
export const ownKpi = (id: string): Known | undefined => known.get(id);

/** Calls back when a KPI becomes known, until the signal ends it. */
export function onOwnKpi(signal: AbortSignal, listener: () => void): void {
  news.addEventListener('change', listener, { signal });
}
