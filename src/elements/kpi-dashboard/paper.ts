/** The sheet on which a dashboard is printed: pages are a matter of the document, no shadow tree can say how they are. */

const sheet = globalThis.CSSStyleSheet && new CSSStyleSheet();
sheet?.replaceSync('@page{size:A4;margin:14mm 12mm}');

/** A4 upright while the page is printed, as long as a dashboard is on it. */
export function paper(printing: boolean): void {
  const others = document.adoptedStyleSheets.filter((each) => each !== sheet);
  document.adoptedStyleSheets = printing ? [...others, sheet] : others;
}
