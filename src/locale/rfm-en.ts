/** English words of `rfm-matrix`. */
import type { RfmTerms } from './rfm-terms.js';

const mean = 'Over the window. Revenue is net, without tax and shipping where they are known.';

export const rfmEn: RfmTerms = {
  heading: 'Recency, frequency and segments',
  customer: 'customer',
  active: 'active customer',
  inactive: 'inactive',
  order: 'order',
  month: 'month',
  quality: { TBC: 'very good', BC: 'good', CO: 'occasional', CTO: 'very occasional' },
  who: (quality) => `${quality} customer`,
  // Adjectives have no plural; all nouns end so.
  plural: (noun) => noun.replace(/(er|th)$/, '$1s'),

  top: (who, one, ofActive, ofRevenue) => `your ${one ? 'only ' : ''}${who} (${ofActive}) ${one ? 'makes' : 'make'} ${ofRevenue}`,
  silent: (who, one, since) => `${who} ${one ? 'has' : 'have'} not bought ${since}`,
  nobody: (who, since) => `none of your ${who} has bought ${since}`,
  since: (months, day) => (months ? `for ${months}` : `since ${day}`),
  oneCustomer: (orders, revenue) => `only one active customer, with ${orders} worth ${revenue}: nothing to compare yet`,
  few: (who, worth) => `${who} worth ${worth}: too few to say which matter most`,
  alike: (who, amount) => `all your ${who} have spent ${amount}: nothing sets good customers apart`,
  oneSegment: (who, segment) => `all your ${who} are in the same segment, ${segment}`,
  noRevenue: (who) => `${who}, but no revenue in the period: no segments`,
  withheld: (who, worth) => `${who} worth ${worth}; the share of the best is withheld, because a group is too small`,
  shortHistory: 'the data do not reach back over the whole window',
  ofActive: (share) => `${share} of active customers`,
  ofRevenue: (share) => `${share} of revenue`,
  worth: (amount) => `${amount} of revenue`,

  axis: { recency: 'Recency: days since the last order', frequency: 'Frequency: orders per customer' },
  cell: (recency, frequency, bins) => `Recency ${recency} of ${bins}, frequency ${frequency} of ${bins}`,
  days: (range) => `${range}\u00a0d`,
  any: 'all',
  legend: 'Customers, coloured by revenue',
  grid: 'Customers by recency and frequency',
  segments: 'Segments',
  total: 'Total',
  perCustomer: 'Per customer',
  ordersEach: 'Orders each',
  none: 'no customers',
  before: (day) => `last order before ${day}`,

  column: {
    from: 'Revenue per customer, from',
    to: 'to',
    customers: 'Customers',
    customerShare: 'Share of customers',
    orders: 'Orders',
    revenue: 'Revenue',
    revenueShare: 'Share of revenue',
    meanOrderCount: 'Orders per customer',
    meanBasket: 'Average order value',
    meanRevenue: 'Revenue per customer',
    meanRecencyDays: 'Mean recency in days',
  },
  cellHeads: ['Recency score', 'Days since the last order', 'Frequency score', 'Orders per customer'],

  figure: {
    'active-customers': ['Active customers', 'Customers with a valid order in the window.', 'number of customers'],
    'mean-recency': [
      'Mean recency',
      'On average over everybody who ever ordered. Without a filter and rounded to months, it gives the automatic window.',
      'days since the last order ÷ customers',
    ],
    'top-20-revenue-share': [
      'Revenue from the top 20%',
      'The 20% of active customers who spend the most.',
      'revenue of the top 20% ÷ revenue',
    ],
    'mean-basket': ['Average order value', mean, 'revenue ÷ orders'],
    'mean-revenue': ['Revenue per customer', mean, 'revenue ÷ active customers'],
    'mean-order-count': ['Orders per customer', mean, 'orders ÷ active customers'],
    gini: [
      'Gini coefficient',
      '0 when all customers spend the same, close to 1 when one spends everything.',
      '2 × area between Lorenz curve and diagonal',
    ],
    'inactive-customers': ['Inactive customers', 'Their last order is before the window.', 'customers − active customers'],
  },
  median: (days) => ` Median: ${days}.`,
  segmentFigure: (id, who, rule) => [
    `Revenue from ${who}`,
    {
      quartile: 'TBC, BC, CO and CTO are the quarters of the active customers, from the biggest spender down.',
      cumulative: 'From the biggest spender down, TBC make up to 50% of revenue, BC 80%, CO 95%, CTO the rest.',
      thresholds: 'CO, BC and TBC begin at the three amounts given; CTO spend less.',
    }[rule],
    `revenue of ${id} ÷ revenue`,
  ],
};
