/**
 * Maison Alba, an invented French shop for home and table. The shape (one-time buyers, gaps, baskets, weekdays) follows
 * measured facts of real shops: CDNOW and UCI Online Retail; the names and levels are ours.
 */
import { dayFromCivil } from '../../src/core/calendar/civil-day.js';

export const settings = {
  seed: 20260630,
  firstDay: dayFromCivil(2023, 7, 1),
  lastDay: dayFromCivil(2026, 6, 30),
  /** People with an account or an order; some of them never order. */
  people: 14_200,
  /** Share who register and never buy. */
  prospects: 0.13,
  /** Orders a week ~ Gamma(shape, rate in weeks), drop-out after an order ~ Beta(a, b). */
  purchases: { shape: 0.62, rateWeeks: 7.6, a: 0.7, b: 2.3 },
  /** Log of the basket in euros: mean, spread between people and within one. */
  basket: { mean: 3.93, between: 0.5, within: 0.55 },
  /** Anonymous visits for each order of that period. */
  visitsPerOrder: 33,
  monthlyGrowth: 1.012,
} as const;

/** Index of each month, January first, mean about 1: sales in January and end of June, a calm August, the year's end. */
export const months = [0.92, 0.74, 0.86, 0.9, 1.06, 1.02, 0.9, 0.66, 1.0, 1.12, 1.46, 1.36] as const;
/** Monday first. */
export const weekdays = [1.08, 1.04, 1.02, 1.0, 0.9, 0.86, 1.1] as const;
/** Shares of the day's orders by local hour. */
export const hours: readonly (readonly [number, number])[] = [
  [7, 0.02],
  [8, 0.04],
  [9, 0.06],
  [10, 0.07],
  [11, 0.07],
  [12, 0.09],
  [13, 0.09],
  [14, 0.06],
  [15, 0.05],
  [16, 0.05],
  [17, 0.06],
  [18, 0.06],
  [19, 0.06],
  [20, 0.08],
  [21, 0.08],
  [22, 0.05],
  [23, 0.01],
];

export const channels: readonly (readonly [string, number])[] = [
  ['Recherche naturelle', 0.34],
  ['Google Ads', 0.19],
  ['Instagram', 0.15],
  ['Direct', 0.13],
  ['E-mail', 0.11],
  ['Affiliation', 0.05],
  ['Bouche-à-oreille', 0.03],
];
/** Where visits without an order come from: many look in from Instagram, few leave an e-mail unread. */
export const visitChannels: readonly (readonly [string, number])[] = [
  ['Recherche naturelle', 0.31],
  ['Google Ads', 0.21],
  ['Instagram', 0.25],
  ['Direct', 0.1],
  ['E-mail', 0.05],
  ['Affiliation', 0.06],
  ['Bouche-à-oreille', 0.02],
];
export const countries: readonly (readonly [string, number])[] = [
  ['France', 0.87],
  ['Belgique', 0.07],
  ['Suisse', 0.03],
  ['Luxembourg', 0.02],
  ['Espagne', 0.01],
];
export const devices: readonly (readonly [string, number])[] = [
  ['mobile', 0.61],
  ['ordinateur', 0.33],
  ['tablette', 0.06],
];

/** Name, category, price with tax and cost without it, in euros; those bought most come first. */
export const products: readonly (readonly [string, string, number, number])[] = [
  ['Bougie parfumée figuier', 'Maison > Senteurs', 24, 7.1],
  ['Torchon en lin lavé', 'Table > Linge', 14, 4.6],
  ['Tasse en grès émaillé', 'Table > Vaisselle', 18, 6.2],
  ['Savon d’Alep surgras', 'Bain > Soins', 9, 2.4],
  ['Assiette creuse en grès', 'Table > Vaisselle', 22, 8.3],
  ['Serviette de bain nid d’abeille', 'Bain > Linge', 34, 13.5],
  ['Diffuseur fleur d’oranger', 'Maison > Senteurs', 39, 12.2],
  ['Carafe en verre soufflé', 'Table > Verrerie', 42, 16.8],
  ['Coussin en laine bouclée', 'Maison > Textile', 49, 20.4],
  ['Panier tressé en palmier', 'Maison > Rangement', 45, 17.5],
  ['Nappe en lin 170 × 250', 'Table > Linge', 89, 37],
  ['Plaid en laine mérinos', 'Maison > Textile', 119, 52.5],
  ['Coffret de six verres', 'Table > Verrerie', 72, 30.1],
  ['Lampe à poser en céramique', 'Maison > Luminaires', 129, 58],
  ['Parure de lit en percale', 'Chambre > Linge', 149, 66.5],
  ['Tapis tissé main 140 × 200', 'Maison > Textile', 289, 141],
];

/** Paid channels: euros a day at the start, euros a click. */
export const spending: readonly (readonly [string, number, number])[] = [
  ['Google Ads', 46, 0.42],
  ['Instagram', 31, 0.31],
  ['Affiliation', 9, 0.55],
];
