/**
 * Widgets of a page draw in turns: once a task has drawn for long enough, the next widget waits for a task of its own, so
 * that many widgets that get their figures at once do not hold the page together.
 */

/** Milliseconds of drawing in one task before the next widget waits. */
const SHARE = 8;

let spent = 0;
const waiting: (() => void)[] = [];

/** A new task: the next one in line draws. */
function nextTask(): void {
  spent = 0;
  waiting.shift()?.();
  if (waiting.length) setTimeout(nextTask);
}

/** Draws at once while this task has time left, else in a later one. */
export async function inTurn(draw: () => void): Promise<void> {
  if (spent >= SHARE || waiting.length) await new Promise<void>((turn) => waiting.push(turn));
  const start = performance.now();
  try {
    draw();
  } finally {
    if (!spent) setTimeout(nextTask);
    spent += performance.now() - start || 0.01;
  }
}
