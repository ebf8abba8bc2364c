import { organizationalDomain } from '../../dmarc-policy/public-suffix.ts';
import { withoutTag, withTag } from '../../protocols/dmarc.ts';
import { defineCheck } from '../define-check.ts';
import { isAboveUs, listedOrganisation } from './coverage.ts';
import { detailOf, recordToJudge, tagIn } from './judged-record.ts';

export default defineCheck({
  id: 'dmarc/public-suffix',
  title: 'The record tells the organisational domain from a public suffix',
  refs: [
    { label: 'RFC 9989 §4.7 psd', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.7' },
    { label: 'RFC 9989 §4.10.2', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.10.2' },
  ],
  why: '`psd=y` is for registries: below such a record every name is an organisation of its own, so mail of a sub-domain signed by the domain is not aligned. `psd=n` says the opposite, whatever the public suffix above publishes.',
  fix: 'Publish `psd=n` at the organisational domain, and `psd=y` never, unless others register names below yours',
  needs: ['dmarc', 'dmarcRecord'],
  messages: {
    claimed: {
      level: 'warning',
      text: '`psd=y` declares `{domain}` a public suffix, which cuts its sub-domains off from it',
    },
    open: {
      level: 'note',
      text: 'The public suffix `{suffix}` publishes DMARC, and the record of `{domain}` does not say `psd=n`',
    },
  },
  examples: [
    { name: 'nothing above', zone: '_dmarc TXT "v=DMARC1; p=reject"', expect: [] },
    {
      name: 'a public suffix with DMARC',
      zone: '_dmarc.com. TXT "v=DMARC1; p=reject; psd=y"\n_dmarc TXT "v=DMARC1; p=reject"',
      expect: ['open'],
    },
    {
      name: 'a domain that says what it is',
      zone: '_dmarc.com. TXT "v=DMARC1; p=reject; psd=y"\n_dmarc TXT "v=DMARC1; p=reject; psd=n"',
      expect: [],
    },
    {
      name: 'a domain that says it is a public suffix',
      zone: '_dmarc TXT "v=DMARC1; p=reject; psd=y"',
      expect: ['claimed'],
    },
    { name: 'a public suffix', zone: '_dmarc.com. TXT "v=DMARC1; p=reject; psd=y"', domain: 'com', expect: [] },
    {
      name: 'a sub-domain',
      zone: '_dmarc.com. TXT "v=DMARC1; p=reject; psd=y"\n_dmarc TXT "v=DMARC1; p=reject"\n_dmarc.news TXT "v=DMARC1; p=none"',
      domain: 'news.example.com',
      expect: [],
    },
  ],
  evaluate(facts, findings) {
    const { dmarc } = facts;
    const record = recordToJudge(facts, findings);
    if (record === undefined || record.inherited) return;
    const { domain } = findings;
    if (record.value.psd === 'y' && organizationalDomain(domain) !== undefined) {
      findings.add('claimed', { domain }, detailOf(record, tagIn(record, 'psd'), withoutTag(record.meant, 'psd')));
      return;
    }
    // A suffix that does not declare itself misleads receivers, which dmarc/discovery tells.
    const suffix = dmarc.answers.find((one) => isAboveUs(one.domain, dmarc) && one.record?.parsed.value.psd === 'y');
    if (suffix === undefined || record.value.psd !== 'u' || listedOrganisation(dmarc) !== domain) return;
    const detail = detailOf(record, undefined, withTag(record.meant, 'psd', 'n'));
    findings.add('open', { suffix: suffix.domain, domain }, detail);
  },
});
