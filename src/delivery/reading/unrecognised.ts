import { cutOff } from '../../core/cut-off.ts';
import { recogniseBytes } from '../../intake/recognise.ts';
import type { LogFormat } from '../../logs/format.ts';
import { type Head, recogniseLog } from '../../logs/recognise.ts';
import { hasStamps } from '../../logs/syslog/recognise.ts';

/** A text in no format that is known. */
export interface Unrecognised {
  readonly error: string;
  /** Whether it looks like a table or an export, which a mapping can tell how to read. */
  readonly mappable: boolean;
}

const START_LENGTH = 80;
/** What a row or an object begins with, as far as it is shown. */
const ROW_OR_OBJECT = /^(?:\s*[[{]|.*[;,\t])/;

/** Why a text is nobody's. */
export function unrecognised(head: Head, bytes: Uint8Array, formats: readonly LogFormat[]): Unrecognised {
  const { lines } = head;
  const because = (why: string, mappable = false): Unrecognised => ({
    error: `no log that is known: ${why}`,
    mappable,
  });
  const first = lines.find((line) => line.trim() !== '') ?? '';
  if (first === '') return because('nothing but blank lines');
  const content = recogniseBytes(bytes);
  if (content.kind === 'other') return because(`looks like ${content.looksLike}`);
  const timeless = formatButForStamps(head, formats);
  if (timeless !== undefined)
    return because(`lines like those of ${timeless.title}, and none says when it was written`);
  const start = cutOff(first, START_LENGTH);
  return because(`begins with \`${start}${first.length > START_LENGTH ? '…' : ''}\``, ROW_OR_OBJECT.test(start));
}

/** What the lines would be of, if they had stamps: whoever copies them often leaves these out. */
function formatButForStamps({ lines, records }: Head, formats: readonly LogFormat[]): LogFormat | undefined {
  if (records.length > 0 || hasStamps(lines)) return undefined;
  for (const stamp of ANY_STAMPS) {
    const stamped = lines.map((line) => stamp + line.trimStart());
    const likely = formats.filter((format) => format.shape === 'lines' && format.recognise(stamped) >= MOSTLY_ITS_OWN);
    const format = recogniseLog({ lines: stamped, records: [], held: [], columns: [], rows: [] }, likely);
    if (format !== undefined) return format;
  }
  return undefined;
}
/** How sure it is where half of the lines are: any text may have one that is like a server's. */
const MOSTLY_ITS_OWN = 0.75;
/** Of a syslog, and of a server's own file. */
const ANY_STAMPS = ['2000-01-01T00:00:00Z mx ', '2000-01-01 00:00:00 '];
