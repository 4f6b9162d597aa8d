import { expect } from '@open-wc/testing';
import { forgetWidths, textMeasure } from '../../src/chart/measure.js';
import { toRgb } from '../../src/chart/rgb.js';

describe('measuring', () => {
  it('knows the width of texts as the page would draw them', () => {
    const box = document.createElement('span');
    box.textContent = 'Récence moyenne';
    document.body.append(box);
    box.style.cssText = 'font: 400 0.875rem serif; white-space: nowrap';
    const measure = textMeasure(box);
    expect(measure('Récence moyenne', 'body')).to.be.closeTo(box.getBoundingClientRect().width, 1);
    forgetWidths();
    expect(measure('Récence moyenne', 'note')).to.be.lessThan(measure('Récence moyenne', 'heading'));
    box.remove();
  });

  it('turns any colour into plain sRGB', () => {
    expect(toRgb('oklch(1 0 0)')).to.deep.equal({ color: 'rgb(255,255,255)', alpha: 1 });
    expect(toRgb('rgba(255, 0, 0, 0.5)')).to.deep.equal({ color: 'rgb(255,0,0)', alpha: 0.502 });
    expect(toRgb('transparent').alpha).to.equal(0);
  });
});
