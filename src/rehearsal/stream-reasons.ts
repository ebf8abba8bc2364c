import { DAY_SECONDS } from '../core/day.ts';
import { count, plural } from '../core/format.ts';
import { ALIGNED_SHARE } from '../traffic/totals.ts';
import { whoseIs } from '../streams/whose.ts';
import type { Reason } from './readiness-reason.ts';
import type { StreamOutcome } from './rehearse.ts';
import { FEWEST_DAYS_OF_STREAM, FEWEST_IN_STREAM } from './thresholds.ts';

/** What single streams of your own have against them. */
export function streamReasons(streams: readonly StreamOutcome[]): Reason[] {
  const reasons: Reason[] = [];
  for (const { stream, after } of streams) {
    if (whoseIs(stream.class) !== 'ours') continue;
    const who = `${stream.name} from ${stream.headerFrom}`;
    const days = (stream.lastSeen - stream.firstSeen) / DAY_SECONDS;
    const isThin = stream.messages < FEWEST_IN_STREAM || days < FEWEST_DAYS_OF_STREAM;
    if (after.fail > after.messages * (1 - ALIGNED_SHARE))
      reasons.push({
        kind: isThin ? 'caution' : 'against',
        code: 'failing-stream',
        text: `${who}: ${count(after.fail)} of ${plural(after.messages, 'message')} fail`,
      });
    else if (stream.dkimAligned === 0 && stream.spfAligned > 0)
      reasons.push({
        kind: 'caution',
        code: 'spf-only',
        text: `${who} passes by SPF alone (${plural(stream.messages, 'message')}): forwarded copies would be refused`,
      });
    if (isThin)
      reasons.push({
        kind: 'caution',
        code: 'thin-stream',
        text: `${who} was seen too little to be known: ${plural(stream.messages, 'message')} within ${plural(Math.max(1, Math.ceil(days)), 'day')}`,
      });
  }
  return reasons;
}
