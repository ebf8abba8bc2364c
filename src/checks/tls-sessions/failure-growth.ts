import { percent } from '../../core/format.ts';
import type { DaySessions } from '../../tls-report/tls-reports.ts';
import { defineCheck } from '../define-check.ts';

/** Days on both sides, and failed sessions behind the middle, below which a change says nothing. */
const FEWEST_DAYS = 2;
const FEWEST_FAILURES = 10;
/** How many times the share must grow: reports differ by half from one day to the next. */
const GROWTH = 2;

export default defineCheck({
  id: 'tls-sessions/failure-growth',
  title: 'Failures of TLS do not become more frequent',
  refs: [{ label: 'RFC 8460 §1', url: 'https://www.rfc-editor.org/rfc/rfc8460#section-1' }],
  why: 'A share of failures that grows comes from something that changed: a new mail host, a certificate that was renewed on some hosts only, or somebody on the way who takes TLS away.',
  fix: 'Look for what changed on the days before the growth: `sendaudit tlsrpt` lists them',
  needs: ['tlsReports'],
  messages: {
    growing: {
      level: 'warning',
      text: 'The share of sessions with {domain} that fail grew from {before} to {after} between {first} and {last}',
    },
  },
  examples: [
    {
      name: 'a host that lost STARTTLS in the middle of the period',
      tlsSessions: [
        { policy: 'sts testing', day: '2026-10-01', successful: 100 },
        { policy: 'sts testing', day: '2026-10-02', successful: 99, failed: 1, result: 'validation-failure' },
        { policy: 'sts testing', day: '2026-10-03', successful: 80, failed: 20, result: 'starttls-not-supported' },
        { policy: 'sts testing', day: '2026-10-04', successful: 75, failed: 25, result: 'starttls-not-supported' },
      ],
      zone: '',
      expect: ['growing'],
    },
    {
      name: 'a fault that was mended',
      tlsSessions: [
        { policy: 'sts testing', day: '2026-10-01', successful: 50, failed: 50, result: 'validation-failure' },
        { policy: 'sts testing', day: '2026-10-02', successful: 50, failed: 50, result: 'validation-failure' },
        { policy: 'sts testing', day: '2026-10-03', successful: 99, failed: 1, result: 'validation-failure' },
        { policy: 'sts testing', day: '2026-10-04', successful: 100 },
      ],
      zone: '',
      expect: [],
    },
    {
      name: 'two days, which show no course of things',
      tlsSessions: [
        { policy: 'sts testing', day: '2026-10-01', successful: 100 },
        { policy: 'sts testing', day: '2026-10-02', failed: 100, result: 'validation-failure' },
      ],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ tlsReports }, findings) {
    const byDomain = new Map<string, DaySessions[]>();
    for (const day of tlsReports.days) byDomain.set(day.domain, [...(byDomain.get(day.domain) ?? []), day]);
    for (const [domain, days] of byDomain) {
      const middle = Math.floor(days.length / 2);
      if (middle < FEWEST_DAYS) continue;
      const [before, after] = [sumOf(days.slice(0, middle)), sumOf(days.slice(middle))];
      if (after.failed < FEWEST_FAILURES || before.all === 0) continue;
      if (after.failed / after.all < (GROWTH * before.failed) / before.all) continue;
      const params = {
        domain: domain === '' ? 'a domain that is not told' : domain,
        before: percent(before.failed, before.all),
        after: percent(after.failed, after.all),
        first: days[0]?.day ?? '',
        last: days.at(-1)?.day ?? '',
      };
      findings.add('growing', params, domain === '' ? {} : { subject: domain });
    }
  },
});

function sumOf(days: readonly DaySessions[]): { readonly failed: number; readonly all: number } {
  const failed = days.reduce((sum, day) => sum + day.failed, 0);
  return { failed, all: days.reduce((sum, day) => sum + day.successful, failed) };
}
