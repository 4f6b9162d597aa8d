/** Geometry: what is drawn is what is counted, inside the picture, at every width. */
import { expect } from '@open-wc/testing';
import type { ChartFrame } from '../../../src/base/widget.js';
import type { Group } from '../../../src/chart/draw.js';
import { Pen, type Box } from '../../../src/chart/pen.js';
import type { LifecycleFlow, LifecycleResult } from '../../../src/core/kpi/lifecycle-types.js';
import { labelRibbons } from '../../../src/elements/lifecycle-flow/flow-labels.js';
import { lifecycleContext } from '../../../src/elements/lifecycle-flow/lifecycle-context.js';
import { marksIn } from '../../../src/chart/draw.js';
import { layoutLifecycle, lifecycleHeight, type LifecycleView } from '../../../src/elements/lifecycle-flow/lifecycle-layout.js';
import { createSpeech } from '../../../src/locale/speech.js';
import { lifecycle, result, stage } from './fixture.js';

const measure = (text: string): number => 7 * text.length;
const frame = (width: number, rest: Partial<ChartFrame> = {}): ChartFrame => ({
  width,
  compact: false,
  static: false,
  rtl: false,
  measure,
  ...rest,
});
const layout = (value: LifecycleResult = lifecycle(), of = frame(720), view: LifecycleView = 'all') =>
  layoutLifecycle(lifecycleContext(result(value), createSpeech('fr', 'fr')), of, view);

type Shape = Group['inside'][number];
const leaves = (shape: Shape): Exclude<Shape, Group>[] => ('inside' in shape ? shape.inside.flatMap(leaves) : [shape]);
const find = (groups: readonly Group[], id: string): Group =>
  groups.flatMap((group) => [group, ...group.inside.flatMap((one) => ('inside' in one ? [one] : []))]).find(({ mark }) => mark?.id === id)!;
const bar = (groups: readonly Group[], id: string, look = 'node'): Box =>
  find(groups, id).inside.find((shape) => 'look' in shape && shape.look === look) as unknown as Box;
/** Thickness of a ribbon where it begins: from its first point to its last. */
const thickness = (path: string): number => {
  const [first] = /,(-?[\d.]+)C/.exec(path)!.slice(1).map(Number);
  return Number(/,(-?[\d.]+)Z$/.exec(path)![1]) - first;
};

describe('lifecycle-flow: layout', () => {
  it('bars and ribbons are as high as the customers are many, on both sides', () => {
    const { groups } = layout();
    const perCustomer = bar(groups, 'stage-inactive').height / 400;
    for (const { id, customers, before } of lifecycle().stages) {
      expect(bar(groups, `stage-${id}`).height, id).to.be.closeTo(customers! * perCustomer, 1e-6);
      expect(bar(groups, `before-${id}`).height, id).to.be.closeTo(before! * perCustomer, 1e-6);
    }
    // 220 were not known yet.
    expect(bar(groups, 'before-outside').height).to.be.closeTo(220 * perCustomer, 1e-6);
    const [ribbon] = leaves(find(groups, 'flow-inactive-inactive'));
    expect(thickness(ribbon.path!)).to.be.closeTo(300 * perCustomer, 0.2);
  });

  it('stays inside the picture, whatever its width and direction; labels have room', () => {
    for (const width of [200, 280, 480, 720, 900, 1200])
      for (const rtl of [false, true]) {
        const { groups, texts, height } = layout(lifecycle(), frame(width, { rtl }));
        for (const shape of groups.flatMap(leaves)) {
          if (shape.path !== undefined) continue;
          expect(shape.x, `${width}`).to.be.at.least(-0.01);
          expect(shape.x + shape.width, `${width}`).to.be.at.most(width + 0.01);
          expect(shape.y + shape.height).to.be.at.most(height + 0.01);
        }
        for (const { x, text, anchor, look } of texts) {
          // Bold is measured in the size of headings.
          const size = measure(text) * (look.includes('strong') ? (look.includes('note') ? 0.75 : 0.875) / 1.0625 : 1);
          const [start, end] = anchor === 'end' ? [x - size, x] : [x, x + size];
          expect(start, text).to.be.at.least(-0.01);
          expect(end, text).to.be.at.most(width + 0.01);
        }
      }
  });

  it('passages are labelled, the thickest first, and no label lies on another', () => {
    for (const width of [280, 480, 720, 1200])
      for (const rtl of [false, true]) {
        const labels = layout(lifecycle(), frame(width, { rtl }))
          .texts.filter(({ look }) => look === 'note rate')
          .map(({ x, y, text, anchor }) => ({
            text,
            y,
            from: anchor === 'end' ? x - measure(text) : x,
            to: anchor === 'end' ? x : x + measure(text),
          }));
        labels.forEach((one, at) =>
          labels.slice(at + 1).forEach((other) => {
            const apart = one.to <= other.from || other.to <= one.from || Math.abs(one.y - other.y) >= 12;
            expect(apart, `${width} ${one.text} ${other.text}`).to.equal(true);
          }),
        );
        if (width >= 720)
          expect(labels.map(({ text }) => text.replace(/\s/g, ' '))).to.include.members(['97,7 % · 300 · 600 €', '80,0 % · 240 · 600 €']);
      }
  });

  it('labels stand on their own ribbons: on no thin one, and no longer than a steep one stays under them', () => {
    const written = (thick: number, end: number): string[] => {
      const pen = new Pen(frame(400));
      const flow = { from: 'new', to: 'loyal', customers: 120, probability: 0.4, revenue: 600 } as LifecycleFlow;
      labelRibbons(lifecycleContext(result(lifecycle()), createSpeech('fr', 'fr')), pen, [{ flow, thick, start: 100, end }], [0, 400], 1);
      return pen.texts.map(({ text }) => text.replace(/\s/g, ' '));
    };
    expect(written(7, 100)).to.deep.equal([]);
    expect(written(10, 100)).to.deep.equal(['40,0 % · 120 · 600 €']);
    expect(written(10, 140)).to.deep.equal(['40,0 % · 120']);
    expect(written(10, 300)).to.deep.equal([]);
  });

  it('has the height that was promised while loading, whatever the result', () => {
    const values = [lifecycle(), lifecycle({ stages: lifecycle().stages.map((one) => ({ ...one, before: 0, customers: 0 })), flows: [] })];
    for (const view of ['all', 'flow', 'renewal'] as const)
      for (const of of [frame(280), frame(1200), frame(480, { compact: true })])
        for (const value of values) expect(layout(value, of, view).height).to.equal(lifecycleHeight(of, view));
  });

  it('labels of neighbours never touch, even where a stage has one customer of a million', () => {
    const value = lifecycle({
      stages: [
        stage('prospect', 0, 0),
        stage('new', 1, 1),
        stage('loyal', 1, 1),
        stage('premium', 1, 1),
        stage('defecting', 1, 1),
        stage('inactive', 1e6, 1e6),
      ],
      flows: [],
    });
    const { groups } = layout(value, frame(480), 'flow');
    const places = ['prospect', 'new', 'loyal', 'premium', 'defecting', 'inactive'].map(
      (id) => find(groups, `stage-${id}`).inside[0] as Box,
    );
    places.slice(1).forEach((place, at) => expect(place.y).to.be.at.least(places[at].y + 36));
    expect(bar(groups, 'stage-new').height).to.equal(1);
    expect(bar(groups, 'stage-prospect').height).to.equal(0);
  });

  it('numbers are never cut: first the change goes, then they are rounded', () => {
    const value = lifecycle({ stages: [stage('new', 1_234_567, 2_345_678), stage('inactive', 1e6, 1_987_654)], flows: [] });
    const written = (width: number): string[] =>
      layout(value, frame(width), 'flow').texts.map(({ text }) => text.replace(/[\u202f\u00a0]/g, ' '));
    expect(written(720)).to.include('2 345 678 (+1 111 111)');
    expect(written(280)).to.include('2 345 678').and.not.to.include('2 345 678 (+1 111 111)');
    const vast = lifecycle({ stages: [stage('new', 0, 2_345_678_901), stage('inactive', 0, 0)], flows: [] });
    expect(layout(vast, frame(200), 'flow').texts.some(({ text }) => /^2,3\sMd$/.test(text))).to.equal(true);
  });

  it('the waterfall leads from those active before to those active now', () => {
    const { groups } = layout(lifecycle(), frame(720), 'renewal');
    const [start, fresh, again, lost, end] = ['activeAtStart', 'newCustomers', 'reactivated', 'becameInactive', 'activeAtEnd'].map((step) =>
      bar(groups, `renewal-${step}`, 'amount'),
    );
    expect(fresh.x).to.be.closeTo(start.x + start.width, 1e-6);
    expect(again.x).to.be.closeTo(fresh.x + fresh.width, 1e-6);
    expect(lost.x + lost.width).to.be.closeTo(again.x + again.width, 1e-6);
    expect(lost.x).to.be.closeTo(end.x + end.width, 1e-6);
    expect(end.x).to.equal(start.x);
    expect(fresh.width / lost.width).to.be.closeTo(1.2, 1e-6);
  });

  it('is alert to nothing where nobody came and nobody left', () => {
    const quiet = { ...lifecycle().renewal, newCustomers: 0, becameInactive: 0, rate: 0, ratio: null, verdict: 'alert' } as const;
    const { groups, texts } = layout(lifecycle({ renewal: quiet }), frame(720), 'renewal');
    expect(groups.some(({ look }) => look === 'alert')).to.equal(false);
    expect(texts.map(({ text }) => text.replace(/\s/g, ' '))).to.include(
      'Depuis le 30 septembre 2025, aucun nouveau client et aucun devenu inactif.',
    );
    const lost = { ...quiet, becameInactive: 20, rate: -0.04, ratio: 0 };
    expect(layout(lifecycle({ renewal: lost }), frame(720), 'renewal').groups.some(({ look }) => look === 'alert')).to.equal(true);
  });

  it('stands side by side where there is room', () => {
    const top = (width: number): number => bar(layout(lifecycle(), frame(width)).groups, 'renewal-activeAtStart', 'amount').y;
    expect(top(1000)).to.be.below(150);
    expect(top(800)).to.be.above(380);
  });

  it('marks stand in a grid: stages before, passages, stages now; then the steps', () => {
    const marks = layout().groups.flatMap(marksIn);
    const place = (id: string) => marks.filter((mark) => mark.id === id).map(({ row, column }) => [row, column])[0];
    expect([place('before-outside'), place('before-new'), place('flow-new-loyal'), place('stage-new')]).to.deep.equal([
      [0, 0],
      [2, 0],
      [2, 3],
      [2, 99],
    ]);
    expect(place('renewal-activeAtStart')).to.deep.equal([undefined, undefined]);
  });

  it('shows no passage that is withheld, and no prospects whom the data do not know', () => {
    const value = lifecycle({ flows: lifecycle().flows.map((one) => (one.to === 'premium' ? { ...one, customers: null } : one)) });
    expect(
      layout(value)
        .groups.flatMap(marksIn)
        .some(({ id }) => id === 'flow-loyal-premium'),
    ).to.equal(false);
    const unknown = result(lifecycle(), { reasons: [{ code: 'missing-table', detail: 'customers' }] });
    const { groups } = layoutLifecycle(lifecycleContext(unknown, createSpeech('en', 'en')), frame(720), 'flow');
    expect(groups.flatMap(marksIn).some(({ id }) => id === 'stage-prospect')).to.equal(false);
  });
});
