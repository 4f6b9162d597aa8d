/** A pulse with the words and formats to tell it. */
import { ownKpi } from '../../base/own-kpis.js';
import { nameOf } from '../../base/states.js';
import type { Speech } from '../../base/widget.js';
import type { KpiResult, Reason } from '../../core/kpi/contract.js';
import type { PulseKpi, PulseResult, PulseTerm } from '../../core/kpi/pulse-types.js';
import type { Formatter } from '../../locale/formatter.js';
import { pulseTerms, type PulseTerms } from '../../locale/pulse-terms.js';
import type { BaseTerms } from '../../locale/terms.js';

/** @internal */
export interface PulseContext extends KpiResult<PulseResult> {
  readonly words: PulseTerms;
  readonly base: BaseTerms;
  readonly format: Formatter;
}

export function pulseContext(result: KpiResult<PulseResult>, { terms, format }: Speech): PulseContext {
  return { ...result, words: pulseTerms[terms.language], base: terms, format };
}

/** Name, definition and formula: those of the page first, then those of the library; for what nobody named, its id. */
export function wordsFor({ words, base }: PulseContext, kpi: PulseKpi): readonly [label: string, definition: string, formula: string] {
  const { id, terms, base: below, growth } = kpi;
  const own = ownKpi(id)?.labels[base.language];
  if (own) return [own.label, own.definition, own.formula];
  const sum = (list: readonly PulseTerm[]): string => {
    const told = list.map(({ measure, weight }, i) => {
      const size = Math.abs(weight);
      return `${weight < 0 ? (i ? ' − ' : '− ') : i ? ' + ' : ''}${size === 1 ? '' : `${size} × `}${words.measures[measure]}`;
    });
    return below.length > 0 && list.length > 1 ? `(${told.join('')})` : told.join('');
  };
  const [label, definition] = (words.kpis as PulseContext['words']['kpis'] & Record<string, readonly [string, string] | undefined>)[id] ?? [
    id,
    '',
  ];
  return [label, definition, growth ? words.growthFormula : [sum(terms), sum(below)].filter(Boolean).join(' ÷ ')];
}

const named = (reason: Reason, { words, base }: PulseContext): string => {
  const about = reason.detail ?? '';
  const table = (words.tables as Readonly<Record<string, string>>)[about] ?? nameOf(about, base);
  return base.quoted(reason.code === 'missing-table' ? table : about);
};

/** Why a KPI has no figure, or what to know of it; empty for what is told elsewhere. */
export function reasonWords(context: PulseContext, reason: Reason): string {
  const { words, format } = context;
  const told: Readonly<Record<string, () => string>> = {
    'missing-table': () => words.missingTable(named(reason, context)),
    'missing-column': () => words.missingColumn(named(reason, context)),
    'not-enough-history': () => words.history(format.date(reason.detail ?? null)),
    'zero-denominator': () => words.nothing,
    'not-a-part': () => words.notPart,
    'no-data': () => words.noRows,
    suppressed: () => words.withheld,
    'left-censored': () => words.censored,
    'fewer-leads': () => words.fewerLeads,
    'guest-orders': () => words.guests(format.count(Number(reason.detail))),
  };
  return told[reason.code]?.() ?? reason.code;
}
