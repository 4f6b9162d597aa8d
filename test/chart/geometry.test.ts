import { expect } from 'chai';
import { nextMark } from '../../src/chart/mark-keys.js';
import { openAt, place } from '../../src/chart/place.js';
import { truncate, wrap } from '../../src/chart/truncate.js';
import type { Mark } from '../../src/chart/types.js';

const mark = (id: string, row?: number, column?: number): Mark => ({
  id,
  label: id,
  lines: [id],
  selection: null,
  ...(row === undefined ? {} : { row, column }),
});

describe('arrow keys', () => {
  const line = ['a', 'b', 'c'].map((id) => mark(id));
  const go = (marks: readonly Mark[], from: string, key: string, rtl = false) => nextMark(marks, from, key, rtl)?.id ?? null;

  it('walk through marks in order and stop at the ends', () => {
    expect(['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'Home', 'End', 'x'].map((key) => go(line, 'b', key))).to.deep.equal([
      'c',
      'c',
      'a',
      'a',
      'a',
      'c',
      null,
    ]);
    expect(go(line, 'c', 'ArrowRight')).to.equal(null);
    expect(go(line, 'nobody', 'Home')).to.equal(null);
  });

  it('follow the direction of the page', () => {
    expect([go(line, 'b', 'ArrowRight', true), go(line, 'b', 'ArrowLeft', true), go(line, 'b', 'ArrowDown', true)]).to.deep.equal([
      'a',
      'c',
      'c',
    ]);
  });

  // 00 01 02
  // 10    12    then two marks outside of the grid
  const grid = [mark('00', 0, 0), mark('01', 0, 1), mark('02', 0, 2), mark('10', 1, 0), mark('12', 1, 2), mark('p'), mark('q')];

  it('move in two dimensions, over gaps, without leaving the row sideways', () => {
    expect(go(grid, '10', 'ArrowRight')).to.equal('12');
    expect(go(grid, '02', 'ArrowRight')).to.equal(null);
    expect(go(grid, '02', 'ArrowDown')).to.equal('12');
    expect(go(grid, '01', 'ArrowDown')).to.equal('10');
    expect(go(grid, '01', 'End')).to.equal('02');
    expect(go(grid, '12', 'Home')).to.equal('10');
  });

  it('lead out of the grid downwards, and back', () => {
    expect(go(grid, '12', 'ArrowDown')).to.equal('p');
    expect(go(grid, 'p', 'ArrowDown')).to.equal('q');
    expect(go(grid, 'p', 'ArrowUp')).to.equal('12');
    expect(go(grid, '00', 'ArrowUp')).to.equal(null);
  });
});

describe('placement', () => {
  const viewport = { width: 300, height: 200 };
  const size = { width: 100, height: 40 };

  it('above and centred; below where there is no room; never outside', () => {
    expect(place({ left: 100, top: 100, width: 50, height: 20 }, size, viewport, true)).to.deep.equal({ left: 75, top: 54 });
    expect(place({ left: 100, top: 20, width: 50, height: 20 }, size, viewport, true).top).to.equal(46);
    expect(place({ left: 290, top: 100, width: 10, height: 20 }, size, viewport, true).left).to.equal(192);
    expect(place({ left: 0, top: 100, width: 10, height: 20 }, size, viewport, true).left).to.equal(8);
  });

  it('below, ends aligned; above where there is no room', () => {
    expect(place({ left: 100, top: 20, width: 50, height: 20 }, size, viewport, false)).to.deep.equal({ left: 50, top: 46 });
    expect(place({ left: 100, top: 170, width: 50, height: 20 }, size, viewport, false).top).to.equal(124);
  });
});

describe('a popover', () => {
  it('opens at the same place wherever it stood before', () => {
    const box = document.createElement('div');
    box.popover = 'manual';
    box.style.cssText = 'position: fixed; inset: auto; max-inline-size: 20rem';
    box.textContent = 'words '.repeat(40);
    const anchor = document.createElement('div');
    anchor.style.cssText = 'position: fixed; top: 50%; left: 0; inline-size: 1rem; block-size: 1rem';
    document.body.append(box, anchor);
    openAt(box, anchor, true);
    const first = box.getBoundingClientRect().toJSON();
    box.style.left = `${innerWidth - 60}px`;
    openAt(box, anchor, true);
    expect(box.getBoundingClientRect().toJSON()).to.deep.equal(first);
    box.remove();
    anchor.remove();
  });
});

describe('texts in a width', () => {
  const measure = (text: string) => [...text].length;

  it('are cut with an ellipsis where they do not fit', () => {
    expect(truncate('Newsletter', 10, measure)).to.equal('Newsletter');
    expect(truncate('Newsletter', 5, measure)).to.equal('News…');
    expect(truncate('a b c d', 5, measure)).to.equal('a b…');
    expect(truncate('Newsletter', 1, measure)).to.equal('');
    expect(truncate('👩‍🚀 astronaut', 4, (text) => text.length)).to.not.match(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('are broken between words, never at a no-break space', () => {
    expect(wrap('one two three', 7, measure)).to.deep.equal(['one two', 'three']);
    expect(wrap('12\u00a0345 €', 6, measure)).to.deep.equal(['12\u00a0345', '€']);
    expect(wrap('incomprehensible word', 6, measure)).to.deep.equal(['incom…', 'word']);
    expect(wrap('', 6, measure)).to.deep.equal([]);
  });
});
