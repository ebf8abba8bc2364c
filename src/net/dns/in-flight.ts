/** How many tasks that have started are left in the queue before it is cut: it may never run empty. */
const MOST_STARTED = 1024;

/**
 * Runs at most `limit` tasks at once; the others wait in the order they came. Name servers and sockets drop what comes
 * in a burst, and each drop costs a time-out: 10 000 questions at once are slower than 64.
 */
export function inFlightLimit(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  let queue: (() => void)[] = [];
  let started = 0;

  function release(): void {
    const start = queue[started];
    if (!start) {
      running--;
      return;
    }
    started++;
    if (started === queue.length || started === MOST_STARTED) {
      queue = queue.slice(started);
      started = 0;
    }
    start();
  }

  return async (task) => {
    if (running < limit) running++;
    else await new Promise<void>((resolve) => void queue.push(resolve));
    try {
      return await task();
    } finally {
      release();
    }
  };
}
