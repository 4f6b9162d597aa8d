/** Files for the person: nothing leaves the page. */

/** Name of a file from a heading: letters and digits of any script, hyphens between words. */
export function fileName(heading: string, extension: string): string {
  const stem = heading
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  return `${stem || 'kpi'}.${extension}`;
}

interface Exporter {
  exportCSV(options: { bom: boolean }): string;
  exportSVG(): string;
  exportPNG(): Promise<Blob>;
}

/** Hands a file to the person. */
export function saveFile(content: string | Blob, heading: string, extension: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content]));
  link.download = fileName(heading, extension);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** Hands over what a widget exports. */
export async function save(exporter: Exporter, kind: 'csv' | 'svg' | 'png', heading: string): Promise<void> {
  const content = kind === 'csv' ? exporter.exportCSV({ bom: true }) : kind === 'svg' ? exporter.exportSVG() : await exporter.exportPNG();
  saveFile(content, heading, kind);
}
