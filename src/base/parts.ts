/** Parts of every widget that has figures: heading, toolbar, key figures, picture, tables, caption, notices. */
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { FEW } from '../chart/figures.js';
import { menuToggled } from '../chart/place.js';
import type { IngestReport, Notice } from '../core/ingest/report.js';
import type { KpiResult } from '../core/kpi/contract.js';
import { wordsOf } from '../locale/codes.js';
import type { Terms } from '../locale/terms.js';
import { groundOf, leftText, pairs, tablesText } from './explanation.js';
import { list, nameOf, reasonList, sentence } from './states.js';
import type { Drawn } from './states.js';
import type { Figure, Speech } from './widget.js';

/** The dot does not begin a line. */
const DOT = '\u00a0· ';
const EXPORTS = ['CSV', 'SVG', 'PNG', 'print'] as const;
export type Action = 'table' | (typeof EXPORTS)[number];

/** A button that asks for the explanation of a figure. */
const why = (id: string, name: string, content: unknown): TemplateResult =>
  html`<button class=${name} data-explain=${id}>${content}</button>`;

/** Buttons of a widget that has figures. */
export function toolbar(
  name: string,
  open: boolean,
  first: Figure | undefined,
  act: (action: Action) => void,
  terms: Terms,
): TemplateResult {
  return html`<div part="toolbar" class="toolbar" role="group" aria-label=${name}>
    <button aria-expanded=${open} @click=${() => act('table')}>${terms.details.table}</button>
    ${first ? why(first.id, '', terms.why) : nothing}
    <button popovertarget="menu">${terms.export}</button>
    <div id="menu" class="menu" popover @toggle=${menuToggled}>
      ${EXPORTS.map(
        (action) =>
          html`<button popovertarget="menu" popovertargetaction="hide" @click=${() => act(action)}>
            ${action === 'print' ? terms.print : action}
          </button>`,
      )}
    </div>
  </div>`;
}

/** The popover behind "why?". */
export function explained(
  figure: Figure | undefined,
  figures: readonly Figure[],
  result: KpiResult | null,
  report: IngestReport | null,
  speech: Speech,
  toggled: (event: ToggleEvent) => void,
): TemplateResult {
  const label = figure?.label ?? '';
  return html`<div id="explain" class="explain" part="popover" popover role="dialog" aria-label=${label} tabindex="-1" @toggle=${toggled}>
    ${figure && result ? ground(figure, figures, result, report, speech) : nothing}
  </div>`;
}

/** What stands behind a figure, and the way to the others. */
function ground(
  figure: Figure,
  figures: readonly Figure[],
  result: KpiResult,
  report: IngestReport | null,
  speech: Speech,
): TemplateResult {
  const { terms, format } = speech;
  const { n, reason } = figure;
  const own = { ...figure, n: n && format.count(n), reason: reason && sentence(reason) };
  const lines = { ...own, ...groundOf(result, speech, figure), tables: tablesText(result, report, speech) };
  return html`<h3>${figure.label}</h3>
    <p class="value">${figure.value}</p>
    ${badge(figure, speech)}
    <dl>
      ${pairs(lines, speech).map(
        ([term, text]) =>
          html`<dt>${term}</dt>
            <dd>${text}</dd>`,
      )}
    </dl>
    <p class="note">${terms.others}</p>
    <div class="actions">${figures.map(({ id, label }) => (id === figure.id ? nothing : why(id, '', label)))}</div>
    <button popovertarget="explain" popovertargetaction="hide">${terms.close}</button>`;
}

export function badge({ n, interval }: Figure, { terms, format }: Speech): Drawn {
  if (n === undefined || n >= FEW) return nothing;
  return html`<span class="note badge"
    >${terms.smallSample(format.count(n))}${interval ? html`<br />${terms.lines.interval} ${interval}` : nothing}</span
  >`;
}

/** The strip of key figures: each one a button that says where it comes from. */
export function figureStrip(figures: readonly Figure[], speech: Speech, still: boolean): Drawn {
  const primary = figures.filter((figure) => figure.primary);
  const draw = (figure: Figure) => {
    const { id, label, value, reason } = figure;
    const content = html`<span class="note">${label}</span>
      <span class="value">${value}</span>
      ${reason ? html`<span class="note">${sentence(reason)}</span>` : nothing}${badge(figure, speech)}`;
    return still ? html`<div class="figure">${content}</div>` : why(id, 'figure', content);
  };
  return primary.length ? html`<div part="figures" class="figures">${list(primary.map(draw))}</div>` : nothing;
}

/** What the reader of the figures should know; figures that are missing are announced first. */
export function reasonNote({ status, reasons }: KpiResult, told: readonly string[], speech: Speech): Drawn {
  const untold = reasons.filter(({ code }) => !told.includes(code));
  const partial = status === 'partial';
  if (!untold.length) return nothing;
  return html`<div class="note ${partial ? 'partial' : ''}">
    ${partial ? html`<p>${speech.terms.partial}</p>` : nothing}${reasonList(untold, speech)}
  </div>`;
}

export function caption(result: KpiResult, speech: Speech): TemplateResult {
  const left = Object.values(result.rows.left).reduce((sum, count) => sum + count, 0);
  const parts = pairs({ ...groundOf(result, speech), left: left && speech.format.count(left) }, speech).map(([term, text]) =>
    speech.terms.labelled(term, text),
  );
  return html`<p part="caption" class="note caption">${parts.join(DOT)}</p>`;
}

/** What is so, where, and what to do. */
function noticeText({ code, message, table, column, details }: Notice, { terms }: Speech): string {
  const [what, todo] = wordsOf(terms.notices, code) ?? [message];
  const { attribute, used, key, got, words } = details ?? {};
  const quoted = [column, key, got, words].flatMap((name) => (name === undefined ? [] : terms.quoted(`${name}`)));
  const about = (table ? [nameOf(table, terms), ...quoted] : quoted).join(', ');
  // What stands now, where that has a name.
  const now = used && used !== 'auto' ? ` → ${terms.quoted(`${used}`)}` : '';
  const where = attribute ? `${attribute} = ${about}${now}` : about;
  return `${where ? terms.labelled(what, where) : what}. ${todo ?? ''}`;
}

/**
 * The strip on the quality of the data: rows that are not counted, and why; what else a reader should know. How the engine was
 * started is for the page alone.
 */
export function notices(report: IngestReport | null, faults: readonly Notice[], speech: Speech, open: boolean): Drawn {
  const { terms, format } = speech;
  const notes = [...faults, ...(report?.notices ?? [])];
  let rows = 0;
  const lines = (report?.tables ?? []).flatMap(({ table, refused, left }) =>
    [...refused, ...left].map(({ reason, count, examples }) => {
      rows += count;
      const places = examples.map(({ path, got }) => terms.labelled(path, terms.quoted(got)));
      return [terms.labelled(sentence(nameOf(table, terms)), leftText(reason, count, speech)), ...places].join(DOT);
    }),
  );
  if (!lines.length && !notes.length) return nothing;
  const counted = (label: string, count: number) => (count ? [terms.labelled(label, format.count(count))] : []);
  return html`<details part="notices" class="notices" ?open=${open}>
    <summary>${[...counted(terms.unread, rows), ...counted(terms.lines.reason, notes.length)].join(DOT)}</summary>
    ${list([...lines, ...notes.map((note) => noticeText(note, speech))])}
  </details>`;
}
