/** Words of the demo page; the widgets bring their own. */
export const texts = {
  fr: {
    switches: 'Affichage',
    language: 'Langue',
    theme: 'Thème',
    themeAuto: 'Automatique',
    themeLight: 'Clair',
    themeDark: 'Sombre',
    width: 'Largeur',
    widthFull: 'Pleine',
    kicker: 'Rapport clients · juillet 2023 – juin 2026',
    title: 'Qui achète, qui revient, qui s’éloigne',
    lead: 'Trois ans de commandes d’une boutique de la maison et de la table, lus et calculés dans cette page : aucune donnée n’en sort. Maison Alba est une boutique inventée ; ses chiffres viennent d’un générateur.',
    footer: 'Montants hors taxes, hors livraison, remboursements déduits. Jours comptés à l’heure de Paris.',
  },
  en: {
    switches: 'Display',
    language: 'Language',
    theme: 'Theme',
    themeAuto: 'Automatic',
    themeLight: 'Light',
    themeDark: 'Dark',
    width: 'Width',
    widthFull: 'Full',
    kicker: 'Customer report · July 2023 – June 2026',
    title: 'Who buys, who comes back, who drifts away',
    lead: 'Three years of orders of a home and table shop, read and calculated inside this page: no data leaves it. Maison Alba is an invented shop; its figures come from a generator.',
    footer: 'Amounts without tax and shipping, refunds deducted. Days counted in Paris time.',
  },
} as const;

export type DemoText = keyof (typeof texts)['fr'];
