import { html, type TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define.js';
import { longCodes, shop, silent, ties, type Orders } from './churn-data.js';
import { failingSource, framed, pendingSource, type FrameOptions } from './support.js';

interface Args {
  period: string;
  compare: 'previous-period' | 'previous-year' | 'none';
  wall: boolean;
  static: boolean;
  compact: boolean;
}

const CHANNELS = ['E-mail', 'Search', 'Instagram', 'A channel with a name that is longer than anyone would like it to be'];
const COUNTRIES = ['France', 'Belgium', 'Switzerland'];

/** With a channel and a country for each order. */
const placed = ({ orders, ...rest }: Orders) => ({
  ...rest,
  orders: orders.map((order, i) => ({ ...order, channel: CHANNELS[(i * i) % 4], country: COUNTRIES[i % 7 < 4 ? 0 : (i % 2) + 1] })),
});

const { orders, ...rest } = placed(shop());
/** The shop of the other stories, and some rows that cannot be read. */
const data = {
  ...rest,
  orders: [
    ...orders,
    { order_id: 'x1', customer_id: 'C-1', created_at: 'tomorrow', total: 10 },
    { order_id: 'x2', customer_id: 'C-1', created_at: '2025-11-01', total: 'free' },
  ],
};

const steps = [
  { step: 'Visit', count: 12_400 },
  { step: 'Basket', count: 1_860 },
  { step: 'Order', count: 310 },
];

const widgets = html`<rfm-matrix></rfm-matrix>
  <churn-alerts view="chart"></churn-alerts>
  <kpi-funnel .data=${steps}></kpi-funnel>`;

/** Stories are shown one beside the other on a page of documentation: none may write its state into the address. */
const board = (
  args: Args,
  given: Partial<{ data: unknown; source: unknown; filter: unknown }> = { data },
  inside: unknown = widgets,
): TemplateResult =>
  html`<kpi-dashboard
    .data=${given.data ?? null}
    .source=${given.source ?? null}
    .filter=${given.filter ?? null}
    period=${args.period}
    compare=${args.compare}
    ?wall=${args.wall}
    ?static=${args.static}
    ?compact=${args.compact}
    no-hash
    >${inside}</kpi-dashboard
  >`;

const meta: Meta<Args> = {
  title: 'Widgets/kpi-dashboard',
  component: 'kpi-dashboard',
  args: { period: 'all', compare: 'previous-period', wall: false, static: false, compact: false },
  argTypes: {
    period: { control: 'select', options: ['all', '12M', '90D', '30D', 'year', 'month', 'previous-month', '2025-01-01/2025-06-30'] },
    compare: { control: 'inline-radio', options: ['previous-period', 'previous-year', 'none'] },
  },
  render: (args) => board(args),
};

export default meta;
type Story = StoryObj<Args>;

const on = (given: Parameters<typeof board>[1], options: FrameOptions = {}): Pick<Story, 'render' | 'decorators'> => ({
  render: (args) => board(args, given),
  decorators: [framed({ width: 'full', ...options })],
});

export const Default: Story = { decorators: [framed({ width: 'full' })] };
/** Period, channel and tier chosen: the widget that draws the tiers shows which one is picked. */
export const Filtered: Story = {
  render: (args) =>
    html`<div
      @kpi-ready=${{
        capture: true,
        handleEvent: ({ target }: Event) =>
          (target as Element).localName === 'kpi-dashboard' &&
          (target as HTMLElementTagNameMap['kpi-dashboard']).setState({
            period: '12M',
            filter: { channel: ['E-mail', 'Search'], tier: ['watch'] },
          }),
      }}
    >
      ${board(args)}
    </div>`,
  decorators: [framed({ width: 'full' })],
};
export const French: Story = on({ data }, { lang: 'fr' });
export const Dark: Story = on({ data }, { theme: 'dark' });
export const Rtl: Story = on({ data }, { dir: 'rtl' });
export const Narrow: Story = on({ data }, { width: 280, lang: 'fr' });
export const Medium480: Story = on({ data }, { width: 480 });
export const Wide1200: Story = on({ data }, { width: 1200 });
export const Static: Story = { args: { static: true }, ...on({ data }) };
export const Compact: Story = { args: { compact: true }, ...on({ data }) };
/** A filter of the page itself: nobody can remove it. */
export const FilterOfThePage: Story = on({ data, filter: { country: ['Belgium'] } });
/** Nothing is left: each widget says so. */
export const NothingLeft: Story = on({ data, filter: { channel: ['Pigeon post'] } });
export const OneCustomer: Story = on({ data: placed(silent(1)) });
/** A history too short for all figures: what can be told is told. */
export const Partial: Story = on({ data: placed(silent(0, 3, 8, 40, 41, 44, 70, 71, 72, 80)) });
export const AllTies: Story = on({ data: placed(ties()) });
export const HugeNumbers: Story = on({ data: placed(shop(300, { scale: 1e7, currency: 'JPY' })) });
export const LongLabels: Story = on({ data: placed(longCodes()) });
export const Empty: Story = on({});
export const Loading: Story = on({ source: pendingSource() });
export const Error: Story = on({ source: failingSource('mixed-currency', { currencies: 'EUR, USD' }) });
/** A widget elsewhere on the page names the dashboard to which it belongs; two without one share a filter by the name of their group. */
export const Elsewhere: Story = {
  render: (args) =>
    html`<div>
      <div id="story-shop-place">
        <kpi-dashboard id="story-shop" .data=${data} period=${args.period} no-hash><rfm-matrix></rfm-matrix></kpi-dashboard>
      </div>
      <churn-alerts for="story-shop" view="chart"></churn-alerts>
      <rfm-matrix .data=${data} view="segments" filter-group="story"></rfm-matrix>
      <churn-alerts .data=${data} view="chart" filter-group="story"></churn-alerts>
    </div>`,
  decorators: [framed({ width: 'full' })],
};
