import { expect } from 'chai';
import { inTurn } from '../../src/base/turns.js';

/** Draws for longer than a task's share. */
function heavy(): void {
  const end = performance.now() + 12;
  while (performance.now() < end);
}

describe('turns', () => {
  it('draws at once in a task that has time left', () => {
    let drawn = false;
    void inTurn(() => (drawn = true));
    expect(drawn).to.equal(true);
  });

  it('gives each heavy drawing a task of its own, in the order they came', async () => {
    await new Promise((done) => setTimeout(done, 20));
    let task = 0;
    const tasks: [string, number][] = [];
    const count = new MessageChannel();
    count.port1.onmessage = () => {
      task += 1;
      if (task < 1_000 && tasks.length < 3) count.port2.postMessage(null);
    };
    count.port2.postMessage(null);
    await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        inTurn(() => {
          heavy();
          tasks.push([name, task]);
        }),
      ),
    );
    expect(tasks.map(([name]) => name)).to.deep.equal(['a', 'b', 'c']);
    expect(new Set(tasks.map(([, number]) => number)).size).to.equal(3);
  });

  it('goes on after a drawing that throws', async () => {
    await inTurn(() => {
      throw new Error('broken');
    }).catch(() => null);
    let drawn = false;
    await inTurn(() => (drawn = true));
    expect(drawn).to.equal(true);
  });
});
