/** What is looked at in a page that shows a story. */

type Widget = HTMLElement & { ready: Promise<unknown>; updateComplete: Promise<unknown>; status: string; result: unknown };
interface Axe {
  run(node: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/** Runs in the page: waits until every widget of the story has settled, or is known never to, then asks axe. */
export async function inspect(tags: string[], endless: boolean): Promise<string[]> {
  const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
  const widgets = (): Widget[] => [...document.querySelectorAll<Widget>(tags.join())];
  // A widget that has got no data has nothing to tell when it is ready.
  const settled = async (widget: Widget): Promise<unknown> => {
    await widget.updateComplete;
    return widget.status === 'empty' && !widget.result ? null : widget.ready.catch(() => null);
  };
  const isWaiting = ({ status }: Widget): boolean => status === 'loading';
  const all = async (): Promise<void> => {
    // Those of a dashboard may be asked again when the others have answered.
    do await Promise.all(widgets().map(settled));
    while (widgets().some(isWaiting));
  };
  await (endless ? wait(600) : Promise.race([all(), wait(8_000)]));
  const waiting = widgets().filter(isWaiting);
  const problems = endless ? [] : waiting.map(({ localName }) => `${localName} never settled`);
  if (endless && waiting.length === 0) problems.push('no widget is loading');
  if (widgets().length === 0) problems.push('no widget at all');
  const off = ['page-has-heading-one', 'region', 'landmark-one-main', 'html-has-lang', 'document-title'];
  const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, {
    rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
    resultTypes: ['violations'],
  });
  return [
    ...problems,
    ...violations.map(
      (one) => `axe ${one.id}: ${one.nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`).join(' | ')}`,
    ),
  ];
}
