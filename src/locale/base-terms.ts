/** Words of the base class: states, toolbar, errors, explain popover. */
export interface BaseTerms {
  readonly language: 'en' | 'fr';
}
