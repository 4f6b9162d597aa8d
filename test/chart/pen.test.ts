import { expect } from 'chai';
import { Pen } from '../../src/chart/pen.js';

const PIXELS = { heading: 17, body: 14, note: 12 };
/** Characters of half their height, on paper of 400 pixels. */
const pen = (rtl = false, zoom = 1): Pen => new Pen({ width: 400, rtl, measure: (text, size) => text.length * PIXELS[size] * 0.5 * zoom });

describe('pen', () => {
  it('measures in the size and weight of the look', () => {
    const one = pen();
    expect(one.width('1234', '')).to.equal(28);
    expect(one.width('1234', 'note muted')).to.equal(24);
    expect(one.width('1234', 'heading')).to.equal(34);
    expect(one.width('1234', 'strong')).to.equal(28);
    expect(one.width('1234', 'note strong')).to.equal(24);
  });

  it('writes texts around a height, cut to the room', () => {
    const one = pen();
    expect(one.write(['abcdef', ''], 10, 50)).to.equal(42);
    expect(one.write(['abcdef', 'note'], 10, 50, 20, 'end')).to.equal(18);
    expect(one.write(['abcdef', ''], 10, 50, 3)).to.equal(0);
    expect(one.texts.map(({ x, text, anchor, look }) => [x, text, anchor, look])).to.deep.equal([
      [10, 'abcdef', 'start', ''],
      [10, 'ab…', 'end', 'note'],
    ]);
    expect(one.texts[0]!.y).to.be.closeTo(50 + 0.35 * 14, 1e-9);
    expect(one.texts[1]!.y).to.be.closeTo(50 + 0.35 * 12, 1e-9);
  });

  it('mirrors places and anchors on a right-to-left page', () => {
    const [left, right] = [pen(), pen(true)];
    expect(left.box(10, 0, 100, 5)).to.deep.equal({ x: 10, y: 0, width: 100, height: 5 });
    expect(right.box(10, 0, 100, 5)).to.deep.equal({ x: 290, y: 0, width: 100, height: 5 });
    for (const anchor of ['start', 'middle', 'end'] as const) right.write(['a', ''], 10, 0, 50, anchor);
    expect(right.texts.map(({ x, anchor }) => [x, anchor])).to.deep.equal([
      [390, 'end'],
      [390, 'middle'],
      [390, 'start'],
    ]);
  });

  it('knows when texts are larger than usual', () => {
    expect(pen().scale).to.equal(1);
    expect(pen(false, 2).scale).to.be.closeTo(2 * (0.5 / 0.556), 1e-9);
  });
});
