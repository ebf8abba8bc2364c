import { pslOrgDomain } from '../../dmarc-policy/psl.ts';
import { defineCheck } from '../define-check.ts';
import { coverageOf, decidingAnswers } from './coverage.ts';
import { firstRecord } from './first-record.ts';
import { originOfAlias } from './synthesised-alias.ts';

export default defineCheck({
  id: 'dmarc/alias',
  title: 'The DMARC record stands in the domain’s own zone',
  refs: [
    { label: 'RFC 9989 §4.5', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.5' },
    { label: 'RFC 1034 §3.6.2', url: 'https://www.rfc-editor.org/rfc/rfc1034#section-3.6.2' },
  ],
  why: 'With a CNAME at `_dmarc` whoever runs the target decides what happens to mail that fails. When the contract ends and the target goes, so does DMARC.',
  fix: 'Keep the target in service as long as the alias stands, or publish the record in its place',
  needs: ['dmarc'],
  considers: ['danglingDmarc', 'dmarcMailbox', 'wildcards'],
  messages: {
    dangling: {
      level: 'error',
      text: '`{name}` is an alias of `{target}`, where there is no record, so there is no DMARC',
    },
    bypassed: {
      level: 'warning',
      text: '`{name}` is an alias of `{target}`, where there is no record, so that of `{above}` applies',
    },
    hosted: { level: 'note', text: '`{name}` is an alias of `{target}`, so whoever runs that sets the DMARC policy' },
  },
  examples: [
    { name: 'a record of its own', zone: '_dmarc TXT "v=DMARC1; p=reject"', expect: [] },
    {
      name: 'an alias within the organisation',
      zone: '_dmarc CNAME dmarc.mail\ndmarc.mail TXT "v=DMARC1; p=reject"',
      expect: [],
    },
    {
      name: 'a hosted record',
      zone: '_dmarc CNAME example.com.hosted.net.\nexample.com.hosted.net. TXT "v=DMARC1; p=reject"',
      expect: ['hosted'],
    },
    { name: 'a target that is gone', zone: '_dmarc CNAME example.com.hosted.net.', expect: ['dangling'] },
    {
      name: 'a target whose domain is gone as well, which is another matter',
      zone: 'net. NS ns.nic.net.\n_dmarc CNAME example.com.hosted.net.',
      expect: [],
    },
    { name: 'an alias that a wildcard makes', zone: '* CNAME web\nweb A 192.0.2.1', expect: ['dangling'] },
    {
      name: 'one below a domain with a record',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\nnews A 192.0.2.1\n*.news CNAME web\nweb A 192.0.2.1',
      domain: 'news.example.com',
      expect: [],
    },
    { name: 'a target without a text', zone: '_dmarc CNAME host\nhost A 192.0.2.1', expect: ['dangling'] },
    {
      name: 'a target that is gone, seen from below',
      zone: '_dmarc CNAME example.com.hosted.net.\nnews A 192.0.2.1',
      domain: 'news.example.com',
      expect: ['dangling'],
    },
    {
      name: 'a target that is gone, with a record above',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\nnews A 192.0.2.1\n_dmarc.news CNAME gone.hosted.net.',
      domain: 'news.example.com',
      expect: ['bypassed'],
    },
    {
      name: 'a target whose name server fails',
      zone: '_dmarc CNAME example.com.hosted.net.',
      servfail: ['example.com.hosted.net'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ dmarc, danglingDmarc, dmarcMailbox, wildcards }, findings) {
    const coverage = coverageOf(dmarc);
    // A target whose domain is gone as well is the affair of dmarc/alias-domain.
    const lapses =
      danglingDmarc.state === 'found' ? danglingDmarc.value.filter(({ lapsed }) => lapsed.state === 'found') : [];
    for (const answer of decidingAnswers(dmarc)) {
      const { name, domain, via, texts, record, status, reason = name } = answer;
      if (status === 'failed') findings.inconclusive(reason);
      const [first] = via;
      const target = via.at(-1);
      if (first === undefined || target === undefined) continue;
      const subject = domain === findings.domain ? {} : { subject: domain };
      if (record !== undefined && pslOrgDomain(target) !== pslOrgDomain(domain)) {
        findings.add('hosted', { name, target }, subject);
      }
      if (texts.length > 0 || lapses.some((one) => one.name === name)) continue;
      const origin = originOfAlias(answer, wildcards);
      const removal = { kind: 'remove', name, type: 'CNAME', old: first } as const;
      if (coverage.state === 'above') {
        // A wildcard that answers here as everywhere was never meant as a record.
        if (origin === 'wildcard') continue;
        const fix = `remove the alias, or have the record put back at \`${target}\``;
        const changes = origin === 'record' ? [removal] : [];
        findings.add('bypassed', { name, target, above: coverage.domain }, { fix, changes, ...subject });
        continue;
      }
      const publish = { kind: 'publish', name, type: 'TXT', value: firstRecord(dmarcMailbox) } as const;
      const fix =
        origin === 'wildcard'
          ? `publish a record at \`${name}\`: the wildcard does not answer where there is one`
          : `have the record put back at \`${target}\`, or publish one of your own in the place of the alias`;
      const changes = { record: [removal, publish], wildcard: [publish], unknown: [] }[origin];
      findings.add('dangling', { name, target }, { fix, changes, ...subject });
    }
  },
});
