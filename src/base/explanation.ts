/** What stands behind a figure, as a plain object and as lines of words. */
import type { KpiResult } from '../core/kpi/contract.js';
import { leftText } from './notices.js';
import type { Figure, Speech } from './widget.js';

/** Answer of `explain(figure)`. Texts are in the person's language; counts are plain. */
export interface Explanation {
  figure: string;
  label: string;
  value: string;
  definition: string;
  formula: string;
  numerator: string | null;
  denominator: string | null;
  /** Formatted Wilson 95 % interval. */
  interval: string | null;
  /** Size of the sample, where the figure has one. */
  n: number | null;
  /** Why there is no figure. */
  reason: string | null;
  /** First and last day that count, ISO, where the result names them. */
  window: { from: string | null; to: string | null } | null;
  asOf: string | null;
  timeZone: string;
  rows: { used: number; left: Record<string, number> };
  kpi: string;
  version: number;
  /** All of it as text, one line each: what "copy" copies. */
  text: string;
}

function day(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Period of a result: its own window, else the one that the request asked for. */
export function resultWindow(result: KpiResult): { from: string | null; to: string | null } | null {
  const { value, filter } = result;
  const own = typeof value === 'object' && value !== null && 'window' in value ? value.window : null;
  const { from, to } = (typeof own === 'object' && own !== null ? own : (filter.period ?? {})) as { from?: unknown; to?: unknown };
  return day(from) || day(to) ? { from: day(from), to: day(to) } : null;
}

function windowText(result: KpiResult, { terms, format }: Speech): string | undefined {
  const window = resultWindow(result);
  return window ? terms.explain.range(format.date(window.from), format.date(window.to ?? result.asOf)) : undefined;
}

/** Term and words of each line; lines without words are left out. */
export function explainLines(figure: Figure, result: KpiResult, speech: Speech): [term: string, text: string][] {
  const { format } = speech;
  const { explain } = speech.terms;
  const left = Object.entries(result.rows.left).filter(([, count]) => count > 0);
  const lines: [string, string | undefined][] = [
    [explain.reason, figure.reason],
    [explain.definition, figure.definition],
    [explain.formula, figure.formula],
    [explain.numerator, figure.numerator],
    [explain.denominator, figure.denominator],
    [explain.interval, figure.interval],
    [explain.sample, figure.n === undefined ? undefined : format.count(figure.n)],
    [explain.window, windowText(result, speech)],
    [explain.asOf, result.asOf === null ? undefined : format.date(result.asOf)],
    [explain.timeZone, result.asOf === null ? undefined : result.timeZone],
    [explain.rowsUsed, format.count(result.rows.used)],
    [explain.rowsLeft, left.map(([reason, count]) => `${format.count(count)} (${leftText(reason, speech.terms)})`).join(', ') || undefined],
    [explain.version, `${result.kpi} ${result.version}`],
  ];
  return lines.filter((line): line is [string, string] => line[1] !== undefined);
}

export function explanation(figure: Figure, result: KpiResult, speech: Speech): Explanation {
  const { labelled } = speech.terms;
  const lines = explainLines(figure, result, speech).map(([term, text]) => labelled(term, text));
  return {
    figure: figure.id,
    label: figure.label,
    value: figure.value,
    definition: figure.definition,
    formula: figure.formula,
    numerator: figure.numerator ?? null,
    denominator: figure.denominator ?? null,
    interval: figure.interval ?? null,
    n: figure.n ?? null,
    reason: figure.reason ?? null,
    window: resultWindow(result),
    asOf: result.asOf,
    timeZone: result.timeZone,
    rows: { used: result.rows.used, left: { ...result.rows.left } },
    kpi: result.kpi,
    version: result.version,
    text: [labelled(figure.label, figure.value), ...lines].join('\n'),
  };
}
