import { readable } from '../../core/readable.ts';
import { isDmarcVersion } from '../../protocols/dmarc/version.ts';
import type { TextRecord } from '../../sources/answers.ts';
import type { WildcardProbe } from '../../sources/wildcards.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  id: 'dns/wildcard-text',
  title: 'No wildcard answers for TXT records of sub-domains',
  refs: [
    { label: 'RFC 4592 §2.2.1', url: 'https://www.rfc-editor.org/rfc/rfc4592#section-2.2.1' },
    { label: 'RFC 9989 §4.10', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.10' },
  ],
  why: 'A wildcard answers for every name that has no records, `_dmarc` names among them. A DMARC record in it becomes the own record of every sub-domain, so `sp` and `np` of the domain have no effect. SPF in a wildcard is of use: it says who sends for sub-domains that do not exist.',
  fix: 'Remove the wildcard TXT record, and publish the text at the names that need it',
  needs: ['existence', 'wildcards'],
  considers: ['text', 'dmarcRecord'],
  messages: {
    dmarc: { level: 'warning', text: 'A wildcard makes `{record}` the DMARC record of every sub-domain of `{domain}`' },
    text: { level: 'note', text: 'A wildcard answers `{record}` at every sub-domain of `{domain}`' },
  },
  examples: [
    { name: 'no wildcard', zone: '@ TXT "v=spf1 -all"\nwww A 192.0.2.1', expect: [] },
    { name: 'SPF for all sub-domains', zone: '@ TXT "v=spf1 mx -all"\n* TXT "v=spf1 -all"', expect: [] },
    {
      name: 'DMARC for all sub-domains',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n* TXT "v=DMARC1; p=none"',
      expect: ['dmarc'],
    },
    { name: 'DMARC in the wildcard alone', zone: '* TXT "v=DMARC1; p=reject"', expect: ['dmarc'] },
    { name: 'some token for all sub-domains', zone: '@ NS ns\n* TXT "site-verification=1"', expect: ['text'] },
    {
      name: 'an alias to the domain itself',
      zone: '@ TXT "v=spf1 -all"\n@ TXT "site-verification=1"\n* CNAME @',
      expect: [],
    },
    {
      name: 'an alias to a site with texts of its own',
      zone: '@ TXT "v=spf1 -all"\n* CNAME site.example.net.\nsite.example.net. TXT "site-verification=2"',
      expect: ['text'],
    },
    {
      name: 'no such domain',
      zone: 'www A 192.0.2.1',
      domain: 'absent.example.com',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a question that fails',
      zone: '@ NS ns',
      servfail: ['sendaudit-wildcard-probe.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ wildcards, text, dmarcRecord }, findings) {
    const { domain } = findings;
    const { subdomain, subdomainDmarc } = wildcards;
    for (const { unread } of [subdomain, subdomainDmarc]) if (unread !== undefined) findings.inconclusive(unread);
    // What stands at the domain as well comes from a wildcard alias to it.
    const own = new Set(text.state === 'found' ? text.value.records.map((record) => record.text) : []);
    for (const record of subdomainDmarc.records) {
      if (!isDmarcVersion(record.text)) continue;
      const { at, changes } = removing(record, subdomainDmarc, domain);
      const name = `_dmarc.${domain}`;
      // The domain itself may live by the wildcard: without it, it would have no policy at all
      const lives =
        dmarcRecord.state === 'found' && dmarcRecord.value.text === record.text && !dmarcRecord.value.inherited;
      const kept = lives ? [{ kind: 'publish', name, type: 'TXT', value: record.text } as const] : [];
      const fix = lives ? { fix: `move the record from the wildcard to \`${name}\`` } : {};
      findings.add('dmarc', { domain, record: readable(record.text) }, { at, ...fix, changes: [...changes, ...kept] });
    }
    for (const record of subdomain.records) {
      if (own.has(record.text) || /^v=spf1(?: |$)/i.test(record.text) || isDmarcVersion(record.text)) continue;
      findings.add('text', { domain, record: readable(record.text) }, removing(record, subdomain, domain));
    }
  },
});

function removing(record: TextRecord, { via: [alias] }: WildcardProbe, domain: string) {
  const name = `*.${domain}`;
  const place = record.place === undefined ? {} : { place: record.place };
  const at = { source: `${name} TXT`, text: record.text, start: 0, end: record.text.length, ...place };
  const removed =
    alias === undefined ? ({ type: 'TXT', old: record.text } as const) : ({ type: 'CNAME', old: `${alias}.` } as const);
  return { at, changes: [{ kind: 'remove', name, ...removed } as const] };
}
