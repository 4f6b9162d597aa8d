import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/lifecycle-flow/lifecycle-flow.js';
import type { LifecycleTarget } from '../src/core/kpi/lifecycle-types.js';
import { lifecycleShop, lone, sameDays } from './lifecycle-data.js';
import { failingSource, framed, pendingSource, type FrameOptions } from './support.js';

interface Args {
  preset: 'vigie' | 'emarsys';
  from: string;
  window: string;
  premiumDays: number;
  premiumShare: number | null;
  view: 'all' | 'flow' | 'renewal';
  compact: boolean;
  static: boolean;
}

const data = lifecycleShop();

/** The widget with the arguments of the story, on these data. */
const widget = (args: Args, given: unknown = data, rest: { minGroupSize?: number; targets?: readonly LifecycleTarget[] } = {}) =>
  html`<lifecycle-flow
    .data=${given}
    .preset=${args.preset}
    .from=${args.from}
    .window=${args.window}
    .premiumDays=${args.premiumDays}
    .premiumShare=${args.premiumShare}
    .targets=${rest.targets ?? null}
    view=${args.view}
    min-group-size=${rest.minGroupSize ?? 1}
    ?compact=${args.compact}
    ?static=${args.static}
  ></lifecycle-flow>`;

const meta: Meta<Args> = {
  title: 'Widgets/lifecycle-flow',
  component: 'lifecycle-flow',
  args: { preset: 'vigie', from: '3M', window: '3M', premiumDays: 60, premiumShare: null, view: 'all', compact: false, static: false },
  argTypes: {
    preset: { control: 'inline-radio', options: ['vigie', 'emarsys'] },
    from: { control: 'text' },
    window: { control: 'text' },
    premiumDays: { control: 'number' },
    premiumShare: { control: { type: 'number', min: 0.01, max: 0.99, step: 0.01 } },
    view: { control: 'inline-radio', options: ['all', 'flow', 'renewal'] },
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

/** The stages of Emarsys: active to 90 days, defecting to 365, then inactive; no premium stage. */
export const Emarsys: Story = { args: { preset: 'emarsys', window: 'auto' }, decorators: [framed()] };

/** Premium by rank: the top tenth of the active customers by purchase days. */
export const PremiumByShare: Story = { args: { premiumShare: 0.1 }, decorators: [framed()] };

/** A rate to reach, instead of the best earlier one. */
export const OwnTarget: Story = {
  render: (args) => widget(args, data, { targets: [{ from: 'prospect', to: 'new', rate: 0.2 }] }),
  decorators: [framed()],
};

/** Over a whole year. */
export const Year: Story = { args: { from: '12M' }, decorators: [framed({ width: 1200 })] };

export const PassagesOnly: Story = { args: { view: 'flow' }, decorators: [framed()] };
export const RenewalOnly: Story = { args: { view: 'renewal' }, decorators: [framed({ width: 480 })] };

export const Empty: Story = { render: () => html`<lifecycle-flow></lifecycle-flow>`, decorators: [framed()] };

export const Loading: Story = { render: () => html`<lifecycle-flow .source=${pendingSource()}></lifecycle-flow>`, decorators: [framed()] };

export const Error: Story = {
  render: () => html`<lifecycle-flow .source=${failingSource('http-status', { status: 404 })}></lifecycle-flow>`,
  decorators: [framed()],
};

/** Orders alone tell nothing of prospects. */
export const Partial: Story = on(lifecycleShop(1200, { prospects: false }));

/** The same in French on a narrow page, with too short a history. */
export const NotEnoughHistory: Story = on(lone(150, 90, 20), { lang: 'fr', width: 280 });

/** Groups of fewer than 10 are withheld. */
export const WithheldGroups: Story = { render: (args) => widget(args, data, { minGroupSize: 10 }), decorators: [framed()] };

export const OneCustomer: Story = on(lone(300, 0));

/** Sixty customers who always buy on the same days. */
export const AllTies: Story = on(sameDays());

export const HugeNumbers: Story = on(lifecycleShop(900, { scale: 1e7, currency: 'JPY' }));

/** The longest labels: French, with all the stages that there are. */
export const LongLabels: Story = {
  render: (args) => html`<lifecycle-flow .data=${data} .window=${args.window} inactive-window="12M" from="12M"></lifecycle-flow>`,
  decorators: [framed({ lang: 'fr', width: 320 })],
};

export const Dark: Story = { decorators: [framed({ theme: 'dark' })] };
export const Narrow: Story = { decorators: [framed({ width: 280 })] };
export const Wide: Story = { decorators: [framed({ width: 1200 })] };
export const French: Story = { decorators: [framed({ lang: 'fr' })] };
export const FrenchNarrowDark: Story = { decorators: [framed({ lang: 'fr', width: 280, theme: 'dark' })] };
export const Rtl: Story = { decorators: [framed({ dir: 'rtl' })] };
export const Compact: Story = { args: { compact: true }, decorators: [framed({ width: 480 })] };

/** For print and reports: nothing to press, nothing that moves. */
export const Static: Story = { args: { static: true }, decorators: [framed()] };
