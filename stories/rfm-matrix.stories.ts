import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/rfm-matrix/rfm-matrix.js';
import { few, oneCustomer, shop, ties } from './rfm-data.js';
import { failingSource, frame, framed, pendingSource, type FrameOptions } from './support.js';

interface Args {
  window: string;
  bins: 3 | 4 | 5;
  segments: 'quartile' | 'cumulative' | 'thresholds';
  thresholds: [number, number, number] | null;
  mode: 'vigie' | 'rfm-r';
  view: 'matrix' | 'segments';
  compact: boolean;
  static: boolean;
}

const data = shop();

/** The widget with the arguments of the story, on these data. */
const widget = (args: Args, given: unknown = data, minGroupSize = 1) =>
  html`<rfm-matrix
    .data=${given}
    .window=${args.window}
    .bins=${args.bins}
    .segments=${args.segments}
    .thresholds=${args.thresholds}
    .mode=${args.mode}
    view=${args.view}
    min-group-size=${minGroupSize}
    ?compact=${args.compact}
    ?static=${args.static}
  ></rfm-matrix>`;

const meta: Meta<Args> = {
  title: 'Widgets/rfm-matrix',
  component: 'rfm-matrix',
  args: {
    window: 'auto',
    bins: 5,
    segments: 'quartile',
    thresholds: null,
    mode: 'vigie',
    view: 'matrix',
    compact: false,
    static: false,
  },
  argTypes: {
    window: { control: 'text' },
    bins: { control: 'inline-radio', options: [3, 4, 5] },
    segments: { control: 'inline-radio', options: ['quartile', 'cumulative', 'thresholds'] },
    thresholds: { control: 'object' },
    mode: { control: 'inline-radio', options: ['vigie', 'rfm-r'] },
    view: { control: 'inline-radio', options: ['matrix', 'segments'] },
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

export const ThreeBins: Story = { args: { bins: 3 }, decorators: [framed()] };
export const FourBins: Story = { args: { bins: 4 }, decorators: [framed()] };

/** From the biggest spender down: 50, 80 and 95 % of the revenue. */
export const Cumulative: Story = { args: { segments: 'cumulative' }, decorators: [framed({ width: 960 })] };

/** Amounts of the page's own. */
export const Thresholds: Story = { args: { segments: 'thresholds', thresholds: [50, 150, 400] }, decorators: [framed({ width: 960 })] };

/** Over all time nobody is inactive. */
export const AllTime: Story = { args: { window: 'all' }, decorators: [framed({ width: 960 })] };
export const ThreeMonths: Story = { args: { window: '3M' }, decorators: [framed()] };
export const NinetyDays: Story = { args: { window: '90D' }, decorators: [framed()] };

/** Scores as the R package rfm gives them. */
export const RfmR: Story = { args: { mode: 'rfm-r' }, decorators: [framed()] };

/** Only the two bars and the figures of the segments. */
export const Segments: Story = { args: { view: 'segments' }, decorators: [framed()] };

export const Empty: Story = { render: () => html`<rfm-matrix></rfm-matrix>`, decorators: [framed()] };

export const Loading: Story = { render: () => html`<rfm-matrix .source=${pendingSource()}></rfm-matrix>`, decorators: [framed()] };

export const Error: Story = {
  render: () =>
    html`<rfm-matrix .source=${failingSource('missing-column', { table: 'orders', column: 'total', columns: 'id, date' })}></rfm-matrix>`,
  decorators: [framed()],
};

/** The window reaches back further than the data do. */
export const Partial: Story = { args: { window: '60M' }, decorators: [framed()] };

/** Cells and segments of fewer than 25 customers are withheld. */
export const Withheld: Story = { render: (args) => widget(args, data, 25), decorators: [framed({ width: 960 })] };

export const Few: Story = on(few());
export const OneCustomer: Story = on(oneCustomer(), { width: 480 });
export const AllTies: Story = on(ties(), { width: 480 });
export const HugeNumbers: Story = on(shop(4000, { scale: 5_000_000 }), { width: 480 });

/** The longest words of both languages, a currency without a short sign, and little room. */
export const LongLabels: Story = {
  render: (args) => html`${frame({ lang: 'fr', width: 320 }, widget(args, shop(900, { scale: 40, currency: 'CHF' })))}`,
};

export const Dark: Story = { decorators: [framed({ theme: 'dark', width: 960 })] };
export const Narrow: Story = { decorators: [framed({ width: 280 })] };
export const NarrowDark: Story = { decorators: [framed({ width: 280, theme: 'dark', lang: 'fr' })] };
export const Wide: Story = { decorators: [framed({ width: 1200 })] };
export const French: Story = { decorators: [framed({ lang: 'fr', width: 960 })] };
export const Rtl: Story = { decorators: [framed({ dir: 'rtl' })] };
export const Compact: Story = { args: { compact: true }, decorators: [framed({ width: 480 })] };

/** For print and reports: one picture, nothing to press. */
export const Static: Story = { args: { static: true }, decorators: [framed()] };
