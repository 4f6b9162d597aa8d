/** The sentence over the picture: what a colleague would say, and never more than the data can carry. */
import { whyNoRateNow, type ChurnContext } from './churn-context.js';
import { trendClaim } from './trend-claim.js';
import { FEW } from '../../chart/figures.js';

/** What is known of the customers to watch and at risk; empty where neither number is. */
function silence({ value, currency, terms, format }: ChurnContext): string {
  const [{ customers: watch, revenue }, { customers: risk, revenue: atRisk }] = value.tiers;
  if (!watch && !risk && (watch === null || risk === null)) return '';
  // Not a number where it is not known.
  const money = (watch ? (revenue ?? NaN) : 0) + (risk ? (atRisk ?? NaN) : 0);
  return terms.inDanger(watch, risk, Number.isNaN(money) ? '' : format.moneyCompact(money, currency));
}

function attrition(context: ChurnContext, window: string): string {
  const { value, terms, format } = context;
  const { attritionRate, attritionInterval, attritionBase, trend } = value;
  if (attritionRate === null) return terms.noRate(whyNoRateNow(context, terms.twoWindows(window)));
  const claim = trendClaim(trend);
  const rest = attritionBase < FEW ? terms.few(attritionBase) : claim ? terms.since(claim.rising, claim.months) : '';
  return terms.attrition(format.rate(attritionRate), format.rateInterval(attritionInterval), rest);
}

export function churnFinding(context: ChurnContext): string {
  const { value, terms } = context;
  const { base, active, tiers } = value;
  const { months } = value.window;
  if (base === 0) return terms.noCustomer;
  const window = months === null ? terms.days(tiers[2].afterDays) : terms.months(months);
  const hidden = tiers.flatMap(({ id, customers }) => (customers === null ? [terms.tier[id].toLowerCase()] : []));
  const said = [
    active === 0 ? terms.allInactive(base, window) : silence(context),
    hidden.length > 0 ? terms.withheldTiers(hidden.join(', ')) : '',
  ];
  return [...said, attrition(context, window)].filter(Boolean).join(' ');
}
