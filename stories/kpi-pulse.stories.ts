import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { registerKpi } from '../src/base/own-kpis.js';
import '../src/elements/kpi-pulse/kpi-pulse.js';
import { media, oneOrder, orders, shop, ties } from './pulse-data.js';
import { failingSource, framed, pendingSource } from './support.js';

interface Args {
  set: 'sales' | 'customers' | 'site' | 'email' | 'search' | 'social';
  grain: 'day' | 'week' | 'month' | 'quarter' | 'year';
  compare: 'previous-period' | 'previous-year' | 'none';
  by: '' | 'channel' | 'country' | 'segment' | 'stage';
  open: string;
  periods: number;
  view: 'auto' | 'bars' | 'line';
  kpis: string;
  compact: boolean;
  static: boolean;
}

const data = shop();
const traffic = media();

/** The widget with the arguments of the story, on these data. */
const widget = (args: Args, given: unknown = data, minGroupSize = 1) =>
  html`<kpi-pulse
    .data=${given}
    set=${args.set}
    grain=${args.grain}
    compare=${args.compare}
    by=${args.by}
    open=${args.open}
    periods=${args.periods}
    view=${args.view}
    kpis=${args.kpis}
    min-group-size=${minGroupSize}
    ?compact=${args.compact}
    ?static=${args.static}
  ></kpi-pulse>`;

const meta: Meta<Args> = {
  title: 'Widgets/kpi-pulse',
  component: 'kpi-pulse',
  args: {
    ...{ set: 'sales', grain: 'month', compare: 'previous-period', by: '', open: '', periods: 0, view: 'auto', kpis: '' },
    ...{ compact: false, static: false },
  },
  argTypes: {
    set: { control: 'inline-radio', options: ['sales', 'customers', 'site', 'email', 'search', 'social'] },
    grain: { control: 'inline-radio', options: ['day', 'week', 'month', 'quarter', 'year'] },
    compare: { control: 'inline-radio', options: ['previous-period', 'previous-year', 'none'] },
    by: { control: 'inline-radio', options: ['', 'channel', 'country', 'segment', 'stage'] },
    open: { control: 'text' },
    periods: { control: 'number' },
    view: { control: 'inline-radio', options: ['auto', 'bars', 'line'] },
    kpis: { control: 'text' },
  },
  render: (args) => widget(args),
};

export default meta;
type Story = StoryObj<Args>;

const on = (given: unknown, args: Partial<Args> = {}): Pick<Story, 'args' | 'render' | 'decorators'> => ({
  args,
  render: (all) => widget(all, given),
  decorators: [framed()],
});

export const Default: Story = { decorators: [framed()] };

export const Customers: Story = { args: { set: 'customers' }, decorators: [framed()] };

/** A tile opens to bars; grey marks are the same months of the year before. */
export const OpenWithYearBefore: Story = { args: { open: 'sales-month', compare: 'previous-year' }, decorators: [framed({ width: 1200 })] };

/** A rate opens to a line with its interval. */
export const OpenRate: Story = { args: { set: 'customers', open: 'repeat-rate' }, decorators: [framed()] };

/** From gross to net. */
export const Bridge: Story = { args: { open: 'net-revenue' }, decorators: [framed()] };

export const ByChannel: Story = { args: { open: 'orders', by: 'channel' }, decorators: [framed()] };

/** The parts of a split by segment stand in the order of their value. */
export const BySegment: Story = {
  args: { set: 'customers', open: 'active-customers', by: 'segment' },
  decorators: [framed({ width: 480 })],
};

export const ByStage: Story = { args: { open: 'sales-month', by: 'stage' }, decorators: [framed()] };

export const Site: Story = on(traffic, { set: 'site', open: 'bounce-rate', grain: 'week' });
export const Email: Story = on(traffic, { set: 'email' });
export const Search: Story = on(traffic, { set: 'search' });
export const Social: Story = on(traffic, { set: 'social' });

registerKpi({
  id: 'refund-rate',
  numerator: { refunds: 1, 'lone-refunds': 1 },
  denominator: 'gross',
  unit: 'ratio',
  better: 'down',
  labels: {
    en: { label: 'Refund rate', definition: 'Share of gross revenue paid back.', formula: 'refunds ÷ gross revenue' },
    fr: { label: 'Taux de remboursement', definition: 'Part des revenus bruts remboursée.', formula: 'remboursements ÷ revenus bruts' },
  },
});

/** A set of the page's own, with a figure of its own. */
export const OwnSet: Story = { args: { kpis: 'sales, orders, refund-rate, repeat-rate', open: 'refund-rate' }, decorators: [framed()] };

/** No table of visits: each tile says so. */
export const MissingTables: Story = { args: { set: 'site' }, decorators: [framed()] };

/** Figures of two tables, of which one is missing. */
export const Partial: Story = { args: { kpis: 'sales, orders, visits, bounce-rate' }, decorators: [framed()] };

export const Empty: Story = { render: () => html`<kpi-pulse></kpi-pulse>`, decorators: [framed()] };

export const Loading: Story = { render: () => html`<kpi-pulse .source=${pendingSource()}></kpi-pulse>`, decorators: [framed()] };

export const Error: Story = {
  render: () => html`<kpi-pulse .source=${failingSource('http-status', { status: 404 })}></kpi-pulse>`,
  decorators: [framed()],
};

export const OneCustomer: Story = on(oneOrder());

/** The same sum month after month. */
export const AllTies: Story = on(ties(), { open: 'sales-month' });

/** Days on which fewer than 5 people ordered are withheld. */
export const WithheldGroups: Story = {
  args: { open: 'sales-day' },
  render: (args) => widget(args, shop(orders(1400)), 5),
  decorators: [framed()],
};

export const HugeNumbers: Story = on(shop(orders(2000, { scale: 1e7 }), 'JPY'), { open: 'sales-day' });

export const LongLabels: Story = on(
  shop(orders(2000, { channels: ['marketplaces of the neighbouring countries', 'newsletter of the season'] })),
  {
    open: 'sales-month',
    by: 'channel',
  },
);

export const Dark: Story = { args: { open: 'basket' }, decorators: [framed({ theme: 'dark' })] };
export const Narrow: Story = { decorators: [framed({ width: 280 })] };
export const Wide: Story = { args: { set: 'customers' }, decorators: [framed({ width: 1200 })] };
export const French: Story = { args: { open: 'net-revenue' }, decorators: [framed({ lang: 'fr' })] };
export const FrenchNarrowDark: Story = { args: { open: 'frequency' }, decorators: [framed({ lang: 'fr', width: 280, theme: 'dark' })] };
export const Rtl: Story = { args: { open: 'orders', by: 'country' }, decorators: [framed({ dir: 'rtl' })] };
export const Compact: Story = { args: { compact: true }, decorators: [framed({ width: 480 })] };

/** For print and reports: nothing to press, nothing that moves. */
export const Static: Story = { args: { static: true, open: 'sales-week' }, decorators: [framed()] };
