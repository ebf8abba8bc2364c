// Loaded into a measured process by --import: says at its end, on file descriptor 3, what it used. Plain JavaScript,
// because stripping types would be measured, too.
import { readFileSync, writeSync } from 'node:fs';

process.once('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakKiB: highWaterMark() ?? maxRSS }));
});

/** Linux's own mark of this program, where there is one: maxRSS begins with the size the parent had when it forked. */
function highWaterMark() {
  try {
    const mark = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return mark === undefined ? undefined : Number(mark);
  } catch {
    return undefined;
  }
}
