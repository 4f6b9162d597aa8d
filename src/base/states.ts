/** What stands in place of the figures: loading, empty, error; and what a reader of the figures should know. */
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { ErrorInfo } from '../core/errors.js';
import type { KpiResult, Reason } from '../core/kpi/contract.js';
import type { Advice } from '../locale/base-terms.js';
import { wordsOf } from '../locale/codes.js';
import type { Terms } from '../locale/terms.js';
import type { Computation } from './computation.js';
import { isIsoDate } from './settings.js';
import type { Speech } from './widget.js';

export type Drawn = TemplateResult | typeof nothing;

export const sentence = (text: string): string => text[0].toUpperCase() + text.slice(1);

export const list = (lines: readonly unknown[]): Drawn =>
  lines.length
    ? html`<ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>`
    : nothing;

export const button = (label: string, click: () => void): TemplateResult => html`<button @click=${click}>${label}</button>`;

/** Progress and a way out, once loading lasts. */
export function progressLine(computation: Computation<unknown>, { terms, format }: Speech): Drawn {
  const { slow, progress } = computation;
  if (!slow) return nothing;
  const { rows = 0, totalRows, bytes, totalBytes } = progress ?? {};
  const [read = 0, total, print] = rows ? [rows, totalRows, format.count] : [bytes, totalBytes, format.bytes];
  return html`<div class="progress">
    <label>${terms.loading} <progress value=${total ? read / total : nothing}></progress></label>
    <span class="note">${read ? `${print(read)}${total ? ` / ${print(total)}` : ''}${rows ? ` ${terms.rows}` : ''}` : nothing}</span>
    ${button(terms.cancel, () => computation.cancel())}
  </div>`;
}

/**
 * Grey bars, so that nothing moves when the picture arrives.
 * @param height of the picture to come.
 * @param fallback the page's own content stands here until there are figures: no bars beside it.
 * @param told a dashboard tells how far the loading is.
 */
export function loadingState(
  computation: Computation<unknown>,
  height: number,
  speech: Speech,
  fallback: boolean,
  told: boolean,
): TemplateResult {
  const bars = html`<svg class="skeleton" height=${height} aria-hidden="true"></svg>`;
  return html`${fallback ? nothing : bars}${told ? nothing : progressLine(computation, speech)}`;
}

/**
 * @param result null when there are no data at all, else why they give no figure.
 * @param example two lines of JSON that would fill the widget; empty where its data come from elsewhere.
 */
export function emptyState(result: KpiResult | null, example: string, speech: Speech): TemplateResult {
  const { terms } = speech;
  const { reasons = [], rows } = result ?? {};
  const filtered = !rows?.used && rows?.left['filtered'];
  const told = reasons.map((reason) => (filtered && reason.code === 'no-data' ? { code: 'filtered', detail: `${filtered}` } : reason));
  // Where there are rows, it would not help to give some.
  return html`<p class="title">${result ? terms.noFigures : terms.empty}</p>
    ${reasonList(told, speech)}
    ${
      filtered || !example
        ? nothing
        : html`<p>${terms.example}</p>
            <pre class="note" tabindex="0" role="group" aria-label=${terms.example}><code>${example}</code></pre>`
    }`;
}

export const errorWords = ({ code }: ErrorInfo, { errors }: Terms): Advice => wordsOf(errors, code) ?? errors.internal;

/** What happened, where, and what to do. What the error names twice is told once. */
export function errorState(error: ErrorInfo, retry: () => void, { terms }: Speech): TemplateResult {
  const { code, message, path, details } = error;
  const [what, todo] = errorWords(error, terms);
  const found: Readonly<Record<string, unknown>> = { ...details, path };
  const lines = Object.entries(terms.details).flatMap(([names, label]) =>
    names.split(' ').map((name) => found[name] && terms.labelled(label, `${found[name]}`)),
  );
  return html`<p class="title">${what}</p>
    <p>${todo}</p>
    <div class="note">${list([...new Set([...lines, code === 'internal' && message])].filter(Boolean))}</div>
    ${button(terms.retry, retry)}`;
}

export const nameOf = (code: string, { names }: Terms): string => (names as Readonly<Record<string, string>>)[code] ?? code;

/** What a reason is about: a table, a part of the result, a number, a day; anything else is a name already. */
function aboutText(about: string, { terms, format }: Speech): string {
  if (isIsoDate(about)) return format.date(about);
  return /^\d+$/.test(about) ? format.count(+about) : about.replace(/^\w+/, (name) => nameOf(name, terms));
}

/** A reason in words, with what it and others of its code are about. Unknown codes are shown as they are. */
export function reasonText({ code }: Reason, speech: Speech, all: readonly Reason[]): string {
  const text = wordsOf(speech.terms.reasons, code) ?? code;
  const about = all.flatMap(({ code: same, detail }) => (same === code && detail ? aboutText(detail, speech) : [])).join(', ');
  return about ? `${text} (${about})` : text;
}

/** Reasons of one code are told once. */
export const reasonList = (reasons: readonly Reason[], speech: Speech): Drawn =>
  list([...new Set(reasons.map((reason) => sentence(reasonText(reason, speech, reasons))))]);
