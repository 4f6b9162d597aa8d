/** The sentence above the picture: what the data can carry, and no more. */
import { sentence } from '../../base/states.js';
import { FEW } from '../../chart/figures.js';
import type { RfmContext } from './rfm-context.js';

/** What is said of the active customers. */
function active({ value, base, terms, format, count, money }: RfmContext): string {
  const { customers, revenue, orders, segments } = value;
  const all = count(customers, terms.active);
  const present = segments.filter((segment) => segment.customers !== 0);
  const [top] = present;
  if (customers === 1) return terms.oneCustomer(count(orders, terms.order), money(revenue));
  if (revenue <= 0 || !top) return terms.noRevenue(all);
  const worth = terms.worth(money(revenue));
  if (customers < FEW) return terms.few(all, worth);
  if (top.customers === null) return terms.withheld(all, worth);
  const who = terms.who(terms.quality[top.id]);
  if (present.length === 1) return top.from === top.to ? terms.alike(all, money(top.from)) : terms.oneSegment(all, terms.plural(who));
  const one = base.isOne(top.customers);
  const [ofCustomers, ofRevenue] = [top.customerShare, top.revenueShare].map(format.rate);
  return terms.top(one ? who : count(top.customers, who), one, terms.ofActive(ofCustomers), terms.ofRevenue(ofRevenue));
}

/** What is said of the inactive ones. */
function silent({ value, base, terms, format, count }: RfmContext): string {
  const { months, from } = value.window;
  const one = base.isOne(value.inactive!);
  const who = count(value.inactive, terms.customer);
  const since = terms.since(months ? count(months, terms.month, '\u00a0') : '', format.date(from));
  return value.customers || one ? terms.silent(who, one, since) : terms.nobody(who, since);
}

export function rfmFinding(context: RfmContext): string {
  const { value, base, terms, reasons } = context;
  const said = [
    value.customers && active(context),
    value.inactive && value.window.rule !== 'all' && silent(context),
    reasons.some(({ code }) => code === 'not-enough-history') && terms.shortHistory,
  ].filter(Boolean);
  return said.length ? sentence(`${said.join(base.semicolon)}.`) : '';
}
