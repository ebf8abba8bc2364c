import { dmarcName } from '../../dmarc-policy/answers.ts';
import { defineCheck } from '../define-check.ts';
import { sendsMail } from '../mx/sending.ts';
import { standsAside } from '../parked/aside.ts';
import { attemptAnywhere, coverageOf, decidingAnswers, listedOrganisation } from './coverage.ts';
import { adviceFor, firstRecord, REFUSING_RECORD } from './first-record.ts';

export default defineCheck({
  id: 'dmarc/record',
  title: 'A DMARC record applies to the domain',
  refs: [
    { label: 'RFC 9989 §4.10.1', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.10.1' },
    { label: 'RFC 9989 §5.1.4', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-5.1.4' },
  ],
  why: 'Without a record receivers do not apply DMARC: anybody can put the domain into the From line of a message, and nobody tells you. Gmail, Yahoo and Microsoft refuse mail in bulk from domains without one.',
  fix: 'Publish a TXT record at `_dmarc` of the domain, first with `p=none` and an address for reports; a record of the organisational domain covers everything below it',
  needs: ['dmarc'],
  considers: ['text', 'spf', 'mx', 'strayDmarc', 'dmarcMailbox', 'parked'],
  messages: {
    missing: { level: 'error', text: 'There is no DMARC record at {names}, so anybody can send mail as `{domain}`' },
    unseen: {
      level: 'warning',
      text: 'There is no DMARC record at {names}, and nobody could say whether the public suffix above has one',
    },
    suffix: {
      level: 'warning',
      text: '`{domain}` is only covered by the DMARC record of the public suffix `{suffix}`, which is not yours',
    },
  },
  examples: [
    { name: 'a record', zone: '_dmarc TXT "v=DMARC1; p=reject"', expect: [] },
    {
      name: 'a record of the domain above',
      zone: '_dmarc TXT "v=DMARC1; p=reject"\nnews A 192.0.2.1',
      domain: 'news.example.com',
      expect: [],
    },
    { name: 'no record', zone: '@ MX 10 mail\nmail A 192.0.2.1', expect: ['missing'] },
    { name: 'no record, and a null MX', zone: '@ MX 0 .', expect: ['missing'] },
    {
      name: 'no record, and a domain that only sends',
      zone: '@ MX 0 .\n@ TXT "v=spf1 ip4:192.0.2.1 -all"',
      expect: ['missing'],
    },
    { name: 'no record, and no MX', zone: '@ A 192.0.2.1', expect: ['missing'] },
    { name: 'some other text', zone: '_dmarc TXT "moved"', expect: ['missing'] },
    { name: 'no record here or above', zone: 'news A 192.0.2.1', domain: 'news.example.com', expect: ['missing'] },
    {
      name: 'the record of a public suffix',
      zone: '_dmarc.com. TXT "v=DMARC1; p=reject; psd=y"\n@ A 192.0.2.1',
      expect: ['suffix'],
    },
    {
      name: 'two records, which are another matter',
      zone: '_dmarc TXT "v=DMARC1; p=none"\n_dmarc TXT "v=DMARC1; p=reject"',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a record that is not recognised',
      zone: '_dmarc TXT "v=dmarc1; p=none"',
      expect: [],
      outcome: 'not-applicable',
    },
    { name: 'a record at the domain itself', zone: '@ TXT "v=DMARC1; p=none"', expect: [], outcome: 'not-applicable' },
    {
      name: 'a record under another name',
      zone: '_dmarc.example.com TXT "v=DMARC1; p=none"',
      expect: [],
      outcome: 'not-applicable',
    },
    { name: 'a parked domain', parked: true, zone: '@ MX 0 .', expect: [], outcome: 'not-applicable' },
    {
      name: 'an alias that leads nowhere',
      zone: '_dmarc CNAME gone.example.net.',
      expect: [],
      outcome: 'not-applicable',
    },
    { name: 'no such domain', zone: '@ NS ns', domain: 'a.example.com', expect: [], outcome: 'not-applicable' },
    {
      name: 'a name server that fails',
      zone: '@ A 192.0.2.1',
      servfail: ['_dmarc.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
    {
      name: 'one that fails above',
      zone: 'news A 192.0.2.1',
      domain: 'news.example.com',
      servfail: ['_dmarc.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
    { name: 'a public suffix that fails', zone: '@ A 192.0.2.1', servfail: ['_dmarc.com'], expect: ['unseen'] },
  ],
  evaluate({ dmarc, text, spf, mx, strayDmarc, dmarcMailbox, parked }, findings) {
    if (standsAside(parked, 'parked/dmarc', findings)) return;
    const coverage = coverageOf(dmarc);
    if (coverage.state === 'own' || coverage.state === 'above') return;
    if (coverage.state === 'unknown') {
      findings.inconclusive(coverage.reason);
      return;
    }
    const answers = decidingAnswers(dmarc);
    const attempt = attemptAnywhere(dmarc, text, strayDmarc);
    if (attempt !== undefined) {
      findings.notApplicable(`${attempt.what}, see ${attempt.check}`);
      return;
    }
    const { domain } = findings;
    const organisation = listedOrganisation(dmarc);
    const hasNoMail = mx.state === 'found' && mx.value.hosts.length === 0 && !sendsMail(spf, mx);
    // What the domain says of itself, it does not say for the organisation above it.
    const first = hasNoMail && organisation === domain ? REFUSING_RECORD : firstRecord(dmarcMailbox);
    // Beside a public suffix with a record of its own, say which of the two it is (RFC 9989 §4.7 psd).
    const value = coverage.state === 'suffix' ? `${first}; psd=n` : first;
    const advice = adviceFor(dmarcName(organisation), value);
    const names = answers.map((answer) => `\`${answer.name}\``).join(' or ');
    if (coverage.state === 'suffix') findings.add('suffix', { domain, suffix: coverage.domain }, advice);
    else if (coverage.unseen === undefined) findings.add('missing', { names, domain }, advice);
    else {
      findings.add('unseen', { names }, advice);
      findings.inconclusive(coverage.unseen);
    }
  },
});
