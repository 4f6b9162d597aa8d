import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/kpi-funnel/kpi-funnel.js';
import type { FunnelParams } from '../src/core/kpi/funnel-types.js';
import { calls, shop, year } from './funnel-data.js';
import { failingSource, frame, framed, pendingSource, type FrameOptions } from './support.js';

interface Args {
  preset: FunnelParams['preset'];
  order: FunnelParams['order'];
  breakdown: FunnelParams['breakdown'];
  rate: 'overall' | 'step';
  compact: boolean;
  static: boolean;
}

const data = shop();

/** The widget with the arguments of the story, on these data. */
const widget = (args: Args, given: unknown = data) =>
  html`<kpi-funnel
    .data=${given}
    .preset=${args.preset}
    .order=${args.order}
    .breakdown=${args.breakdown}
    .rate=${args.rate}
    ?compact=${args.compact}
    ?static=${args.static}
  ></kpi-funnel>`;

const meta: Meta<Args> = {
  title: 'Widgets/kpi-funnel',
  component: 'kpi-funnel',
  args: { preset: 'auto', order: 'ordered', breakdown: null, rate: 'overall', compact: false, static: false },
  argTypes: {
    preset: { control: 'select', options: ['auto', 'counts', 'lead', 'ecommerce', 'aarrr', 'aida'] },
    order: { control: 'inline-radio', options: ['ordered', 'strict', 'any'] },
    breakdown: { control: 'select', options: [null, 'channel', 'country', 'device'] },
    rate: { control: 'inline-radio', options: ['overall', 'step'] },
  },
  render: (args) => widget(args),
};

export default meta;
type Story = StoryObj<Args>;

const on = (given: unknown, options: FrameOptions = {}): Pick<Story, 'render' | 'decorators'> => ({
  render: (args) => widget(args, given),
  decorators: [framed(options)],
});

export const Default: Story = { decorators: [framed()] };

export const Lead: Story = { args: { preset: 'lead' }, decorators: [framed()] };
export const Ecommerce: Story = { args: { preset: 'ecommerce' }, decorators: [framed()] };
export const Aarrr: Story = { args: { preset: 'aarrr' }, decorators: [framed()] };
export const Aida: Story = { args: { preset: 'aida' }, decorators: [framed()] };

/** Counts that somebody has already: no tables needed. */
export const Counts: Story = on(year);

/** Steps of the page's own. */
export const OwnSteps: Story = {
  render: () =>
    html`<kpi-funnel
      .data=${data}
      .steps=${[
        { id: 'came', label: 'Came', table: 'visits' },
        { id: 'engaged', label: 'Read two pages or more', table: 'visits', minPages: 2 },
        { id: 'cart', label: 'Filled a basket', table: 'events', types: ['add_to_cart'], optional: true },
        { id: 'order', label: 'Ordered', table: 'orders' },
      ]}
    ></kpi-funnel>`,
  decorators: [framed()],
};

export const RateOfThePreviousStep: Story = { args: { rate: 'step' }, decorators: [framed()] };

/** One small funnel for each channel, best first. */
export const Breakdown: Story = { args: { breakdown: 'channel' }, decorators: [framed({ width: 960 })] };
export const BreakdownNarrow: Story = { args: { breakdown: 'device' }, decorators: [framed({ width: 280 })] };

/** The checkout may be skipped: it is drawn smaller, and no loss is counted for it. */
export const OptionalStep: Story = { args: { preset: 'ecommerce' }, decorators: [framed({ width: 480 })] };

/** Ten calls, one signature: the rate says that it stands on ten. */
export const SmallSample: Story = on(calls, { lang: 'fr', width: 480 });

export const Empty: Story = { render: () => html`<kpi-funnel></kpi-funnel>`, decorators: [framed()] };
export const NoFigures: Story = on([
  { step: 'Calls', count: 0 },
  { step: 'Signed', count: 0 },
]);

export const Loading: Story = { render: () => html`<kpi-funnel .source=${pendingSource()}></kpi-funnel>`, decorators: [framed()] };

export const Error: Story = {
  render: () => html`<kpi-funnel .source=${failingSource('http-status', { status: 404 })}></kpi-funnel>`,
  decorators: [framed()],
};

/** Orders are missing: what can be told is told, and what is missing is named. */
export const Partial: Story = on({ ...data, orders: undefined });

/** Groups of fewer than 30 are withheld. */
export const Withheld: Story = {
  render: () => html`<kpi-funnel .data=${shop(400)} preset="lead" breakdown="channel" min-group-size="30"></kpi-funnel>`,
  decorators: [framed()],
};

export const OneCustomer: Story = on(shop(1));

/** Every step loses the same share: none is pointed at. */
export const AllTies: Story = on([
  { step: 'Asked', count: 8000 },
  { step: 'Met', count: 4000 },
  { step: 'Offered', count: 2000 },
  { step: 'Signed', count: 1000 },
]);

export const RisingCounts: Story = on([
  { step: 'Calls', count: 100 },
  { step: 'Signed', count: 240 },
]);

export const HugeNumbers: Story = on([
  { step: 'Impressions', count: 9_007_199_254_740_991 },
  { step: 'Clicks', count: 81_234_567_890_123 },
  { step: 'Orders', count: 912_345 },
]);

export const LongLabels: Story = on(
  [
    { step: 'People who received the reminder e-mail about their abandoned basket in the course of the month', count: 18_200 },
    { step: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft', count: 5_100 },
    { step: 'Orders confirmed and paid before the end of the campaign, all countries together', count: 830 },
  ],
  { width: 480 },
);

export const Dark: Story = { args: { breakdown: 'device' }, decorators: [framed({ theme: 'dark' })] };
export const Narrow: Story = { decorators: [framed({ width: 280 })] };
export const Wide: Story = { decorators: [framed({ width: 1200 })] };
export const French: Story = { args: { breakdown: 'device' }, decorators: [framed({ lang: 'fr' })] };
export const FrenchNarrowDark: Story = { decorators: [framed({ lang: 'fr', width: 280, theme: 'dark' })] };
export const Rtl: Story = { args: { breakdown: 'device' }, decorators: [framed({ dir: 'rtl' })] };
export const Compact: Story = { args: { compact: true }, decorators: [framed({ width: 480 })] };

/** For print and reports: nothing to press, nothing that moves. */
export const Static: Story = { args: { static: true }, decorators: [framed()] };

/** In two languages side by side, on the same data. */
export const TwoLanguages: Story = {
  render: (args) => html`${frame({ lang: 'en', width: 480 }, widget(args))} ${frame({ lang: 'fr', width: 480 }, widget(args))}`,
};
