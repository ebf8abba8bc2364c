import { type Block, byteAt, plainTextOf } from '../block.ts';
import { spanCache, spanNames } from '../span-cache.ts';
import type { SyslogLine } from './line.ts';
import { SEVERITY } from './odd-head.ts';
import { digitsEnd } from './process-id.ts';

/** A tag with a slash and a process id; before it perhaps the whole head of a line, as it was written in a container. */
const INNER =
  /^(?:(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\d.:+Z-]{0,24}) {1,8}(?:([\w.-]{1,255}) {1,8})?)?([\w.-]{1,64}(?:\/[\w.-]{1,64}){1,4})\[(\d{1,10})\]: +/;
/** Characters in which it ends. */
const LOOKED_AT = 192;

const OPEN = 0x5b;
const CLOSE = 0x5d;
const COLON = 0x3a;

/**
 * Reads the line that another program hands on in its own: `journal: postfix/smtp[7]: …`, and what Docker's driver for
 * syslog makes of it, `docker/mail[812]: Nov  9 10:52:13 mail postfix/smtp[7]: …`. False where the message begins with no
 * such head; the time is that of the line around it.
 */
export function innerHeadReader<Program>(
  programOf: (tag: string) => Program,
): (block: Block, place: SyslogLine<Program>, lineEnd: number) => boolean {
  const hosts = spanNames();
  const programs = spanCache(programOf);
  return (block, place, lineEnd) => {
    const most = Math.min(lineEnd, place.at + LOOKED_AT);
    // Most lines of others have no such thing: only where one has is a text made of it.
    const open = byteAt(block, OPEN, place.at, most);
    const close = digitsEnd(block, open + 1, most);
    if (close <= open + 1 || block.bytes[close] !== CLOSE || block.bytes[close + 1] !== COLON) return false;
    const match = INNER.exec(plainTextOf(block, place.at, most));
    if (match === null) return false;
    const [whole, host, tag = '', pid = ''] = match;
    const { at } = place;
    const pidAt = at + whole.lastIndexOf('[') + 1;
    const tagAt = pidAt - 1 - tag.length;
    const hostAt = at + whole.lastIndexOf(host ?? '', tagAt - 1 - at);
    if (host !== undefined && !SEVERITY.test(host)) place.host = hosts(block, hostAt, hostAt + host.length);
    place.program = programs(block, tagAt, tagAt + tag.length);
    place.pidAt = pidAt;
    place.pidEnd = pidAt + pid.length;
    place.at = at + whole.length;
    return true;
  };
}
