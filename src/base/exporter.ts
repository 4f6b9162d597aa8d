/** Files of what a widget shows. */
import { textMeasure } from '../chart/measure.js';
import { KpiError } from '../core/errors.js';
import { download, fileName } from './download.js';
import { csvFile } from './export-csv.js';
import type { CsvOptions } from './export-csv.js';
import { pngFile } from './export-png.js';
import { svgFile } from './export-svg.js';
import type { WidgetView } from './widget.js';

export type FileKind = 'csv' | 'svg' | 'png';

/** What there is to export. */
export interface Exportable {
  host: HTMLElement;
  root: ParentNode;
  name: string;
  locale: string;
  view: WidgetView | null;
}

function shown(view: WidgetView | null): WidgetView {
  if (view) return view;
  throw new KpiError('empty-input', 'there is nothing to export: wait for `ready`');
}

export function toCsv({ view, locale }: Exportable, options?: CsvOptions): string {
  return csvFile(shown(view).tables, locale, options);
}

export function toSvg({ host, root, name, view }: Exportable): string {
  const { finding } = shown(view);
  const svg = root.querySelector<SVGSVGElement>('.chart svg');
  if (!svg) throw new KpiError('internal', 'the picture has no svg element');
  const box = root.querySelector('.tooltip') ?? host;
  const { color, backgroundColor, fontFamily } = getComputedStyle(box);
  return svgFile({ svg, title: name, finding, ink: color, surface: backgroundColor, family: fontFamily, measure: textMeasure(host) });
}

export async function toPng(exportable: Exportable, scale = 2): Promise<Blob> {
  return pngFile(toSvg(exportable), scale);
}

/** Hands a file to the person. */
export async function save(kind: FileKind, exportable: Exportable): Promise<void> {
  const content =
    kind === 'csv'
      ? new Blob([toCsv(exportable, { bom: true })], { type: 'text/csv;charset=utf-8' })
      : kind === 'svg'
        ? new Blob([toSvg(exportable)], { type: 'image/svg+xml' })
        : await toPng(exportable);
  download(content, fileName(exportable.name, kind));
}
