/** The strip on the quality of the data: rows that are not counted, and why; what else a reader should know. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { IngestReport, Notice, RefusedRows } from '../core/ingest/report.js';
import type { Terms } from '../locale/terms.js';
import type { Fault } from './settings.js';
import type { Speech } from './widget.js';

/** A reason for leaving rows out, in words; unknown codes as they are. */
export function leftText(reason: string, terms: Terms): string {
  return (terms.left as Readonly<Record<string, string>>)[reason] ?? reason;
}

function noticeText(notice: Notice, terms: Terms): string {
  const words = (terms.notices as Readonly<Record<string, (about: string) => string>>)[notice.code];
  const { key, got } = notice.details ?? {};
  return words?.(String(notice.column ?? key ?? got ?? '')) ?? notice.message;
}

function groups(report: IngestReport | null, { terms, format }: Speech): TemplateResult[] {
  const line = (kind: 'refused' | 'left', table: keyof Terms['tables'], rows: RefusedRows) => {
    const text = terms.notice[kind](terms.tables[table], rows.count, format.count(rows.count), leftText(rows.reason, terms));
    return html`<li>
      ${text}${rows.examples.length ? html`<span class="note"> ${rows.examples.map(({ path, got }) => terms.notice.example(path, got)).join(', ')}</span>` : nothing}
    </li>`;
  };
  return (report?.tables ?? []).flatMap(({ table, refused, left }) => [
    ...refused.map((rows) => line('refused', table, rows)),
    ...left.map((rows) => line('left', table, rows)),
  ]);
}

export function notices(
  report: IngestReport | null,
  faults: readonly Fault[],
  others: readonly Notice[],
  speech: Speech,
  open: boolean,
): TemplateResult | typeof nothing {
  const { terms, format } = speech;
  const lines = groups(report, speech);
  const notes = [
    ...faults.map(({ attribute, got, used }) => terms.notice.setting(attribute, got, used)),
    ...[...(report?.notices ?? []), ...others].map((n) => noticeText(n, terms)),
  ];
  if (lines.length + notes.length === 0) return nothing;
  const rows = (report?.tables ?? []).flatMap(({ refused, left }) => [...refused, ...left]).reduce((sum, { count }) => sum + count, 0);
  return html`<details part="notices" class="notices" ?open=${open}>
    <summary>${terms.notice.summary(rows, format.count(rows), notes.length)}</summary>
    <ul>
      ${lines}${notes.map((note) => html`<li>${note}</li>`)}
    </ul>
  </details>`;
}
