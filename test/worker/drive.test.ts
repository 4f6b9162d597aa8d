import { expect } from 'chai';
import { drive } from '../../src/worker/drive.js';
import { Scan } from '../../src/core/ingest/scan/scan.js';
import { readUrl } from '../../src/worker/read-url.js';
import { failure } from './fixture.js';

function* count(to: number): Generator<number, string, void> {
  for (let n = 1; n <= to; n++) yield n;
  return 'done';
}

describe('drive', () => {
  it('returns what the generator returns, and tells each step', async () => {
    const steps: number[] = [];
    expect(
      await drive(
        count(3),
        8,
        () => false,
        (step) => steps.push(step),
      ),
    ).to.equal('done');
    expect(steps).to.deep.equal([1, 2, 3]);
  });

  it('gives up at the first pause after it was stopped', async () => {
    let stop = false;
    const endless = drive(count(Infinity), 0, () => stop);
    setTimeout(() => (stop = true));
    expect((await failure(endless)).code).to.equal('aborted');
  });

  it('lets timers and messages through while it works', async () => {
    let heard = 0;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => heard++;
    const running = drive(count(Infinity), 0, () => heard === 2);
    port2.postMessage(null);
    setTimeout(() => heard++);
    await failure(running);
    expect(heard).to.equal(2);
    port1.close();
  });

  it('passes on what the generator throws', async () => {
    function* broken(): Generator<void, never, void> {
      yield;
      throw new RangeError('broken');
    }
    expect((await failure(drive(broken(), 8, () => false))).message).to.equal('broken');
  });
});

describe('readUrl', () => {
  const addressOf = (body: BlobPart[]) => URL.createObjectURL(new Blob(body));
  const quiet = { slice: 8, tell: () => {}, signal: new AbortController().signal };

  it('reads characters that are cut by the stream, drops a byte order mark, and lets others have their turn', async () => {
    const word = 'é€😀'.repeat(20);
    const rows = Array.from({ length: 20_000 }, (_, id) => ({ id, word }));
    const bytes: number[] = [];
    const scan = new Scan();
    const reading = {
      ...quiet,
      slice: 0,
      url: addressOf(['\ufeff', JSON.stringify(rows)]),
      tell: (news: { bytes: number }) => void bytes.push(news.bytes),
    };
    expect(await readUrl(scan, reading, '')).to.equal('');
    const table = scan.finish().bare;
    expect([table?.length, table?.columns.get('word')?.value(19_999)]).to.deep.equal([20_000, word]);
    expect(bytes.at(-1)).to.equal(new TextEncoder().encode(JSON.stringify(rows)).length + 3);
  });

  it('knows the total of an uncompressed answer', async () => {
    let total: number | null = 0;
    await readUrl(new Scan(), { ...quiet, url: addressOf(['[1,2]']), tell: ({ totalBytes }) => (total = totalBytes) }, '');
    expect(total).to.equal(5);
  });

  it('gives up with its signal', async () => {
    expect((await failure(readUrl(new Scan(), { ...quiet, url: addressOf(['1']), signal: AbortSignal.abort() }, ''))).code).to.equal(
      'aborted',
    );
  });

  it('passes on what is wrong in the bytes', async () => {
    expect((await failure(readUrl(new Scan(), { ...quiet, url: addressOf(['[{"a":tru}]']) }, ''))).code).to.equal('bad-json');
  });
});
