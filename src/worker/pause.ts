/**
 * Lets everything else that waits have its turn: input, painting, timers, messages. A message to oneself stands in line with
 * the others; `scheduler.yield` would go before them and starve timers and progress, `setTimeout` waits 4 ms for nothing.
 */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
