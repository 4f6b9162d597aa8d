/** The sentence over the picture: what a colleague would say, and never more than the data can carry. */
import { directionOf, largestOpportunity, passageName, whyNoRate, type LifecycleContext } from './lifecycle-context.js';

function renewalText(context: LifecycleContext): string {
  const { value, terms, format } = context;
  const { newCustomers, becameInactive, rate } = value.renewal;
  if (rate === null || newCustomers === null || becameInactive === null) return terms.noRate(whyNoRate(context));
  return terms.came(newCustomers, becameInactive, format.date(value.dates.from), format.change(rate));
}

export function lifecycleFinding(context: LifecycleContext): string {
  const { value, terms, format, days, compact } = context;
  const { reactivated, activeAtStart, activeAtEnd } = value.renewal;
  // Who came back is not in the rate: the base may grow where that falls.
  const base = activeAtStart === null || activeAtEnd === null ? '' : ([format.count(activeAtStart), format.count(activeAtEnd)] as const);
  const said = [renewalText(context), reactivated ? terms.cameBack(reactivated, base) : ''];
  const best = largestOpportunity(context);
  if (best) {
    const [target, rate] = [best.target, best.probability].map(format.rate);
    said.push(
      terms.largest(passageName(context, best), target, rate, compact(best.opportunity), terms.days(days), directionOf(best) === 'down'),
    );
  }
  return said.filter(Boolean).join(' ');
}
