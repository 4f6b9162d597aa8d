/** The drawer of sources: table by table what stands behind all figures, and where two tables contradict each other. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { notices } from '../../base/parts.js';
import { list, nameOf, sentence } from '../../base/states.js';
import type { IngestReport, Notice } from '../../core/ingest/report.js';
import type { SourceConflict, SourcesResult, SourceTable } from '../../core/kpi/sources-types.js';
import type { DashboardSpeech } from './filter-words.js';

/** Name of a table. */
export function tableName(table: string, { words, terms }: DashboardSpeech): string {
  return words.tables[table] ?? nameOf(table, terms);
}

function row(table: SourceTable, speech: DashboardSpeech): TemplateResult {
  const { format, words } = speech;
  const { rows, read, from, to, joined, joinRate, duplicates, duplicateRate, refused } = table;
  const cells = [
    format.count(rows),
    format.count(read),
    from && to ? `${format.dateShort(from)} – ${format.dateShort(to)}` : '—',
    joined === null ? '—' : words.joined(format.rate(joinRate), joined),
    words.duplicates(format.rate(duplicateRate), duplicates),
    format.count(refused),
  ];
  return html`<tr>
    <th scope="row">${sentence(tableName(table.table, speech))}</th>
    ${cells.map((text) => html`<td class="number">${text}</td>`)}
  </tr>`;
}

function conflictText({ tables: [a, b], days, differing, worst }: SourceConflict, speech: DashboardSpeech): string {
  const { words, format } = speech;
  return words.conflict(tableName(a, speech), tableName(b, speech), differing, days, format.date(worst!.day), worst!.counts);
}

function inventory({ tables, conflicts }: SourcesResult, speech: DashboardSpeech): TemplateResult {
  const [caption, ...columns] = speech.words.sourceColumns;
  return html`<div class="scroll" role="group" aria-label=${caption} tabindex="0">
      <table>
        <caption class="hidden">
          ${caption}
        </caption>
        <thead>
          <tr>
            ${columns.map((label, i) => html`<th scope="col" class=${i ? 'number' : nothing}>${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${tables.map((table) => row(table, speech))}
        </tbody>
      </table>
    </div>
    ${conflicts.length ? list(conflicts.map((conflict) => conflictText(conflict, speech))) : html`<p>${speech.words.noConflict}</p>`}`;
}

/** @param origin Address of the data, where they have one. */
export function sourcesDrawer(
  sources: SourcesResult | null,
  report: IngestReport | null,
  faults: readonly Notice[],
  origin: string,
  speech: DashboardSpeech,
): TemplateResult {
  const { words, terms } = speech;
  const close = (event: Event): void => (event.currentTarget as Element).closest('dialog')!.close();
  return html`<dialog part="sources" class="drawer" aria-label=${words.sources}>
    <div class="top">
      <h3>${words.sources}</h3>
      <button @click=${close}>${terms.close}</button>
    </div>
    ${origin ? html`<p class="note">${terms.labelled(words.origin, origin)}</p>` : nothing}
    ${sources ? inventory(sources, speech) : html`<p>${sentence(words.noSource)}</p>`} ${notices(report, faults, speech, true)}
  </dialog>`;
}
