/** Names that the one-file builds shorten: none that anything outside could ever ask for. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'chai';
import { engineNames, internalNames, ownNames } from './internal-names.mjs';

const root = resolve(import.meta.dirname, '../..');
const names = (...ours: string[]) => internalNames(ours, ['interface Element { setAttribute(name: string): void; /** recognise */ }']);
const inner = '/** @internal */\ninterface Inner { recognise: number; settle(): void; inner: { deeper: string } }';

describe('names that are shortened', () => {
  it('are the members of internal types, of nested ones too', () => {
    expect(names(inner)).to.deep.equal(['deeper', 'inner', 'recognise', 'settle']);
    expect(names('/** @internal For us. */\nexport class A { #own = 1; learn(): void {} static known = 1; }')).to.deep.equal([
      'known',
      'learn',
    ]);
  });

  for (const [what, clash] of [
    ['a member of a type that is not internal', 'interface Open { recognise: string }'],
    ['a member of a class that is not internal', 'class Open { recognise() {} }'],
    ['a member of a type without a name', 'const f = (x: { recognise: number }) => x;'],
    ['a text', "const key = 'recognise';"],
    ['a word of a text', "const list = 'learn recognise meet'.split(' ');"],
    ['a word of a template', 'const text = `to ${1} recognise`;'],
    ['a word of a pattern', 'const pattern = /^recognise$/;'],
    ['a member that is written as a text', "interface Open { 'recognise': string }"],
  ] as const) {
    it(`are not those that are also ${what}`, () => {
      expect(names(inner, clash)).to.deep.equal(['deeper', 'inner', 'settle']);
    });
  }

  it('are not those of the browser', () => {
    expect(names('/** @internal */ interface Inner { setAttribute: number; known: number }')).to.deep.equal(['known']);
  });

  it('are none that a widget looks for in the details of an error', () => {
    const shown = ['got', 'needed', 'columns', 'currencies', 'status', 'url', 'table', 'line', 'column', 'key', 'words'];
    expect([...engineNames(), ...ownNames()].filter((name) => shown.includes(name))).to.deep.equal([]);
  });

  it('are gone from the one-file builds, besides a few that the minifier knows to be taken', () => {
    const own = ownNames();
    expect(own).to.include.members(['recognise', 'nobodyBefore']);
    for (const file of ['vigie.js', 'vigie.classic.js']) {
      const text = readFileSync(resolve(root, 'dist/cdn', file), 'utf8');
      expect(own.filter((name) => new RegExp(`[.{,]${name}\\b`).test(text)).length).to.be.below(own.length / 10);
    }
  });

  it('are none that the published types tell', () => {
    const types = ['base/kpi-element', 'base/data-element', 'base/settings-element', 'base/widget', 'base/events', 'core/kpi/contract'];
    const told = types.flatMap(
      (file) =>
        readFileSync(resolve(root, `dist/${file}.d.ts`), 'utf8')
          .replace(/\/\*[^]*?\*\//g, '')
          .match(/\w+(?=\??[:(])/g) ?? [],
    );
    expect(ownNames().filter((name) => told.includes(name))).to.deep.equal([]);
  });
});
