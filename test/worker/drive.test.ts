import { expect } from 'chai';
import { drive } from '../../src/worker/drive.js';
import { fetchText } from '../../src/worker/fetch-text.js';
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

describe('fetchText', () => {
  const addressOf = (body: BlobPart[]) => URL.createObjectURL(new Blob(body));

  it('decodes characters that are cut by the stream, and drops a byte order mark', async () => {
    const text = 'é€😀'.repeat(100_000);
    const bytes: number[] = [];
    const read = await fetchText(addressOf(['\ufeff', text]), new AbortController().signal, (news) => bytes.push(news.bytes));
    expect(read === text).to.equal(true);
    expect(bytes.at(-1)).to.equal(9 * 100_000 + 3);
  });

  it('knows the total of an uncompressed answer', async () => {
    let total: number | null = 0;
    await fetchText(addressOf(['12345']), new AbortController().signal, ({ totalBytes }) => (total = totalBytes));
    expect(total).to.equal(5);
  });

  it('gives up with its signal', async () => {
    expect((await failure(fetchText(addressOf(['1']), AbortSignal.abort(), () => {}))).code).to.equal('aborted');
  });
});
