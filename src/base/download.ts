/** Files for the person: nothing leaves the page. */

export type FileKind = 'CSV' | 'SVG' | 'PNG';

/** Name of a file from a heading: letters and digits of any script, hyphens between words. */
export function fileName(heading: string, extension: string): string {
  const stem = heading
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  return `${stem || 'kpi'}.${extension}`;
}

type Exporter = Record<`export${FileKind}`, (options: { bom: boolean; scale?: number }) => string | Promise<Blob>>;

/** Hands a file to the person. */
export function saveFile(content: string | Blob, heading: string, extension: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content]));
  link.download = fileName(heading, extension);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** Hands over what a widget exports. */
export async function save(exporter: Exporter, kind: FileKind, heading: string): Promise<void> {
  saveFile(await exporter[`export${kind}`]({ bom: true }), heading, kind.toLowerCase());
}
