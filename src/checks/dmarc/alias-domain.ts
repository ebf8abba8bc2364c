import { defineCheck } from '../define-check.ts';
import { coverageOf, decidingAnswers } from './coverage.ts';
import { firstRecord } from './first-record.ts';
import { originOfAlias } from './synthesised-alias.ts';

export default defineCheck({
  id: 'dmarc/alias-domain',
  title: 'No CNAME at _dmarc leads into a domain that anybody can register',
  refs: [
    { label: 'RFC 9989 §4.5', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.5' },
    { label: 'RFC 1034 §3.6.2', url: 'https://www.rfc-editor.org/rfc/rfc1034#section-3.6.2' },
  ],
  why: 'Whoever runs the target of the CNAME writes the DMARC record. Where its domain has lapsed, anybody can register it, take the protection away, and have the reports sent to themselves.',
  fix: 'Remove the CNAME at once, and publish a record of your own in its place',
  needs: ['dmarc'],
  considers: ['danglingDmarc', 'dmarcMailbox', 'wildcards'],
  messages: {
    free: {
      level: 'error',
      text: '`{name}` is a CNAME into `{registered}`, which does not exist: whoever registers it sets the DMARC policy',
    },
  },
  examples: [
    { name: 'a record of its own', zone: '_dmarc TXT "v=DMARC1; p=reject"', expect: [] },
    {
      name: 'a target in a domain that is gone',
      zone: 'net. NS ns.nic.net.\n_dmarc CNAME example.com.hosted.net.',
      expect: ['free'],
    },
    {
      name: 'a target in a domain that is gone, below a domain with a record',
      zone: 'net. NS ns.nic.net.\n_dmarc TXT "v=DMARC1; p=reject"\nnews A 192.0.2.1\n_dmarc.news CNAME news.hosted.net.',
      domain: 'news.example.com',
      expect: ['free'],
    },
    {
      name: 'an alias that a wildcard makes, which is another matter',
      zone: 'net. NS ns.nic.net.\n* CNAME web.hosted.net.',
      expect: [],
    },
    {
      name: 'a target that is gone from a domain that is there',
      zone: 'net. NS ns.nic.net.\nhosted.net. NS ns.nic.net.\n_dmarc CNAME example.com.hosted.net.',
      expect: [],
    },
    {
      name: 'a domain that cannot be looked up',
      zone: 'net. NS ns.nic.net.\n_dmarc CNAME example.com.hosted.net.',
      servfail: ['hosted.net'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ dmarc, danglingDmarc, dmarcMailbox, wildcards }, findings) {
    if (danglingDmarc.state === 'absent') return;
    const isCovered = coverageOf(dmarc).state === 'above';
    for (const answer of decidingAnswers(dmarc)) {
      const { name, domain, via } = answer;
      // Of the wildcard dns/wildcard-alias tells, and it answers for every other name as well.
      if (originOfAlias(answer, wildcards) === 'wildcard') continue;
      const lapsed = danglingDmarc.value.find((one) => one.name === name)?.lapsed;
      const [first] = via;
      if (lapsed?.state === 'unknown') findings.inconclusive(lapsed.reason);
      if (lapsed?.state !== 'found' || first === undefined) continue;
      const registered = lapsed.value;
      const text = via.join(' → ');
      const at = { source: `${name} CNAME`, text, start: text.length - registered.length, end: text.length };
      const removal = { kind: 'remove', name, type: 'CNAME', old: `${first}.` } as const;
      const publish = { kind: 'publish', name, type: 'TXT', value: firstRecord(dmarcMailbox) } as const;
      // Without the CNAME the record above applies, and says more than one to begin with.
      const changes = isCovered ? [removal] : [removal, publish];
      const subject = domain === findings.domain ? {} : { subject: domain };
      findings.add('free', { name, registered }, { at, changes, ...subject });
    }
  },
});
