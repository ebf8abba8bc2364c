import { lineSplitter } from '../lines.ts';
import type { RecordEvents, RecordSplitter } from '../record-splitter.ts';
import { BETWEEN } from '../syslog/between.ts';

/**
 * What `journalctl -o verbose` puts over an entry: `Tue 2026-11-24 09:00:05.123456 CET [s=…;i=…;b=…;m=…;t=63f4…;x=…]`, where
 * `t` is the time in microseconds (sd_journal_get_cursor(3)): it needs no zone.
 */
const HEAD = /^\S[^[\]]{0,64} \[s=[\da-f]+;i=[\da-f]+;b=[\da-f]+;m=[\da-f]+;t=([\da-f]{1,14});x=[\da-f]+\]$/;
/** Lines before the first entry: `-- Journal begins at …`. */
const BEGINS = /^(?:-- .* --\r?\n)*\S[^[\]\n]{0,64} \[s=[\da-f]+;i=[\da-f]+;b=[\da-f]+;m=/;
const FIELD = /^ {4}([A-Z_][A-Z\d_]*)=(.*)$/;
/** Characters of one field. Stops a value of a million lines. */
const LONGEST = 1024 * 1024;

export const beginsVerbose = (start: string): boolean => BEGINS.test(start);

/** Entries of `journalctl -o verbose`: a head, and a field to an indented line; a value's further lines are indented deeper. */
export function verboseSplitter({ record, unread }: RecordEvents): RecordSplitter {
  let fields: Record<string, string> | undefined;
  let last = '';

  const tell = (): void => {
    if (fields !== undefined) record(fields);
    fields = undefined;
    last = '';
  };
  const goOn = (line: string): void => {
    const before = fields?.[last];
    if (fields === undefined || before === undefined || !line.startsWith(' ')) unread('no field of an entry', line);
    else if (before.length < LONGEST) fields[last] = `${before}\n${line.trim()}`;
  };

  const lines = lineSplitter({
    line(line) {
      const time = HEAD.exec(line)?.[1];
      if (time !== undefined) {
        tell();
        fields = { __REALTIME_TIMESTAMP: String(Number.parseInt(time, 16)) };
        return;
      }
      if (BETWEEN.test(line.trim())) return;
      const [, name, value = ''] = FIELD.exec(line) ?? [];
      if (name === undefined || fields === undefined) return goOn(line);
      fields[name] ??= value;
      last = name;
    },
    tooLong: (start) => unread('a line that is too long', start),
  });
  return {
    push: (bytes) => lines.push(bytes),
    end() {
      lines.end();
      tell();
    },
  };
}
