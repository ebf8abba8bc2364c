import { ANY_TIME } from './any-time.ts';
import type { LineFormat } from './format.ts';
import { hasPageMarks, withoutPageMarks } from './page-marks.ts';
import { BETWEEN } from './syslog/between.ts';
import { stampOf } from './syslog/stamp.ts';

/** Says by a format's grammar whether a line without a stamp is the rest of one that has one. */
export type GoesOn = NonNullable<LineFormat['goesOn']>;

/** Lines one is broken into, and characters of it. Stops a file in which nothing is ever whole. */
const MOST_PIECES = 40;
const LONGEST = 16 * 1024;

/** Whether these first lines of a log are as somebody showed them: broken to fit, or written as a page wants them. */
export function isExcerpt(lines: readonly string[], goesOn: GoesOn): boolean {
  if (lines.some(hasPageMarks)) return true;
  return lines.some((line, at) => isRest(lines[at + 1] ?? '') && !isRest(line) && goesOn(line, lines[at + 1] ?? ''));
}

/** Puts broken lines together where that is certain; the rest is told as it stands. */
export function excerptReader(goesOn: GoesOn, take: (line: string) => void): { line(text: string): void; end(): void } {
  let held: string | undefined;
  let pieces = 0;
  const letGo = (): void => {
    if (held !== undefined) take(held);
    held = undefined;
  };
  return {
    line(shown) {
      const text = withoutPageMarks(shown);
      if (!isRest(text)) {
        letGo();
        [held, pieces] = [text, 1];
        return;
      }
      if (held !== undefined && pieces < MOST_PIECES && held.length < LONGEST && goesOn(held, text)) {
        held = joined(held, text);
        pieces += 1;
        return;
      }
      letGo();
      take(text);
    },
    end: letGo,
  };
}

const isRest = (line: string): boolean => !BETWEEN.test(line.trim()) && stampOf(line, ANY_TIME) === undefined;

/** Blanks, and the marks of a mail that quotes another. */
const LEAD = /^[\s>|]*/;
/** In the middle of an address, a host or an id. */
const WITHIN_BRACKETS = /[<[][^\s<>[\]()]*$/;
const FIELDS: ReadonlySet<string> = new Set(
  'to orig_to from relay conn_use delay delays tls dsn status size nrcpt message-id client'.split(' '),
);

function joined(line: string, next: string): string {
  const rest = next.replace(LEAD, '');
  const before = line.trimEnd();
  if (before.length < line.length) return `${before} ${rest}`;
  const name = /[\w-]*$/.exec(before)?.[0] ?? '';
  const isWithinName = name !== '' && FIELDS.has(name + (/^([\w-]*)=/.exec(rest)?.[1] ?? '='));
  const isWithin = WITHIN_BRACKETS.test(before) || /^[:,)\]>;]/.test(rest) || isWithinName;
  return `${before}${isWithin ? '' : ' '}${rest}`;
}
