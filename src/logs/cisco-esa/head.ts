import { type Block, textOf } from '../block.ts';
import type { Assumptions } from '../format.ts';
import type { TextLine } from '../syslog/text-line.ts';
import { stampReader } from '../syslog/stamp-reader.ts';

/**
 * What stands behind the stamp: nothing in a file of the appliance, host and name of the log subscription in a syslog; then
 * the level. The name is whatever the administrator has called it.
 */
export const LEVEL = /^(.{0,200}?(?:^| ))(?:Info|Warning|Critical|Error|Debug|Trace|Notice|Alert): /;

/** Reads stamp, host and message of the appliance's lines, whether they come as files or by syslog. */
export function esaLineReader(): {
  begin(assumptions: Assumptions): void;
  /** False where the line is none of the appliance's. */
  read(block: Block, start: number, end: number, into: TextLine): boolean;
} {
  const stamp = stampReader();
  return {
    begin: (assumptions) => stamp.begin(assumptions),
    read(block, start, end, into) {
      if (!stamp.read(block, start, end)) return false;
      const text = textOf(block, stamp.end, end).trimStart();
      const level = LEVEL.exec(text);
      if (level === null) return false;
      into.time = stamp.time;
      into.assumed = stamp.assumed;
      into.host = hostIn(level[1] ?? '');
      into.text = text.slice(level[0].length).trimEnd();
      return true;
    },
  };
}

/** `mx7 mail_logs: `, `mx7 mail_logs - - - `; a word alone is the subscription's name. */
function hostIn(head: string): string | undefined {
  const words = head.trim().split(' ');
  const first = words[0] ?? '';
  return words.length < 2 || first.endsWith(':') ? undefined : first;
}
