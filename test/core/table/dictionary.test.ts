import { expect } from 'chai';
import { Dictionary } from '../../../src/core/table/dictionary.js';

describe('Dictionary', () => {
  it('numbers texts in order of first sight', () => {
    const dictionary = new Dictionary();
    expect(['b', 'a', 'b', '__proto__', 'constructor', '__proto__'].map((text) => dictionary.codeOf(text))).to.deep.equal([
      0, 1, 0, 2, 3, 2,
    ]);
    expect(dictionary.values).to.deep.equal(['b', 'a', '__proto__', 'constructor']);
  });

  it('numbers the texts of columns by code + 1, equal texts of two columns alike', () => {
    const dictionary = new Dictionary();
    const column = (...values: string[]) => ({ codes: new Int32Array(), values });
    expect([...dictionary.codesOf(column('b', 'a'))]).to.deep.equal([0, 1, 2]);
    expect([...dictionary.codesOf(column('a', 'c', 'b'))]).to.deep.equal([0, 2, 3, 1]);
    expect([...dictionary.codesOf(null)]).to.deep.equal([0]);
    expect(dictionary.values).to.deep.equal(['', 'b', 'a', 'c']);
  });
});
