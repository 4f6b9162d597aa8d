import { expect } from 'chai';
import { formatIsoDay, parseIsoDay } from '../../../src/core/calendar/civil-day.js';
import { monthsOf, readWindow, windowBack } from '../../../src/core/calendar/window.js';
import { KpiError } from '../../../src/core/errors.js';

/** First day inside (asOf - W, asOf]. */
const first = (asOf: string, window: string): string =>
  formatIsoDay(windowBack(parseIsoDay(asOf) ?? NaN, readWindow(window, 'window')) + 1);

describe('windows', () => {
  it('are written in one way, whatever the letter case', () => {
    expect([undefined, null, 'auto', 'AUTO', 'all', 'ALL'].map((text) => readWindow(text, 'window'))).to.deep.equal([
      'auto',
      'auto',
      'auto',
      'auto',
      'all',
      'all',
    ]);
    expect(['3M', '03m', '90D', ' 090d '].map((text) => readWindow(text, 'window'))).to.deep.equal(['3M', '3M', '90D', '90D']);
    expect(['1200M', '36525D'].map((text) => readWindow(text, 'window'))).to.deep.equal(['1200M', '36525D']);
  });

  it('refuses everything else and says where', () => {
    for (const wrong of ['', '3', 'M', '0M', '-3M', '1.5M', '3 months', '3W', '1201M', '36526D', '99999D', 3, {}])
      expect(() => readWindow(wrong, 'params.window'), String(wrong))
        .to.throw(KpiError, /^params\.window: .+; got /)
        .that.includes({ code: 'invalid-param', path: 'params.window' });
  });

  it('has months, or has none', () => expect(['12M', '90D', 'all', 'auto'].map(monthsOf)).to.deep.equal([12, null, null, null]));

  it('begins on the day after as-of minus the window', () => {
    expect(first('2011-12-09', '3M')).to.equal('2011-09-10');
    expect(first('2011-12-09', '90D')).to.equal('2011-09-11');
    expect(first('2011-12-09', '1D')).to.equal('2011-12-09');
    expect(first('2011-05-31', '3M')).to.equal('2011-03-01');
    expect(first('2012-05-31', '3M')).to.equal('2012-03-01');
    expect(first('2012-02-29', '12M')).to.equal('2011-03-01');
  });

  it('lies behind another one by its whole length', () => {
    expect(formatIsoDay(windowBack(parseIsoDay('2012-05-31') ?? NaN, '1M', 3))).to.equal('2012-02-29');
    expect(formatIsoDay(windowBack(parseIsoDay('2011-12-09') ?? NaN, '90D', 2))).to.equal('2011-06-12');
  });
});
