/** The promise's value, unless the user interrupts first: then it throws at once, and what is under way is left to itself. */
export async function untilInterrupted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop: (() => void) | undefined;
  const interruption = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, interruption]);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}
