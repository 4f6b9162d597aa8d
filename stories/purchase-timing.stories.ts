import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/purchase-timing/purchase-timing.js';
import { failingSource, framed, pendingSource, type FrameOptions } from './support.js';
import { lonely, ordersOnly, shop, ties } from './timing-data.js';

interface Args {
  purchase: 'first' | 'second' | 'next';
  by: 'none' | 'segment' | 'stage' | 'channel' | 'country';
  marks: string;
  campaign: string;
  horizon: number;
  view: 'all' | 'curves' | 'intervals';
  compact: boolean;
  static: boolean;
}

const data = shop();

/** The widget with the arguments of the story, on these data. */
const widget = (args: Args, given: unknown = data, minGroupSize = 1) =>
  html`<purchase-timing
    .data=${given}
    .purchase=${args.purchase}
    .by=${args.by}
    .marks=${args.marks}
    .campaign=${args.campaign}
    .horizon=${args.horizon}
    view=${args.view}
    min-group-size=${minGroupSize}
    ?compact=${args.compact}
    ?static=${args.static}
  ></purchase-timing>`;

const meta: Meta<Args> = {
  title: 'Widgets/purchase-timing',
  component: 'purchase-timing',
  args: { purchase: 'second', by: 'none', marks: '7 30 60', campaign: 'auto', horizon: 365, view: 'all', compact: false, static: false },
  argTypes: {
    purchase: { control: 'inline-radio', options: ['first', 'second', 'next'] },
    by: { control: 'inline-radio', options: ['none', 'segment', 'stage', 'channel', 'country'] },
    marks: { control: 'text' },
    campaign: { control: 'text' },
    horizon: { control: 'number' },
    view: { control: 'inline-radio', options: ['all', 'curves', 'intervals'] },
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

/** How long newcomers take to their first purchase: what a welcome programme must last. */
export const FirstPurchase: Story = { args: { purchase: 'first' }, decorators: [framed()] };

/** Cadence of those who come back. */
export const LaterPurchases: Story = { args: { purchase: 'next' }, decorators: [framed()] };

export const ByChannel: Story = { args: { purchase: 'first', by: 'channel' }, decorators: [framed()] };
export const BySegment: Story = { args: { by: 'segment' }, decorators: [framed({ width: 960 })] };
export const ByStage: Story = { args: { by: 'stage' }, decorators: [framed({ width: 960 })] };

/** Days of your own to read, and a campaign from the third day to the fourteenth. */
export const OwnMarksAndWindow: Story = { args: { marks: '3 14 45 90', campaign: '3-14' }, decorators: [framed()] };

/** Day by day. */
export const TwoMonths: Story = { args: { purchase: 'first', horizon: 60 }, decorators: [framed()] };

/** Fewer days than the marks and the campaign need: what lies beyond is told in words, and not drawn. */
export const ShortHorizon: Story = { args: { horizon: 20, campaign: '1-60' }, decorators: [framed()] };

/** Who has not bought yet is in no segment. */
export const FirstBySegment: Story = { args: { purchase: 'first', by: 'segment' }, decorators: [framed()] };

export const EightMarksNarrow: Story = { args: { marks: '1 2 3 7 14 30 60 365' }, decorators: [framed({ width: 280 })] };

/** Customers won by the newsletter, through whatever channel they bought again. */
export const FilteredByChannel: Story = {
  render: (args) =>
    html`<purchase-timing .data=${data} .filter=${{ channel: ['Newsletter'] }} purchase=${args.purchase} by=${args.by}></purchase-timing>`,
  decorators: [framed()],
};

export const CurvesOnly: Story = { args: { view: 'curves' }, decorators: [framed()] };
export const IntervalsOnly: Story = { args: { view: 'intervals' }, decorators: [framed()] };

export const Empty: Story = { render: () => html`<purchase-timing></purchase-timing>`, decorators: [framed()] };

export const Loading: Story = {
  render: () => html`<purchase-timing .source=${pendingSource()}></purchase-timing>`,
  decorators: [framed()],
};

export const Error: Story = {
  render: () => html`<purchase-timing .source=${failingSource('http-status', { status: 404 })}></purchase-timing>`,
  decorators: [framed()],
};

/** Orders without registrations: what can be told is told. */
export const Partial: Story = on(ordersOnly(data));

/** Groups of fewer than 40 customers are withheld. */
export const WithheldGroups: Story = { render: (args) => widget({ ...args, by: 'channel' }, data, 40), decorators: [framed()] };

export const OneCustomer: Story = on(lonely());

/** Everybody comes back on the same day. */
export const AllTies: Story = on(ties());

export const HugeNumbers: Story = on(shop(15_000));

export const LongLabels: Story = {
  args: { by: 'channel' },
  ...on(
    shop(1500, [
      'Recommendation by a friend, a colleague or a neighbour',
      'Newsletter of the first Sunday of every month',
      'Searchengineoptimisation',
      'Networks',
    ]),
    { width: 480 },
  ),
};

export const Dark: Story = { args: { by: 'channel' }, decorators: [framed({ theme: 'dark' })] };
export const Narrow: Story = { decorators: [framed({ width: 280 })] };
export const Wide: Story = { args: { by: 'channel' }, decorators: [framed({ width: 1200 })] };
export const French: Story = { decorators: [framed({ lang: 'fr' })] };
export const FrenchNarrowDark: Story = { args: { by: 'channel' }, decorators: [framed({ lang: 'fr', width: 280, theme: 'dark' })] };
export const Rtl: Story = { args: { by: 'channel' }, decorators: [framed({ dir: 'rtl' })] };
export const Compact: Story = { args: { compact: true }, decorators: [framed({ width: 480 })] };

/** For print and reports: nothing to press, nothing that moves. */
export const Static: Story = { args: { static: true }, decorators: [framed()] };
