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
});
