/** What all widgets of a dashboard export, in one file. */
import type { Member } from '../../base/shell.js';
import { KpiError } from '../../core/errors.js';

const GAP = 16;

/** Widgets in the order of the page, whichever was defined first. */
export function inOrder(members: Iterable<Member>): Member[] {
  const nodes = [...members] as (Member & Node)[];
  return nodes.sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}

/** What each widget makes of itself; those that have nothing to export are left out. */
function eachOf(members: Iterable<Member>, make: (member: Member) => string | undefined): string[] {
  return inOrder(members).flatMap((member) => {
    try {
      const made = member.result ? make(member) : '';
      return made ? [made] : [];
    } catch (error) {
      if (error instanceof KpiError && error.code === 'empty-input') return [];
      throw error;
    }
  });
}

/** Their tables one after the other under their names. */
export function csvOf(members: Iterable<Member>): string {
  const named = (member: Member): string | undefined =>
    member.exportCSV && `"${(member.label ?? '').replaceAll('"', '""')}"\r\n${member.exportCSV()}`;
  return eachOf(members, named).join('\r\n');
}

/** Their pictures one under the other. @throws KpiError `empty-input` where none has one. */
export function svgOf(members: Iterable<Member>): string {
  const pictures = eachOf(members, (member) => member.exportSVG?.());
  let [width, height] = [0, 0];
  const placed = pictures.map((picture) => {
    // Each says its size first of all.
    const [own, tall] = ['width', 'height'].map((name) => Number(new RegExp(`^<svg[^>]* ${name}="([^"]+)"`).exec(picture)![1]));
    const part = picture.replace(/^(<svg[^>]*) x="[^"]+" y="[^"]+"/, `$1 x="0" y="${height}"`);
    width = Math.max(width, own!);
    height += tall! + GAP;
    return part;
  });
  if (!placed.length) throw new KpiError('empty-input', 'nothing to export: wait for `ready`');
  height -= GAP;
  const ground = /<rect[^>]* fill="([^"]+)"/.exec(placed[0]!)![1];
  placed.unshift(`<rect width="${width}" height="${height}" fill="${ground}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${placed.join('')}</svg>`;
}
