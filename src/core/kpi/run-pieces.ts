/** Runs a sliced count in one go. */
export function runPieces<T>(pieces: Generator<void, T, void>): T {
  for (;;) {
    const step = pieces.next();
    if (step.done) return step.value;
  }
}
