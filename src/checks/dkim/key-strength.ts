import { defineCheck } from '../define-check.ts';
import { ED25519, GOOD_KEY, RSA_1024, RSA_4096, RSA_4160, RSA_512, txt } from './example-keys.ts';
import { admitUnread, isOwn, publishedKeys, tagSpan } from './keys.ts';

/** RFC 8301 §3.2: verifiers must not accept less; signers should use the second; verifiers read up to the third. */
const ACCEPTED = 1024;
const ADVISED = 2048;
const SUPPORTED = 4096;

export default defineCheck({
  id: 'dkim/key-strength',
  title: 'RSA keys have 2048 to 4096 bits',
  refs: [{ label: 'RFC 8301 §3.2', url: 'https://www.rfc-editor.org/rfc/rfc8301#section-3.2' }],
  why: 'Below 1024 bits verifiers take the signature for none, because the key can be broken in hours and then signs anything. Keys of 1024 bits are within reach of well-equipped attackers, and some receivers mark them down.',
  fix: 'Make an RSA key of 2048 bits, publish it under a new selector, sign with it, and withdraw the old one after a week',
  needs: ['dkim', 'wildcards'],
  messages: {
    weak: {
      level: 'error',
      text: 'The key of selector `{selector}` has {bits} bits, and verifiers accept none below {limit}',
    },
    short: { level: 'warning', text: 'The key of selector `{selector}` has {bits} bits, where {advised} are advised' },
    long: {
      level: 'note',
      text: 'The key of selector `{selector}` has {bits} bits, and verifiers need not read more than {limit}',
    },
  },
  examples: [
    { name: '2048 bits', zone: `s1._domainkey TXT ${GOOD_KEY}`, selectors: ['s1'], expect: [] },
    { name: '512 bits', zone: `s1._domainkey TXT "v=DKIM1; p=${RSA_512}"`, selectors: ['s1'], expect: ['weak'] },
    { name: '1024 bits', zone: `s1._domainkey TXT "v=DKIM1; p=${RSA_1024}"`, selectors: ['s1'], expect: ['short'] },
    {
      name: '1024 bits of a service',
      zone: `@ TXT "v=spf1 include:servers.mcsv.net ~all"\nk1._domainkey CNAME dkim.mcsv.net.\ndkim.mcsv.net. TXT "k=rsa; p=${RSA_1024}"`,
      expect: ['short'],
    },
    { name: '4096 bits', zone: `s1._domainkey TXT ${txt(`v=DKIM1; p=${RSA_4096}`)}`, selectors: ['s1'], expect: [] },
    {
      name: 'more than 4096 bits',
      zone: `s1._domainkey TXT ${txt(`v=DKIM1; p=${RSA_4160}`)}`,
      selectors: ['s1'],
      expect: ['long'],
    },
    { name: 'Ed25519', zone: `s1._domainkey TXT "v=DKIM1; k=ed25519; p=${ED25519}"`, selectors: ['s1'], expect: [] },
  ],
  evaluate({ dkim, wildcards }, findings) {
    admitUnread(dkim, findings);
    for (const published of publishedKeys(dkim, wildcards)) {
      const { material } = published.key;
      if (material?.type !== 'rsa') continue;
      const { bits } = material;
      const { selector, host, via } = published.selector;
      const owner = host?.name ?? `the owner of \`${via.at(-1)}\``;
      const fix = isOwn(published.selector, findings.domain)
        ? {}
        : { fix: `ask ${owner} for a key of ${ADVISED} bits` };
      const detail = { at: tagSpan(published, 'p'), ...fix };
      if (bits < ACCEPTED) findings.add('weak', { selector, bits, limit: ACCEPTED }, detail);
      else if (bits < ADVISED) findings.add('short', { selector, bits, advised: ADVISED }, detail);
      else if (bits > SUPPORTED) findings.add('long', { selector, bits, limit: SUPPORTED }, detail);
    }
  },
});
