import { LONGEST_MAX_AGE } from '../../protocols/mta-sts-policy.ts';
import { plural } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';
import { policyWith, RECORD, served } from './example-policy.ts';
import { fieldOf, lineSpan, NEW_ID, policyToJudge } from './judged.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** RFC 8461 §3.2 expects weeks or more; a week is what is usual. */
const SHORT = 7 * DAY;

export default defineCheck({
  id: 'mta-sts/max-age',
  title: 'Senders remember the MTA-STS policy for a week or longer',
  refs: [
    { label: 'RFC 8461 §3.2', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-3.2' },
    { label: 'RFC 8461 §10.2', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-10.2' },
  ],
  why: 'The policy protects by being remembered: who can suppress the DNS record or the policy host only has to wait until senders have forgotten it. Senders that write to the domain less often than that are never protected.',
  fix: 'Set `max_age` to between 604800 (a week) and 31557600 (a year), once the policy enforces',
  needs: ['mtaSts'],
  messages: {
    brief: {
      level: 'warning',
      text: 'Senders forget the MTA-STS policy after {age}, so it hardly protects against anybody who can wait',
    },
    short: { level: 'note', text: 'Senders forget the MTA-STS policy after {age}, where weeks are expected' },
    high: {
      level: 'warning',
      text: '`max_age: {seconds}` is more than the {most} seconds there may be, and some senders discard the MTA-STS policy',
    },
  },
  examples: [
    { name: 'a week', zone: RECORD, web: served(), expect: [] },
    { name: 'a year', zone: RECORD, web: served(policyWith('max_age', 'max_age: 31557600')), expect: [] },
    { name: 'an hour', zone: RECORD, web: served(policyWith('max_age', 'max_age: 3600')), expect: ['brief'] },
    { name: 'no time at all', zone: RECORD, web: served(policyWith('max_age', 'max_age: 0')), expect: ['brief'] },
    { name: 'a day', zone: RECORD, web: served(policyWith('max_age', 'max_age: 86400')), expect: ['short'] },
    {
      name: 'an hour, while testing',
      zone: RECORD,
      web: served(['version: STSv1', 'mode: testing', 'mx: mail.example.com', 'max_age: 3600']),
      expect: [],
    },
    { name: 'milliseconds', zone: RECORD, web: served(policyWith('max_age', 'max_age: 604800000')), expect: ['high'] },
    {
      name: 'no number, which is another matter',
      zone: RECORD,
      web: served(policyWith('max_age', 'max_age: 7d')),
      expect: [],
    },
    { name: 'no policy', zone: RECORD, web: served({ code: 404 }), expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ mtaSts }, findings) {
    const parsed = policyToJudge(mtaSts, findings);
    const field = parsed === undefined ? undefined : fieldOf(parsed, 'max_age');
    const seconds = parsed?.value.maxAge;
    if (parsed === undefined || field === undefined || seconds === undefined) return;
    const at = lineSpan(mtaSts, parsed, field);
    if (seconds > LONGEST_MAX_AGE) {
      const fix = `write \`max_age: ${LONGEST_MAX_AGE}\` or less, ${NEW_ID}`;
      findings.add('high', { seconds, most: LONGEST_MAX_AGE }, { at, fix });
    }
    // While a policy is tried out, or taken back, a short time is prudent.
    if (seconds >= SHORT || parsed.value.mode !== 'enforce') return;
    findings.add(seconds < DAY ? 'brief' : 'short', { age: spoken(seconds) }, { at });
  },
});

/** In the largest unit that fits. */
function spoken(seconds: number): string {
  if (seconds >= DAY) return plural(Math.floor(seconds / DAY), 'day');
  if (seconds >= HOUR) return plural(Math.floor(seconds / HOUR), 'hour');
  return plural(seconds, 'second');
}
