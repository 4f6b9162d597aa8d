/** Files for the person: nothing leaves the page. */

/** Name of a file from a heading: letters and digits of any script, hyphens between words. */
export function fileName(heading: string, extension: string): string {
  const stem = heading
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  return `${stem || 'kpi'}.${extension}`;
}

export function download(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url));
}
