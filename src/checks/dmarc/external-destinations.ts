import { parseDmarc } from '../../protocols/dmarc.ts';
import type { ReportDestination } from '../../sources/report-destinations.ts';
import { defineCheck } from '../define-check.ts';
import { detailOf, recordToJudge } from './judged-record.ts';

export default defineCheck({
  id: 'dmarc/external-destinations',
  title: 'Whoever gets reports from outside has agreed to it in DNS',
  refs: [
    { label: 'RFC 9990 §4', url: 'https://www.rfc-editor.org/rfc/rfc9990#section-4' },
    { label: 'RFC 7489 §7.1', url: 'https://www.rfc-editor.org/rfc/rfc7489#section-7.1' },
  ],
  why: 'So that nobody can be flooded with reports, senders of reports look for a record by which the destination agrees. Where there is none they must not send: the reports are lost, and nobody is told.',
  fix: 'Have the destination publish `v=DMARC1;` at the name; report services do so when the domain is added to the account',
  needs: ['dmarc', 'dmarcRecord', 'reportDestinations'],
  messages: {
    unwilling: {
      level: 'error',
      text: '`{destination}` has not agreed to get reports about `{domain}`, so aggregate reports for it are not sent',
    },
    failure: {
      level: 'note',
      text: '`{destination}` has not agreed to get reports about `{domain}`, so failure reports for it are not sent',
    },
    diverted: {
      level: 'error',
      text: '`{destination}` diverts reports to `{other}`, which makes its agreement void, so they are not sent',
    },
  },
  examples: [
    { name: 'an address of the domain', zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.com"', expect: [] },
    { name: 'one of a sub-domain', zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@mail.example.com"', expect: [] },
    {
      name: 'a service that agrees',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@reports.net"\nreports.net. MX 10 mx.reports.net.\nexample.com._report._dmarc.reports.net. TXT "v=DMARC1"',
      expect: [],
    },
    {
      name: 'a service that agrees to everything',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@reports.net"\nreports.net. MX 10 mx.reports.net.\n*._report._dmarc.reports.net. TXT "v=DMARC1;"',
      expect: [],
    },
    {
      name: 'a service that does not',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@reports.net; ruf=mailto:f@reports.net"\nreports.net. MX 10 mx.reports.net.',
      expect: ['unwilling'],
    },
    {
      name: 'two that do not',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@one.net,mailto:d@two.net"\none.net. MX 10 mx.one.net.\ntwo.net. MX 10 mx.two.net.',
      expect: ['unwilling', 'unwilling'],
    },
    {
      name: 'failure reports alone',
      zone: '_dmarc TXT "v=DMARC1; p=none; ruf=mailto:f@reports.net"\nreports.net. MX 10 mx.reports.net.',
      expect: ['failure'],
    },
    {
      name: 'an agreement for the domain below, which does not count',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@reports.net"\nnews A 192.0.2.1\nreports.net. MX 10 mx.reports.net.\nnews.example.com._report._dmarc.reports.net. TXT "v=DMARC1"',
      domain: 'news.example.com',
      expect: ['unwilling'],
    },
    {
      name: 'an agreement that names somebody else',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@reports.net"\nreports.net. MX 10 mx.reports.net.\n*._report._dmarc.reports.net. TXT "v=DMARC1; rua=mailto:d@elsewhere.net"',
      expect: ['diverted'],
    },
    {
      name: 'a destination that cannot get mail, which is another matter',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@reports.net"',
      expect: [],
    },
    {
      name: 'a name server that fails',
      zone: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@reports.net"\nreports.net. MX 10 mx.reports.net.',
      servfail: ['example.com._report._dmarc.reports.net'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ reportDestinations, ...facts }, findings) {
    const record = recordToJudge(facts, findings);
    if (record === undefined) return;
    // Where mail cannot go there is nothing to agree to; dmarc/report-delivery says so.
    const external = reportDestinations.filter((one) => one.external && one.delivery.state !== 'absent');
    const seen = new Set<string>();
    // In the order of the tags, `rua` first: it is the one that matters.
    for (const { agreement, agreementName: name, domain: destination, tag, uri } of external) {
      if (seen.has(name)) continue;
      seen.add(name);
      const params = { destination, domain: record.domain };
      if (agreement.state === 'unknown') findings.inconclusive(agreement.reason);
      else if (agreement.state === 'absent') {
        const changes = [{ kind: 'publish', name, type: 'TXT', value: 'v=DMARC1;' } as const];
        const fix = `have \`${destination}\` publish \`v=DMARC1;\` at \`${name}\`; report services do so when the domain is added to the account`;
        findings.add(tag === 'rua' ? 'unwilling' : 'failure', params, { ...detailOf(record, uri), fix, changes });
      } else {
        const other = diversion(agreement.value, destination);
        if (other !== undefined) findings.add('diverted', { destination, other }, detailOf(record, uri));
      }
    }
  },
});

/** A domain the agreement sends reports on to; it has to be the destination's own (RFC 9990 §4 step 9). */
const diversion = (texts: readonly string[], destination: ReportDestination['domain']): string | undefined =>
  texts
    .flatMap((text) => parseDmarc(text).value.rua)
    .map(({ domain }) => domain)
    .find((domain) => domain !== undefined && domain !== destination);
