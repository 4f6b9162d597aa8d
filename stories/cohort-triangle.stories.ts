import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/cohort-triangle/cohort-triangle.js';
import { alike, cohortShop, oneCustomer } from './cohort-data.js';
import { failingSource, frame, framed, pendingSource, type FrameOptions } from './support.js';

interface Args {
  metric: 'retention' | 'rolling' | 'revenue' | 'margin' | 'basket' | 'tbc';
  by: 'month' | 'week' | 'quarter' | 'channel' | 'country' | 'product';
  grain: 'month' | 'week' | 'quarter';
  periods: number;
  newMonths: number;
  compact: boolean;
  static: boolean;
}

const data = cohortShop();

/** The widget with the arguments of the story, on these data. */
const widget = (args: Args, given: unknown = data, minGroupSize = 1) =>
  html`<cohort-triangle
    .data=${given}
    metric=${args.metric}
    by=${args.by}
    grain=${args.grain}
    periods=${args.periods}
    new-months=${args.newMonths}
    min-group-size=${minGroupSize}
    ?compact=${args.compact}
    ?static=${args.static}
  ></cohort-triangle>`;

const meta: Meta<Args> = {
  title: 'Widgets/cohort-triangle',
  component: 'cohort-triangle',
  args: { metric: 'retention', by: 'month', grain: 'month', periods: 13, newMonths: 6, compact: false, static: false },
  argTypes: {
    metric: { control: 'inline-radio', options: ['retention', 'rolling', 'revenue', 'margin', 'basket', 'tbc'] },
    by: { control: 'inline-radio', options: ['month', 'week', 'quarter', 'channel', 'country', 'product'] },
    grain: { control: 'inline-radio', options: ['month', 'week', 'quarter'] },
    periods: { control: { type: 'number', min: 1, max: 60 } },
    newMonths: { control: { type: 'number', min: 1, max: 12 } },
  },
  render: (args) => widget(args),
};

export default meta;
type Story = StoryObj<Args>;

const on = (given: unknown, options: FrameOptions = {}): Pick<Story, 'render' | 'decorators'> => ({
  render: (args) => widget(args, given),
  decorators: [framed(options)],
});

export const Default: Story = { decorators: [framed({ width: 960 })] };

/** In the period or later: young cohorts have had less time. */
export const Rolling: Story = { args: { metric: 'rolling' }, decorators: [framed({ width: 960 })] };

/** What a customer has brought so far, and when that pays back what he cost: the framed cells. */
export const Revenue: Story = { args: { metric: 'revenue' }, decorators: [framed({ width: 960 })] };
export const Margin: Story = { args: { metric: 'margin' }, decorators: [framed({ width: 960 })] };
export const Basket: Story = { args: { metric: 'basket' }, decorators: [framed()] };
export const VeryGoodCustomers: Story = { args: { metric: 'tbc' }, decorators: [framed()] };

export const ByWeek: Story = { args: { by: 'week', periods: 26 }, decorators: [framed({ width: 960 })] };
export const ByQuarter: Story = { args: { by: 'quarter' }, decorators: [framed()] };
export const ByChannel: Story = { args: { by: 'channel' }, decorators: [framed({ width: 960 })] };
export const ByCountry: Story = { args: { by: 'country', grain: 'quarter', metric: 'revenue' }, decorators: [framed()] };
export const ByFirstProduct: Story = { args: { by: 'product' }, decorators: [framed()] };

export const Empty: Story = { render: () => html`<cohort-triangle></cohort-triangle>`, decorators: [framed()] };

export const Loading: Story = {
  render: () => html`<cohort-triangle .source=${pendingSource()}></cohort-triangle>`,
  decorators: [framed()],
};

export const Error: Story = {
  render: () =>
    html`<cohort-triangle
      .source=${failingSource('missing-column', { table: 'orders', column: 'total', columns: 'id, date' })}
    ></cohort-triangle>`,
  decorators: [framed()],
};

/** Margin needs unit costs on the lines of the orders. */
export const Partial: Story = { args: { metric: 'margin' }, ...on({ ...data, order_lines: [], products: [], ad_spend: [] }) };

/** Cohorts and cells of fewer than 20 customers are withheld. */
export const Withheld: Story = { render: (args) => widget(args, data, 20), decorators: [framed({ width: 960 })] };

export const OneCustomer: Story = on(oneCustomer(), { width: 480 });
export const AllTies: Story = on(alike(), { width: 480 });
export const HugeNumbers: Story = { args: { metric: 'revenue' }, ...on(cohortShop({ scale: 5_000_000 }), { width: 480 }) };

/** Names that are longer than there is room, in a currency without a short sign. */
export const LongLabels: Story = {
  args: { by: 'channel', metric: 'revenue' },
  render: (args) =>
    html`${frame(
      { lang: 'fr', width: 320 },
      widget(
        args,
        cohortShop({
          currency: 'CHF',
          channels: ['Recommandation d’un proche ou d’un collègue', 'Campagne d’automne dans la presse régionale', 'Direct'],
        }),
      ),
    )}`,
};

export const Dark: Story = { decorators: [framed({ theme: 'dark', width: 960 })] };
export const Narrow: Story = { decorators: [framed({ width: 280 })] };
export const NarrowDark: Story = { args: { metric: 'revenue' }, decorators: [framed({ width: 280, theme: 'dark', lang: 'fr' })] };
export const Wide: Story = { args: { metric: 'margin' }, decorators: [framed({ width: 1200 })] };
export const French: Story = { decorators: [framed({ lang: 'fr', width: 960 })] };
export const Rtl: Story = { decorators: [framed({ dir: 'rtl' })] };
export const Compact: Story = { args: { compact: true }, decorators: [framed({ width: 480 })] };

/** For print and reports: one picture, nothing to press. */
export const Static: Story = { args: { static: true }, decorators: [framed()] };
