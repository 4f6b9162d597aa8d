/** What stands in place of the figures: loading, empty, error; and the words over a partial picture. */
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { ErrorInfo } from '../core/errors.js';
import type { Reason } from '../core/kpi/contract.js';
import { DETAILS } from '../locale/codes.js';
import type { Terms } from '../locale/terms.js';
import type { LoadProgress } from '../worker/protocol.js';
import { isIsoDate } from './settings.js';
import type { Speech } from './widget.js';

export interface Progress {
  progress: LoadProgress | null;
  /** Lasts long enough to say how far it is. */
  slow: boolean;
  cancel(): void;
}

interface Loading extends Progress {
  /** Of the picture to come: nothing moves when it arrives. */
  height: number;
}

const SKELETON_BARS = [0.92, 0.64, 0.48, 0.3];

/** Grey bars of the picture's height. */
function skeleton(height: number): TemplateResult {
  const step = height / SKELETON_BARS.length;
  return html`<svg class="skeleton" width="100%" height=${height} aria-hidden="true">
    ${SKELETON_BARS.map((share, i) => svg`<rect x="0" y=${i * step + step * 0.2} width=${`${share * 100}%`} height=${step * 0.6} rx="2"></rect>`)}
  </svg>`;
}

export function progressText({ bytes, totalBytes, rows, totalRows }: LoadProgress, { terms, format }: Speech): string {
  if (rows > 0) return terms.loading.rows(format.count(rows), totalRows === null ? null : format.count(totalRows));
  return bytes > 0 ? terms.loading.bytes(format.bytes(bytes), totalBytes === null ? null : format.bytes(totalBytes)) : '';
}

function progressShare({ stage, bytes, totalBytes, rows, totalRows }: LoadProgress): number | null {
  if (stage === 'fetch') return totalBytes ? bytes / totalBytes : null;
  return totalRows ? rows / totalRows : null;
}

/** Progress and a way out, once loading lasts. */
export function progressLine({ progress, slow, cancel }: Progress, speech: Speech): TemplateResult | typeof nothing {
  if (!slow) return nothing;
  const { terms } = speech;
  const share = progress && progressShare(progress);
  const label = terms.loading.title;
  return html`<div class="progress">
    <span>${label}</span>
    ${share === null ? html`<progress aria-label=${label}></progress>` : html`<progress aria-label=${label} max="1" value=${share}></progress>`}
    <span class="note">${progress ? progressText(progress, speech) : nothing}</span>
    <button type="button" @click=${cancel}>${terms.loading.cancel}</button>
  </div>`;
}

/** @param fallback the page's own content stands here until there are figures: no skeleton beside it. */
export function loadingState(loading: Loading, speech: Speech, fallback: boolean): TemplateResult {
  return html`<div part="state" class="state loading">
    ${fallback ? nothing : skeleton(loading.height)}${progressLine(loading, speech)}
  </div>`;
}

/** @param reasons null when there are no data at all, else why they give no figure. */
export function emptyState(reasons: readonly Reason[] | null, example: string, speech: Speech): TemplateResult {
  const { terms } = speech;
  return html`<div part="state" class="state empty">
    <p class="title">${reasons ? terms.empty.noFigures : terms.empty.title}</p>
    ${reasons ? reasonList(reasons, speech) : nothing}
    <p>${terms.empty.example}</p>
    <pre tabindex="0" role="group" aria-label=${terms.empty.example}><code>${example}</code></pre>
  </div>`;
}

/** What the error names, each value once. */
function details({ path, details: given }: ErrorInfo, terms: Terms): string[] {
  const seen = new Set<string>();
  return DETAILS.flatMap((key) => {
    const value = String((key === 'path' ? path : given[key]) ?? '');
    if (value === '' || seen.has(value)) return [];
    seen.add(value);
    return [terms.labelled(terms.details[key], value)];
  });
}

/** What happened, where, and what to do. */
export function errorState(error: ErrorInfo, retry: () => void, { terms }: Speech): TemplateResult {
  const [what, todo] = terms.errors[error.code] ?? terms.errors.internal;
  return html`<div part="state" class="state error">
    <p class="title"><span class="sign" aria-hidden="true">!</span> ${what}</p>
    <p>${todo}</p>
    <ul class="note">
      ${details(error, terms).map((line) => html`<li>${line}</li>`)}${error.code === 'internal' ? html`<li>${error.message}</li>` : nothing}
    </ul>
    <button type="button" @click=${retry}>${error.code === 'aborted' ? terms.error.reload : terms.error.retry}</button>
  </div>`;
}

/** What a reason is about: a table, a part of the result, a number, a day; anything else is a name already. */
function aboutText(about: string, { terms, format }: Speech): string {
  const words: Readonly<Record<string, string>> = { ...terms.tables, ...terms.parts };
  if (isIsoDate(about)) return format.date(about);
  return words[about] ?? (/^\d+$/.test(about) ? format.count(Number(about)) : about);
}

/** A reason in words: `missing-table:orders` carries its detail behind the colon. Unknown codes are shown as they are. */
export function reasonText({ code, detail }: Reason, speech: Speech): string {
  const [name, inner] = code.split(/:(.*)/);
  const text = (speech.terms.reasons as Readonly<Record<string, string>>)[name] ?? name;
  const about = detail ?? inner;
  return about ? `${text} (${aboutText(about, speech)})` : text;
}

function reasonList(reasons: readonly Reason[], speech: Speech): TemplateResult {
  return html`<ul>
    ${reasons.map((reason) => html`<li>${reasonText(reason, speech)}</li>`)}
  </ul>`;
}

/** What the reader of the figures should know; figures that are missing are announced first. */
export function reasonNote(reasons: readonly Reason[], partial: boolean, speech: Speech): TemplateResult | typeof nothing {
  if (reasons.length === 0) return nothing;
  return html`<div class=${partial ? 'partial note' : 'note'}>
    ${partial ? html`<p>${speech.terms.partial}</p>` : nothing} ${reasonList(reasons, speech)}
  </div>`;
}
