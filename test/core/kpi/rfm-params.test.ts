import { expect } from 'chai';
import { KpiError } from '../../../src/core/errors.js';
import { rfm } from '../../../src/core/kpi/rfm.js';

describe('rfm parameters', () => {
  it('have defaults', () => {
    const defaults = { window: 'auto', bins: 5, segments: 'quartile', thresholds: null, mode: 'vigie', scoreLimit: 0 };
    expect(rfm.params({})).to.deep.equal(defaults);
    expect(rfm.params({ window: undefined, bins: null, thresholds: null, mode: undefined })).to.deep.equal(defaults);
  });

  it('are written in one way', () => {
    expect(rfm.params({ window: '3m', bins: 3, segments: 'thresholds', thresholds: [1, 2.5, 3], scoreLimit: 10 })).to.deep.equal({
      ...{ window: '3M', bins: 3, segments: 'thresholds', thresholds: [1, 2.5, 3], mode: 'vigie', scoreLimit: 10 },
    });
  });

  it('rfm-r knows no window', () => {
    expect(rfm.params({ mode: 'rfm-r' }).window).to.equal('all');
    expect(rfm.params({ mode: 'rfm-r', window: 'auto' }).window).to.equal('all');
  });

  const wrong: [object, string][] = [
    [{ window: '3 months' }, 'params.window'],
    [{ window: 3 }, 'params.window'],
    [{ window: '3M', mode: 'rfm-r' }, 'params.window'],
    [{ bins: 2 }, 'params.bins'],
    [{ bins: '5' }, 'params.bins'],
    [{ segments: 'decile' }, 'params.segments'],
    [{ mode: 'R' }, 'params.mode'],
    [{ segments: 'thresholds' }, 'params.thresholds'],
    [{ thresholds: 5 }, 'params.thresholds'],
    [{ thresholds: [1, 2] }, 'params.thresholds'],
    [{ thresholds: [1, 2, '3'] }, 'params.thresholds'],
    [{ thresholds: [1, NaN, 3] }, 'params.thresholds'],
    [{ thresholds: [3, 2, 1] }, 'params.thresholds'],
    [{ thresholds: [1, 1, 2] }, 'params.thresholds'],
    [{ scoreLimit: -1 }, 'params.scoreLimit'],
    [{ scoreLimit: 1.5 }, 'params.scoreLimit'],
    [{ scoreLimit: Infinity }, 'params.scoreLimit'],
    [{ windows: '3M' }, 'params'],
  ];
  for (const [params, path] of wrong)
    it(`refuses ${JSON.stringify(params)}, and says what to do`, () => {
      expect(() => rfm.params(params))
        .to.throw(KpiError, /.+: .+; got .+/)
        .that.includes({ code: 'invalid-param', path });
    });
});
