import process from 'node:process';

/** Milliseconds of CPU this thread has used: what a parser takes, however busy the machine is. */
export function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
