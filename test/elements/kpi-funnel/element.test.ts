/** What a person sees, reaches and picks; figures come through the engine. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/kpi-funnel/kpi-funnel.js';
import type { KpiFunnelElement } from '../../../src/elements/kpi-funnel/kpi-funnel.element.js';
import { counts, lead, plain, result, steps } from './fixture.js';

const CALLS = [
  { step: 'Appels', count: 10 },
  { step: 'Signés', count: 1 },
];
const SHOP = [
  { step: 'Visit', count: 12_000 },
  { step: 'Sign-up', count: 2_040 },
  { step: 'Purchase', count: 240 },
];

async function shown(markup: ReturnType<typeof html>): Promise<KpiFunnelElement> {
  const element = await fixture<KpiFunnelElement>(markup);
  await element.ready;
  await element.updateComplete;
  return element;
}

const all = (element: KpiFunnelElement, selector: string): Element[] => [...element.renderRoot.querySelectorAll(selector)];
const one = (element: KpiFunnelElement, selector: string): Element => element.renderRoot.querySelector(selector)!;
const textOf = (node: Element | null | undefined): string => plain(node?.textContent ?? '');
const mark = (element: KpiFunnelElement, id: string): SVGElement => element.renderRoot.querySelector<SVGElement>(`[data-mark="${id}"]`)!;
const pictured = (element: KpiFunnelElement): string[] => all(element, 'svg.funnel text').map(textOf);
const press = (target: Element, key: string): boolean =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
/** What was picked from now on: dimension, values, customers. */
function selections(element: KpiFunnelElement): unknown[] {
  const picked: unknown[] = [];
  element.addEventListener('kpi-select', ({ dimension, values, customers }) => picked.push([dimension, values, customers]));
  return picked;
}

const active = (element: KpiFunnelElement): Element | null => (element.renderRoot as ShadowRoot).activeElement;

describe('kpi-funnel: what a person reads', () => {
  it('shows a rate of few with its interval and a badge', async () => {
    const element = await shown(html`<kpi-funnel lang="fr" .data=${CALLS}></kpi-funnel>`);
    expect(textOf(one(element, '.finding'))).to.equal('Trop peu de données pour conclure : 1 sur 10 (10,0 %, entre 1,8 et 40,4 %).');
    const rate = all(element, '.figures li').find((item) => textOf(item).startsWith('Taux de conversion'));
    expect(textOf(rate)).to.include('10,0 %').and.to.include('petit effectif (n = 10)');
    expect(pictured(element)).to.include.members(['Appels', '10', 'Signés', '1', '100,0 %', '10,0 %', '↓ 10,0 %', '−90,0 %', 'n = 10']);
    expect(element.explain('overall-rate')?.interval).to.satisfy((text: string) => plain(text) === '1,8–40,4 %');
    expect(element.status).to.equal('ready');
  });

  it('shows label, count, step rate, loss and overall rate of every step', async () => {
    const element = await shown(html`<kpi-funnel lang="en" .data=${SHOP}></kpi-funnel>`);
    expect(textOf(one(element, '.finding'))).to.equal(
      'Out of 100 “Visit”, 2 reach “Purchase”; the largest loss is between “Sign-up” and “Purchase” (−88%).',
    );
    const said = pictured(element);
    for (const words of [
      'Visit',
      '12,000',
      '100.0%',
      '↓ 17.0%',
      '−83.0%',
      'Sign-up',
      '2,040',
      '17.0%',
      '↓ 11.8%',
      '−88.2%',
      '240',
      '2.0%',
      'overall',
    ]) {
      expect(said).to.include(words);
    }
  });

  it('shows rates of the step before on demand', async () => {
    const element = await shown(html`<kpi-funnel lang="en" rate="step" .data=${SHOP}></kpi-funnel>`);
    expect(pictured(element)).to.include.members(['of the previous step', '17.0%', '11.8%', '−88.2%']).and.not.to.include('2.0%');
  });

  it('has words of its own for the steps of presets, in two languages', async () => {
    const element = await shown(html`<kpi-funnel lang="fr" .result=${result(lead(12_000, 2_040, 240))}></kpi-funnel>`);
    expect(pictured(element)).to.include.members(['Visite', 'Inscription', 'Achat']);
    element.lang = 'en';
    await element.updateComplete;
    expect(pictured(element)).to.include.members(['Visit', 'Sign-up', 'Purchase']);
    expect(textOf(one(element, '.heading'))).to.equal('Conversion funnel');
  });

  it('names steps that may be skipped, and does not count them as losses', async () => {
    const value = { steps: steps(['visit', null, 5_000], ['cart', null, 1_000], ['checkout', null, 20, true], ['purchase', null, 500]) };
    const element = await shown(html`<kpi-funnel lang="en" .result=${result(value)}></kpi-funnel>`);
    expect(pictured(element)).to.include('20 · optional').and.not.to.include('−98.0%');
    expect(mark(element, 'step:2').getAttribute('aria-label')).to.contain('Step 3 of 4, checkout, optional');
  });

  it('draws small funnels by group, best first', async () => {
    const group = (key: string, converted: number) => ({ key, steps: steps(['visit', null, 1_000], ['customer', null, converted]) });
    const value = { steps: steps(['visit', null, 2_000], ['customer', null, 250]), breakdown: [group('email', 200), group('social', 50)] };
    const element = await shown(
      html`<kpi-funnel lang="en" breakdown="channel" .result=${result(value, { params: { breakdown: 'channel' } })}></kpi-funnel>`,
    );
    expect(pictured(element)).to.include.members(['Funnel by channel', 'email', '20.0%', 'social', '5.0%']);
    const picked = selections(element);
    press(mark(element, 'group:0'), 'Enter');
    expect(picked).to.deep.equal([['channel', ['email'], 1_000]]);
  });
});

describe('kpi-funnel: the table', () => {
  it('says what the picture says, and CSV gets it exactly', async () => {
    const element = await shown(html`<kpi-funnel lang="en" .data=${SHOP}></kpi-funnel>`);
    const rows = all(element, 'table tbody tr').map((row) => [...row.children].map(textOf));
    expect(rows.map((row) => row.slice(0, 3))).to.deep.equal([
      ['Visit', '12,000', '—'],
      ['Sign-up', '2,040', '17.0%'],
      ['Purchase', '240', '11.8%'],
    ]);
    const said = pictured(element);
    for (const row of rows) for (const cell of [row[0]!, row[1]!, row[5]!, row[6]!]) if (cell !== '—') expect(said).to.include(cell);
    const csv = element.exportCSV({ separator: ',' });
    expect(csv).to.contain('Sign-up,2040,0.17,').and.to.contain('Purchase,240,0.11764705882352941,');
  });
});

describe('kpi-funnel: keyboard and pointer', () => {
  it('is one tab stop, whose steps the arrows walk through', async () => {
    const element = await shown(html`<kpi-funnel lang="en" .data=${SHOP}></kpi-funnel>`);
    const list = one(element, '[role="listbox"]');
    expect(list.getAttribute('aria-label')).to.equal('Funnel, step by step');
    const options = all(element, '[role="option"]');
    expect(options.map((option) => option.getAttribute('tabindex'))).to.deep.equal(['0', '-1', '-1']);
    mark(element, 'step:0').focus();
    press(mark(element, 'step:0'), 'ArrowDown');
    expect(active(element)).to.equal(mark(element, 'step:1'));
    press(mark(element, 'step:1'), 'End');
    expect(active(element)).to.equal(mark(element, 'step:2'));
  });

  it('says each step in one sentence', async () => {
    const french = await shown(html`<kpi-funnel lang="fr" .result=${result(lead(12_000, 2_040, 240))}></kpi-funnel>`);
    expect(plain(mark(french, 'step:1').getAttribute('aria-label')!)).to.equal(
      'Étape 2 sur 3, inscription : 2 040 visiteurs, 17,0 % de l’étape précédente (intervalle 16,3–17,7 %), 17,0 % au total (intervalle 16,3–17,7 %), perte de 83,0 %.',
    );
    const english = await shown(html`<kpi-funnel lang="en" .data=${CALLS}></kpi-funnel>`);
    expect(plain(mark(english, 'step:1').getAttribute('aria-label')!)).to.equal(
      'Step 2 of 2, Signés: 1, 10.0% of the previous step (interval 1.8–40.4%), 10.0% overall (interval 1.8–40.4%), loss of 90.0%, the largest, small sample (n = 10).',
    );
  });

  it('tells the page which step was picked, by key and by pointer', async () => {
    const element = await shown(html`<kpi-funnel lang="en" .data=${SHOP}></kpi-funnel>`);
    const picked = selections(element);
    press(mark(element, 'step:1'), 'Enter');
    mark(element, 'step:2').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(picked).to.deep.equal([
      ['step', ['Sign-up'], 2_040],
      ['step', ['Purchase'], 240],
    ]);
  });

  it('explains the rate of a step', async () => {
    const element = await shown(html`<kpi-funnel lang="en" .data=${SHOP}></kpi-funnel>`);
    mark(element, 'step:1').focus();
    press(mark(element, 'step:1'), '?');
    await element.updateComplete;
    const words = textOf(one(element, '.explain'));
    expect(words)
      .to.contain('Step rate: Sign-up')
      .and.to.contain('2,040 (Sign-up)')
      .and.to.contain('12,000 (Visit)')
      .and.to.contain('16.3–17.7%');
  });

  it('is a plain list without interaction', async () => {
    const element = await shown(html`<kpi-funnel lang="en" static .data=${SHOP}></kpi-funnel>`);
    expect(all(element, '[role="option"], svg [tabindex]')).to.have.length(0);
    expect(all(element, '[role="list"] > [role="listitem"]').length).to.be.at.least(3);
  });
});

describe('kpi-funnel: settings', () => {
  it('reflects them as attributes and asks the engine for them', async () => {
    const element = await shown(html`<kpi-funnel lang="en" .data=${SHOP}></kpi-funnel>`);
    element.order = 'any';
    element.conversionWindow = 30;
    element.rate = 'step';
    await element.ready;
    expect(element.getAttribute('order')).to.equal('any');
    expect(element.getAttribute('conversion-window')).to.equal('30');
    expect(element.getAttribute('rate')).to.equal('step');
    expect(element.result!.params).to.deep.include({ order: 'any', windowDays: 30, preset: 'auto' });
  });

  it('takes the default for a wrong value, and says so', async () => {
    const warn = console.warn;
    const warnings: string[] = [];
    console.warn = (text: string) => warnings.push(text);
    const element = await shown(
      html`<kpi-funnel
        lang="en"
        preset="tofu"
        order="sideways"
        rate="half"
        breakdown="mood"
        conversion-window="-3"
        .data=${SHOP}
      ></kpi-funnel>`,
    );
    console.warn = warn;
    expect(element.status).to.equal('ready');
    expect(element.result!.params).to.deep.include({ preset: 'auto', order: 'ordered', windowDays: null, breakdown: null });
    for (const name of ['preset', 'order', 'rate', 'breakdown', 'conversion-window']) {
      expect(
        warnings.filter((text) => text.includes(name)),
        name,
      ).to.have.length(1);
    }
  });

  it('follows people through tables, with steps of the page', async () => {
    const data = {
      version: 1,
      visits: [
        { id: 'v1', visitor_id: 'a', started_at: '2025-01-01' },
        { id: 'v2', visitor_id: 'b', started_at: '2025-01-01' },
        { id: 'v3', visitor_id: 'b', started_at: '2025-01-05' },
      ],
    };
    const path = [
      { id: 'came', label: 'Came', table: 'visits' },
      { id: 'again', label: 'Came again', table: 'visits', nth: 2 },
    ];
    const element = await shown(html`<kpi-funnel lang="en" .steps=${path} .data=${data}></kpi-funnel>`);
    expect(pictured(element)).to.include.members(['Came', '2', 'Came again', '1', '50.0%']);
    expect(textOf(one(element, '.finding'))).to.match(/^Too few visitors to conclude: 1 out of 2 \(50\.0%/);
  });

  it('draws from the right on a right-to-left page', async () => {
    const element = await shown(html`<kpi-funnel lang="en" dir="rtl" .data=${SHOP}></kpi-funnel>`);
    const bars = all(element, '.bar').map((bar) => Number(bar.getAttribute('x')) + Number(bar.getAttribute('width')));
    expect(bars[1]).to.be.closeTo(bars[0]!, 0.01);
    expect(bars[2]).to.be.closeTo(bars[0]!, 0.01);
  });
});

describe('kpi-funnel: for everybody', () => {
  const values = {
    shop: result(lead(12_000, 2_040, 240)),
    few: result(counts(['Appels', 10], ['Signés', 1])),
    rising: result(counts(['Appels', 10], ['Signés', 20]), { reasons: [{ code: 'rising-count', detail: 'Signés' }] }),
    partial: result(lead(12_000, 2_040, null), { status: 'partial', reasons: [{ code: 'suppressed' }] }),
    groups: result(
      {
        ...lead(1_000, 100),
        breakdown: [
          { key: 'email', steps: lead(600, 90).steps! },
          { key: null, steps: lead(400, 10).steps! },
        ],
      },
      { params: { breakdown: 'channel' } },
    ),
  };
  const looks = { light: 'color-scheme: light', dark: 'color-scheme: dark; background: #15181d' };
  for (const theme of ['light', 'dark'] as const) {
    for (const [name, given] of Object.entries(values)) {
      it(`passes axe: ${name}, ${theme}`, async () => {
        const element = await shown(html`<kpi-funnel lang="fr" style=${looks[theme]} .result=${given}></kpi-funnel>`);
        await expect(element).to.be.accessible();
      });
    }
  }

  it('passes axe without data and without interaction', async () => {
    await expect(await fixture(html`<kpi-funnel lang="en"></kpi-funnel>`)).to.be.accessible();
    await expect(await shown(html`<kpi-funnel lang="en" static .result=${values.groups}></kpi-funnel>`)).to.be.accessible();
  });
});
