import { defineCheck } from '../define-check.ts';
import { standingOfKeys } from '../dkim/live-keys.ts';
import { sendsMail } from '../mx/sending.ts';
import { standsAside } from '../parked/aside.ts';
import { detailOf, recordToJudge, tagIn } from './judged-record.ts';
import { needsOwnSignatures } from './own-signatures.ts';
import { policyInForce } from './policies.ts';

export default defineCheck({
  id: 'dmarc/signatures',
  title: 'A domain that asks receivers to refuse mail can sign its own',
  refs: [
    { label: 'RFC 9989 §8', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-8' },
    { label: 'RFC 9989 §7.4', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-7.4' },
  ],
  why: 'SPF does not survive forwarding. Without a DKIM signature every message that is passed on, to an alias or a new mailbox, fails DMARC, and the policy has it refused. RFC 9989 forbids `p=reject` to domains that rely on SPF alone.',
  fix: 'Publish a DKIM key and have everything that sends for the domain sign; until then publish `p=none`',
  needs: ['dmarc', 'dmarcRecord'],
  considers: ['dkim', 'wildcards', 'spf', 'mx', 'parked'],
  messages: {
    reject: {
      level: 'error',
      text: '`{domain}` asks for `reject` but {lack}, so its forwarded mail is refused',
    },
    quarantine: {
      level: 'warning',
      text: '`{domain}` asks for `quarantine` but {lack}, so its forwarded mail is filed as spam',
    },
  },
  examples: [
    {
      name: 'a key',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n@ TXT "v=spf1 mx -all"\ns1._domainkey TXT "v=DKIM1; k=rsa; p=MIGf"',
      selectors: ['s1'],
      expect: [],
    },
    {
      name: 'a key whose selector nobody knows',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n@ TXT "v=spf1 mx -all"\ns1._domainkey TXT "v=DKIM1; k=rsa; p=MIGf"',
      expect: [],
    },
    {
      name: 'reject without a key',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n@ TXT "v=spf1 mx -all"',
      expect: ['reject'],
    },
    { name: 'reject without a key or SPF', zone: '_dmarc TXT "v=DMARC1; p=reject"\n@ MX 10 mail', expect: ['reject'] },
    {
      name: 'quarantine without a key',
      zone: '_dmarc TXT "v=DMARC1; p=quarantine"\n@ TXT "v=spf1 mx ~all"',
      expect: ['quarantine'],
    },
    {
      name: 'reject on trial without a key',
      zone: '_dmarc TXT "v=DMARC1; p=reject; t=y"\n@ TXT "v=spf1 mx -all"',
      expect: ['quarantine'],
    },
    { name: 'none without a key', zone: '_dmarc TXT "v=DMARC1; p=none"\n@ TXT "v=spf1 mx -all"', expect: [] },
    {
      name: 'a domain that sends nothing',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n@ TXT "v=spf1 -all"\n@ MX 10 mail',
      expect: [],
    },
    {
      name: 'nobody authorised, in mild words',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n@ TXT "v=spf1 ?all"',
      expect: [],
    },
    {
      name: 'nobody authorised, by another record',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n@ TXT "v=spf1 redirect=no.example.com"\nno TXT "v=spf1 -all"\n@ MX 10 mail',
      expect: [],
    },
    {
      name: 'a wildcard that withdraws all keys',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n@ TXT "v=spf1 mx ~all"\n*._domainkey TXT "v=DKIM1; p="',
      expect: ['reject'],
    },
    {
      name: 'a wildcard that withdraws all other keys',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n@ TXT "v=spf1 mx ~all"\n*._domainkey TXT "v=DKIM1; p="\ns1._domainkey TXT "v=DKIM1; p=MIGf"',
      selectors: ['s1'],
      expect: [],
    },
    {
      name: 'a known key that is withdrawn, where others may be in use',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n@ TXT "v=spf1 include:servers.mcsv.net ~all"\nk1._domainkey TXT "v=DKIM1; p="',
      expect: [],
    },
    { name: 'a domain without mail', zone: '_dmarc TXT "v=DMARC1; p=reject"\n@ A 192.0.2.1', expect: [] },
    {
      name: 'a sub-domain, for which the domain above may sign',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\nnews TXT "v=spf1 mx -all"',
      domain: 'news.example.com',
      expect: [],
    },
    {
      name: 'a sub-domain in strict mode',
      zone: '_dmarc TXT "v=DMARC1; p=reject; adkim=s"\nnews TXT "v=spf1 mx -all"',
      domain: 'news.example.com',
      expect: ['reject'],
    },
    {
      name: 'a name server that fails',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\n@ TXT "v=spf1 mx -all"',
      servfail: ['_domainkey.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ dkim, wildcards, spf, mx, parked, ...facts }, findings) {
    if (standsAside(parked, 'parked/dkim', findings)) return;
    const record = recordToJudge(facts, findings);
    const policy = policyInForce(facts.dmarc);
    if (record === undefined || policy === undefined || policy.effective === 'none') return;
    if (!needsOwnSignatures(facts.dmarc, record.value.adkim) || !sendsMail(spf, mx)) return;
    const { domain } = findings;
    const keys = standingOfKeys(dkim, wildcards);
    if (keys.state === 'unknown') findings.inconclusive(keys.reason);
    if (keys.state === 'unknown' || keys.state === 'present') return;
    // Of known keys that are withdrawn dkim/revoked-key tells: others may be in use.
    if (keys.state === 'withdrawn' && keys.extent === 'known') return;
    const lack = keys.state === 'none' ? 'has no DKIM key' : 'withdraws its DKIM keys at every selector';
    findings.add(policy.effective, { domain, lack }, detailOf(record, tagIn(record, policy.tag) ?? tagIn(record, 'p')));
  },
});
