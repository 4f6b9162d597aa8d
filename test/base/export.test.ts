import { expect, fixture, html } from '@open-wc/testing';
import { csvFile } from '../../src/base/export-csv.js';
import { fileName } from '../../src/base/download.js';
import type { TableModel } from '../../src/chart/types.js';
import { fakeResult, once } from './fake-widget.js';
import type { FakeWidget } from './fake-widget.js';

function table(...values: (string | number | null)[]): TableModel {
  return {
    caption: 'T',
    columns: values.map((value, i) => ({ label: `c${i}`, numeric: typeof value === 'number' })),
    rows: [values.map((value) => ({ text: 'shown', value }))],
  };
}

const line = (value: string | number | null, locale = 'en') => csvFile([table(value)], locale).split('\r\n')[1];

describe('CSV', () => {
  it('texts cannot become formulas', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1+1']) expect(line(text)).to.equal(`'${text}`);
    expect(line('=HYPERLINK("x","y")')).to.equal(`"'=HYPERLINK(""x"",""y"")"`);
    expect(line('\r=1')).to.match(/^"'/);
    expect(line('a-b')).to.equal('a-b');
  });

  it('numbers stay numbers, also below zero', () => {
    expect(line(-1234.5)).to.equal('-1234.5');
    expect(line(8911407.9)).to.equal('8911407.9');
    expect(line(NaN)).to.equal('');
    expect(line(null)).to.equal('');
  });

  it('quotes what needs it', () => {
    expect(line('a,b')).to.equal('"a,b"');
    expect(line('a"b')).to.equal('"a""b"');
    expect(line('a\nb')).to.equal('"a\nb"');
  });

  it('follows the locale, or what is asked for', () => {
    expect(csvFile([table('a;b', 1.5)], 'fr')).to.equal('c0;c1\r\n"a;b";1,5\r\n');
    expect(csvFile([table('a', 1.5)], 'fr', { separator: ',' })).to.equal('c0,c1\r\na,1.5\r\n');
    expect(csvFile([table('a', 1.5)], 'en', { decimal: ',', bom: true })).to.equal('\uFEFFc0;c1\r\na;1,5\r\n');
    expect(csvFile([table('a', 1.5)], 'en', { separator: '\t' })).to.equal('c0\tc1\r\na\t1.5\r\n');
  });

  it('puts several tables under their captions', () => {
    expect(csvFile([table(1), table(2)], 'en')).to.equal('T\r\nc0\r\n1\r\n\r\nT\r\nc0\r\n2\r\n');
  });
});

describe('files', () => {
  it('are named after the heading', () => {
    expect(fileName('Clients sur le départ : 2025', 'csv')).to.equal('clients-sur-le-départ-2025.csv');
    expect(fileName('…', 'svg')).to.equal('kpi.svg');
  });
});

describe('pictures', () => {
  let element: FakeWidget;
  beforeEach(async () => {
    element = await fixture<FakeWidget>(html`<fake-widget lang="en" heading="Bars & more" .result=${fakeResult([10, 1])}></fake-widget>`);
    await element.ready;
  });

  it('SVG stands by itself: plain colours, title and finding drawn, nothing foreign', () => {
    const text = element.exportSVG();
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(root.localName).to.equal('svg');
    expect(text).to.not.match(/var\(|oklch|class=|style=|foreignObject|data-mark|tabindex|<!--|href/);
    expect([...root.querySelectorAll('text')].map((each) => each.textContent)).to.deep.equal(['Bars & more', 'en: 10, 1']);
    const bar = root.querySelector('svg svg rect');
    expect(bar?.getAttribute('fill')).to.match(/^rgb\(\d+,\d+,\d+\)$/);
    expect(bar?.getAttribute('width')).to.equal('110');
    expect(Number(root.getAttribute('height'))).to.be.greaterThan(60);
  });

  it('PNG has the size of the picture times the scale', async () => {
    const blob = await element.exportPNG({ scale: 2 });
    const bitmap = await createImageBitmap(blob);
    const root = new DOMParser().parseFromString(element.exportSVG(), 'image/svg+xml').documentElement;
    expect(blob.type).to.equal('image/png');
    expect([bitmap.width, bitmap.height]).to.deep.equal([Number(root.getAttribute('width')) * 2, Number(root.getAttribute('height')) * 2]);
    bitmap.close();
  });

  it('refuses other scales, and exports nothing before there are figures', async () => {
    await element.exportPNG({ scale: 0 }).then(
      () => expect.fail('must reject'),
      (error: { code: string }) => expect(error.code).to.equal('invalid-param'),
    );
    const empty = await fixture<FakeWidget>(html`<fake-widget></fake-widget>`);
    expect(() => empty.exportCSV()).to.throw(/nothing to export/);
  });

  it('a picture that the page forbids is told, in the error and to the person', async () => {
    const { decode } = HTMLImageElement.prototype;
    HTMLImageElement.prototype.decode = () => Promise.reject(new DOMException('The source image cannot be decoded.', 'EncodingError'));
    try {
      const error = await element.exportPNG().catch((thrown: Error) => thrown);
      expect(error).to.include({ code: 'invalid-param' }).and.have.property('message').that.contains('img-src blob:');
      const failed = once(element, 'kpi-error');
      [...element.renderRoot.querySelectorAll<HTMLButtonElement>('.menu button')]
        .find(({ textContent }) => textContent!.includes('PNG'))!
        .click();
      await failed;
      await new Promise(requestAnimationFrame);
      await element.updateComplete;
      const notices = element.renderRoot.querySelector<HTMLDetailsElement>('.notices')!;
      expect(notices.open).to.equal(true);
      expect(notices.textContent).to.contain('img-src blob:');
    } finally {
      HTMLImageElement.prototype.decode = decode;
    }
  });

  it('CSV of the widget is exact', () => {
    expect(element.exportCSV()).to.equal('Bar,Count\r\nb0,10\r\nb1,1\r\n');
  });
});
