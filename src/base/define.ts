/** Gives a class its tag, unless the page has that already. */
export function define(tag: string, type: CustomElementConstructor): void {
  // Missing on a server.
  const tags = globalThis.customElements as CustomElementRegistry | undefined;
  if (tags && !tags.get(tag)) tags.define(tag, type);
}
