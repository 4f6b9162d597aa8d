import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/churn-alerts/churn-alerts.js';
import { faithful, longCodes, names, shop, silent, ties } from './churn-data.js';
import { failingSource, framed, pendingSource, type FrameOptions } from './support.js';

interface Args {
  window: string;
  limit: number;
  trendMonths: number;
  tier: '' | 'watch' | 'risk' | 'inactive';
  sort: string;
  view: 'all' | 'chart';
  compact: boolean;
  static: boolean;
}

const data = shop();

/** The widget with the arguments of the story, on these data. */
const widget = (args: Args, given: unknown = data, rest: { minGroupSize?: number; labels?: typeof names } = {}) =>
  html`<churn-alerts
    .data=${given}
    .window=${args.window}
    .limit=${args.limit}
    .trendMonths=${args.trendMonths}
    .tier=${args.tier}
    .sort=${args.sort}
    .labels=${rest.labels ?? null}
    view=${args.view}
    min-group-size=${rest.minGroupSize ?? 1}
    ?compact=${args.compact}
    ?static=${args.static}
  ></churn-alerts>`;

const meta: Meta<Args> = {
  title: 'Widgets/churn-alerts',
  component: 'churn-alerts',
  args: { window: 'auto', limit: 100, trendMonths: 12, tier: '', sort: 'revenue', view: 'all', compact: false, static: false },
  argTypes: {
    window: { control: 'text' },
    limit: { control: 'number' },
    trendMonths: { control: 'number' },
    tier: { control: 'inline-radio', options: ['', 'watch', 'risk', 'inactive'] },
    sort: { control: 'select', options: ['revenue', 'silence', 'last-order', 'orders', 'customer', 'revenue-asc', 'orders-asc'] },
    view: { control: 'inline-radio', options: ['all', 'chart'] },
  },
  render: (args) => widget(args),
};

export default meta;
type Story = StoryObj<Args>;

const on = (given: unknown, options: FrameOptions = {}): Pick<Story, 'args' | 'render' | 'decorators'> => ({
  args: { window: '3M' },
  render: (args) => widget(args, given),
  decorators: [framed(options)],
});

export const Default: Story = { decorators: [framed()] };

/** A window in days, when the months of the calendar do not fit the business. */
export const NinetyDays: Story = { args: { window: '90D' }, decorators: [framed()] };

/** Whom to win back first: those at risk, the longest silence on top. */
export const AtRiskBySilence: Story = { args: { tier: 'risk', sort: 'silence' }, decorators: [framed()] };

/** Names that the page supplies stay in the page: no event and no export holds them. */
export const RevealedLabels: Story = { render: (args) => widget(args, data, { labels: names }), decorators: [framed()] };

/** The picture without the list. */
export const PictureOnly: Story = { args: { view: 'chart' }, decorators: [framed()] };

export const Empty: Story = { render: () => html`<churn-alerts></churn-alerts>`, decorators: [framed()] };

export const Loading: Story = { render: () => html`<churn-alerts .source=${pendingSource()}></churn-alerts>`, decorators: [framed()] };

export const Error: Story = {
  render: () => html`<churn-alerts .source=${failingSource('http-status', { status: 404 })}></churn-alerts>`,
  decorators: [framed()],
};

/** Tiers need one window of history, attrition needs two: what can be told is told. */
export const Partial: Story = on(silent(0, 3, 8, 40, 41, 44, 70, 71, 72, 80));

/** The same in French on a narrow page. */
export const NotEnoughHistory: Story = on(silent(0, 3, 8, 40, 41, 44, 70, 71, 72, 80), { lang: 'fr', width: 280 });

/** Nobody is silent: the widget says so, and that is all. */
export const NobodyAtRisk: Story = on(faithful());

/** Groups of fewer than 400 are withheld, and nobody is listed. */
export const WithheldGroups: Story = { render: (args) => widget(args, data, { minGroupSize: 400 }), decorators: [framed()] };

export const OneCustomer: Story = on(silent(0));

/** Sixty customers of the same value and the same silence: the list is ordered by code. */
export const AllTies: Story = on(ties());

export const HugeNumbers: Story = on(shop(300, { scale: 1e7, currency: 'JPY' }));

export const LongLabels: Story = on(longCodes());

export const Dark: Story = { decorators: [framed({ theme: 'dark' })] };
export const Narrow: Story = { decorators: [framed({ width: 280 })] };
export const Wide: Story = { decorators: [framed({ width: 1200 })] };
export const French: Story = { decorators: [framed({ lang: 'fr' })] };
export const FrenchNarrowDark: Story = { decorators: [framed({ lang: 'fr', width: 280, theme: 'dark' })] };
export const Rtl: Story = { decorators: [framed({ dir: 'rtl' })] };
export const Compact: Story = { args: { compact: true }, decorators: [framed({ width: 480 })] };

/** For print and reports: nothing to press, nothing that moves. */
export const Static: Story = { args: { static: true }, decorators: [framed()] };
