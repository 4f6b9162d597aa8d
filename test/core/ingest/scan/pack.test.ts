import { expect } from 'chai';
import fc from 'fast-check';
import { packed } from '../../../../src/core/ingest/scan/pack.js';

/** All that `packed` gives out, as one text. */
function text(data: unknown, rows?: number): string {
  const decoder = new TextDecoder();
  let all = '';
  for (const piece of packed(data, rows)) all += decoder.decode(piece, { stream: true });
  return all + decoder.decode();
}

describe('packing what a page holds', () => {
  it('is JSON of the same, in slices', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 5 }), (value, rows) => {
        if (typeof value === 'string') expect(text(value, rows)).to.equal(new TextDecoder().decode(new TextEncoder().encode(value)));
        else expect(JSON.parse(text(value, rows))).to.deep.equal(JSON.parse(JSON.stringify(value)));
        for (const data of [
          { orders: value },
          [value, value],
          { orders: { columns: { a: [value, 1, 2], b: value } }, meta: value },
          { columns: value },
        ])
          expect(JSON.parse(text(data, rows))).to.deep.equal(JSON.parse(JSON.stringify(data)));
      }),
    );
  });

  it('gives out one slice at a time, as large as is asked for', () => {
    const pieces = packed(
      Array.from({ length: 100 }, (_, i) => i),
      10,
    );
    const sizes = [pieces.next(), pieces.next(50), pieces.next(50)].map(
      ({ value }) =>
        String(value && new TextDecoder().decode(value))
          .split(',')
          .filter(Boolean).length,
    );
    expect(sizes).to.deep.equal([10, 50, 40]);
  });

  it('writes typed arrays as lists, dates as ISO texts, numbers too long for JSON as texts', () => {
    expect(JSON.parse(text({ columns: { a: Float64Array.of(1, NaN), b: [new Date(0), 5n] } }))).to.deep.equal({
      columns: { a: [1, null], b: ['1970-01-01T00:00:00.000Z', '5'] },
    });
  });

  it('marks rows that cannot be looked at, and goes on', () => {
    const thrower = Object.defineProperty({}, 'a', { enumerable: true, get: () => JSON.parse('') as unknown });
    const round: Record<string, unknown> = {};
    round['round'] = round;
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(JSON.parse(text([{ a: 1 }, thrower, round, proxy, { a: 2 }]))).to.deep.equal([
      { a: 1 },
      '[object]',
      '[object]',
      '[object]',
      { a: 2 },
    ]);
    for (const data of [thrower, proxy, { orders: proxy }, { columns: thrower }])
      expect(() => JSON.parse(text(data)) as unknown).not.to.throw();
  });

  it('never parts a surrogate pair', () => {
    const long = '😀'.repeat(200_001);
    expect(text(`x${long}`)).to.equal(`x${long}`);
  });
});
