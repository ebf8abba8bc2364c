import { defineCheck } from '../define-check.ts';
import { sendsMail } from '../mx/sending.ts';
import { standsAside } from '../parked/aside.ts';
import { scopeOfKeys } from '../dmarc/own-signatures.ts';
import { GOOD_KEY } from './example-keys.ts';
import { standingOfKeys } from './live-keys.ts';

export default defineCheck({
  id: 'dkim/key',
  title: 'A domain that sends mail has DKIM keys',
  refs: [
    { label: 'RFC 8020 §2', url: 'https://www.rfc-editor.org/rfc/rfc8020#section-2' },
    { label: 'RFC 9989 §8', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-8' },
  ],
  why: 'Selectors cannot be listed, but where `_domainkey` does not exist, nothing below it does. Mail is then not signed in the name of the domain, so forwarding breaks DMARC, and large receivers ask bulk senders for DKIM.',
  fix: 'Turn on DKIM signing at every service and server that sends for the domain, and publish the keys they show',
  needs: ['existence'],
  considers: ['dkim', 'wildcards', 'dmarc', 'spf', 'mx', 'providers', 'parked'],
  messages: {
    none: {
      level: 'warning',
      text: '`{domain}` sends mail and has no DKIM key at all: `_domainkey.{domain}` does not exist',
    },
    withdrawn: {
      level: 'warning',
      text: '`{domain}` sends mail, and `*._domainkey.{domain}` withdraws its DKIM keys at every selector',
    },
    strict: {
      level: 'note',
      text: '`{domain}` has no DKIM key of its own, and with `adkim=s` no signature of another domain counts',
    },
  },
  examples: [
    { name: 'a key', zone: `@ TXT "v=spf1 mx ~all"\ns1._domainkey TXT ${GOOD_KEY}`, selectors: ['s1'], expect: [] },
    {
      name: 'a key whose selector nobody knows',
      zone: `@ TXT "v=spf1 mx ~all"\nunknown._domainkey TXT ${GOOD_KEY}`,
      expect: [],
    },
    { name: 'SPF and no key', zone: '@ TXT "v=spf1 include:_spf.google.com ~all"', expect: ['none'] },
    { name: 'an MX and no key', zone: '@ MX 10 mail\nmail A 192.0.2.1', expect: ['none'] },
    {
      name: 'a domain that sends nothing',
      zone: '@ TXT "v=spf1 -all"\n@ MX 10 mail',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a parked domain with an MX left over',
      parked: true,
      zone: '@ MX 10 mail',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a sub-domain, for which the organisation may sign',
      zone: `news TXT "v=spf1 mx ~all"\ns1._domainkey TXT ${GOOD_KEY}`,
      domain: 'news.example.com',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a sub-domain for which nobody else may sign',
      zone: '_dmarc TXT "v=DMARC1; p=none; adkim=s"\nnews TXT "v=spf1 mx ~all"',
      domain: 'news.example.com',
      expect: ['strict'],
    },
    {
      name: 'a policy that is in force, which is another matter',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n@ TXT "v=spf1 mx ~all"',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a wildcard that withdraws all keys',
      zone: '@ TXT "v=spf1 mx ~all"\n*._domainkey TXT "v=DKIM1; p="',
      expect: ['withdrawn'],
    },
    { name: 'a null MX', zone: '@ MX 0 .', expect: [], outcome: 'not-applicable' },
    {
      name: 'a selector that is missing, which is another matter',
      zone: '@ TXT "v=spf1 mx ~all"',
      selectors: ['s1'],
      expect: [],
      outcome: 'not-applicable',
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
      zone: '@ TXT "v=spf1 mx ~all"',
      servfail: ['_domainkey.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ dkim, wildcards, dmarc, spf, mx, providers, parked }, findings) {
    if (standsAside(parked, 'parked/dkim', findings)) return;
    if (!sendsMail(spf, mx)) {
      findings.notApplicable('nothing sends for the domain, as far as SPF and MX tell');
      return;
    }
    const keys = standingOfKeys(dkim, wildcards);
    if (keys.state === 'present' || (keys.state === 'withdrawn' && keys.extent === 'known')) return;
    if (keys.state === 'unknown') {
      findings.inconclusive(keys.reason);
      return;
    }
    const { domain } = findings;
    const scope = scopeOfKeys(dmarc);
    const hasSelectors = keys.state === 'none' && dkim.state === 'found';
    if (hasSelectors) findings.notApplicable('the selectors in use are missing, see dkim/selector');
    else if (scope === 'organisation') findings.notApplicable('a key of the organisation may sign for its sub-domains');
    else if (scope === 'enforcement') findings.notApplicable('the DMARC policy is in force, see dmarc/signatures');
    else if (scope === 'strict') findings.add('strict', { domain });
    else {
      const services = providers.state === 'found' ? providers.value.map(({ provider }) => provider.name) : [];
      const fix = `turn on DKIM signing at ${[...new Set(services)].join(', ')}, and publish the keys shown there`;
      findings.add(keys.state === 'none' ? 'none' : 'withdrawn', { domain }, services.length > 0 ? { fix } : {});
    }
  },
});
