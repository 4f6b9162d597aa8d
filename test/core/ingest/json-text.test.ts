import { expect } from 'chai';
import fc from 'fast-check';
import { KpiError } from '../../../src/core/errors.js';
import { faultAt, parseJsonText } from '../../../src/core/ingest/json-text.js';

function refused(text: string): KpiError {
  try {
    parseJsonText(text);
  } catch (error) {
    if (error instanceof KpiError) return error;
    throw error;
  }
  throw new Error('not refused');
}

describe('parseJsonText', () => {
  it('gives the value, with or without byte order mark', () => {
    expect(parseJsonText('[{"a":1}]')).to.deep.equal([{ a: 1 }]);
    expect(parseJsonText('\ufeff \n{"a":"}]{["}')).to.deep.equal({ a: '}]{[' });
  });

  it('refuses nothing at all', () => {
    for (const text of ['', ' \n\t', '\ufeff']) expect(refused(text).code).to.equal('empty-input');
  });

  it('says that a page came instead of data', () => {
    for (const text of ['<!doctype html><html>', '\n  <html lang="fr">', '<?xml version="1.0"?>']) {
      const error = refused(text);
      expect(error.code).to.equal('html-instead-of-json');
      expect(error.message).to.match(/^data: JSON, not a page; got .*</);
    }
    expect(refused('\n  <html lang="fr">').details).to.deep.equal({ got: '<html lang="fr">' });
  });

  it('says line, column and surroundings of a fault', () => {
    const error = refused('[\n  {"total": 12,50},\n  {}\n]');
    expect(error.code).to.equal('bad-json');
    expect(error.details).to.deep.include({ line: 2, column: 16 });
    expect(error.details.got).to.include('12,50}');
    expect(refused('id;date\n1;2024').details).to.deep.include({ line: 1, column: 1 });
    expect(refused('{"a": [1, 2').details).to.deep.include({ line: 1, column: 12 });
    expect(refused('[NaN]').details).to.deep.include({ line: 1, column: 2 });
    expect(refused("{'a': 1}").details).to.deep.include({ line: 1, column: 2 });
    expect(refused('[1,]').details).to.deep.include({ line: 1, column: 4 });
    expect(refused('[1] x').details).to.deep.include({ line: 1, column: 5 });
    expect(refused('["a\nb"]').details).to.deep.include({ line: 1, column: 4 });
  });

  it('refuses deep nesting before it can overflow anything', () => {
    expect(parseJsonText(`${'['.repeat(64)}${']'.repeat(64)}`)).to.be.an('array');
    expect(refused(`${'['.repeat(65)}${']'.repeat(65)}`).code).to.equal('too-deep');
    const error = refused(`{"orders":${'{"a":'.repeat(200_000)}`);
    expect(error.code).to.equal('too-deep');
    expect(error.details).to.deep.include({ line: 1, column: 326 });
    expect(parseJsonText(`["${'['.repeat(1000)}"]`), 'brackets in a text are no nesting').to.be.an('array');
    expect(parseJsonText('["\\"[[[", "\\\\"]')).to.deep.equal(['"[[[', '\\']);
  });

  it('takes a text of 5 MB in its stride, whole or broken', () => {
    const long = 'a'.repeat(5_000_000);
    expect(parseJsonText(`"${long}"`)).to.have.length(5_000_000);
    expect(refused(`"${long}`).code).to.equal('bad-json');
    expect(refused(long).code).to.equal('bad-json');
    expect(refused(`{"a":"${long}"`).details.column).to.equal(5_000_008);
    expect(refused(`{"a":"${long}"`).message.length).to.be.below(200);
  });

  it('keeps __proto__ as a plain member', () => {
    const value = parseJsonText('[{"__proto__":{"polluted":1}}]') as unknown as object[];
    expect(Object.keys(value[0])).to.deep.equal(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });
});

describe('faultAt', () => {
  it('finds no fault in any JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 1, '\t'), (text, space) => {
        const spaced = JSON.stringify(JSON.parse(text), null, space);
        expect(faultAt(spaced)).to.deep.equal([spaced.length, 0]);
      }),
    );
  });

  it('finds one wherever a text is cut or soiled: what stands before can go on', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('\u0001', '#', '}', ','), (text, seed, dirt) => {
        const at = seed % (text.length + 1);
        const soiled = text.slice(0, at) + dirt + text.slice(at);
        let isValid = true;
        try {
          JSON.parse(soiled);
        } catch {
          isValid = false;
        }
        const [place] = faultAt(soiled);
        if (isValid) expect(place).to.equal(soiled.length);
        else expect(place).to.be.within(0, soiled.length);
        if (dirt === '\u0001') expect(place, soiled).to.equal(at === 0 ? 0 : Math.min(at, place));
      }),
    );
  });
});
