import { expect } from 'chai';
import { formatIsoDay, parseIsoDay } from '../../../src/core/calendar/civil-day.js';
import { formatWindow, parseWindow, windowStart } from '../../../src/core/calendar/window.js';
import type { FixedWindow } from '../../../src/core/calendar/window.js';
import { KpiError } from '../../../src/core/errors.js';

const first = (asOf: string, window: string): string | null => {
  const day = windowStart(parseIsoDay(asOf) ?? NaN, parseWindow(window) as FixedWindow);
  return day === null ? null : formatIsoDay(day);
};

describe('windows', () => {
  it('reads auto, all, months and days in either letter case', () => {
    expect(parseWindow('auto')).to.deep.equal({ kind: 'auto' });
    expect(parseWindow('ALL')).to.deep.equal({ kind: 'all' });
    expect(parseWindow('3M')).to.deep.equal({ kind: 'months', count: 3 });
    expect(parseWindow('03m')).to.deep.equal({ kind: 'months', count: 3 });
    expect(parseWindow('90D')).to.deep.equal({ kind: 'days', count: 90 });
    expect(parseWindow(' 90d ')).to.deep.equal({ kind: 'days', count: 90 });
  });

  it('writes them in one way', () => {
    expect(['AUTO', 'all', '3m', '090d'].map((text) => formatWindow(parseWindow(text)))).to.deep.equal(['auto', 'all', '3M', '90D']);
  });

  it('refuses everything else and says where', () => {
    for (const wrong of ['', '3', 'M', '0M', '-3M', '1.5M', '3 months', '3W', '1201M', '99999D', 3, null, undefined, {}])
      expect(() => parseWindow(wrong, 'params.window'), String(wrong))
        .to.throw(KpiError, /^window is .*; got /)
        .that.includes({ code: 'invalid-param', path: 'params.window' });
  });

  it('begins on the day after as-of minus the window', () => {
    expect(first('2011-12-09', '3M')).to.equal('2011-09-10');
    expect(first('2011-12-09', '90D')).to.equal('2011-09-11');
    expect(first('2011-12-09', '1D')).to.equal('2011-12-09');
    expect(first('2011-05-31', '3M')).to.equal('2011-03-01');
    expect(first('2012-05-31', '3M')).to.equal('2012-03-01');
    expect(first('2012-02-29', '12M')).to.equal('2011-03-01');
    expect(first('2011-12-09', 'all')).to.equal(null);
  });
});
