/**
 * Widgets of a page draw in turns: once a task has drawn for long enough, the next widget waits for a task of its own, so
 * that many widgets that get their figures at once do not hold the page together. The browser lays out what was drawn, which takes
 * longer than to draw it: once there is enough, the next widget waits until that is painted.
 */
import { pause } from '../source/pause.js';
import { afterPaint } from './ready.js';

/** Milliseconds of work in one task before the next widget waits, and of drawing in one frame. */
const SHARE = 8;
const FRAME_SHARE = 12;
/** Milliseconds for which a frame is waited for: hidden pages have none. */
const FRAME = 34;

/** The task that brings the library has enough to do. */
let spent = SHARE;
let unpainted = 0;
let isComing = false;
const waiting: (() => void)[] = [];

/** A new task: the next one in line has its turn. */
async function nextTask(): Promise<void> {
  if (isComing) return;
  isComing = true;
  await (unpainted >= FRAME_SHARE ? new Promise<void>((painted) => afterPaint(painted, FRAME)) : pause());
  isComing = false;
  spent = 0;
  waiting.shift()?.();
}

/**
 * Works at once while this task and this frame have time left, else in a later one.
 * @param draws The browser will have to lay out what comes of it.
 */
export async function inTurn(work: () => void, draws = false): Promise<void> {
  if (spent >= SHARE || unpainted >= FRAME_SHARE || waiting.length)
    await new Promise<void>((turn) => {
      waiting.push(turn);
      void nextTask();
    });
  const start = performance.now();
  try {
    work();
  } finally {
    const time = performance.now() - start;
    spent += time;
    if (draws) {
      if (!unpainted) afterPaint(() => (unpainted = 0), FRAME);
      unpainted += time;
    }
    void nextTask();
  }
}

void nextTask();
