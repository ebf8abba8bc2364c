import { defineCheck } from '../define-check.ts';
import { GOOD_KEY, RSA_2048, RSA_4096, RSA_4160, txt } from './example-keys.ts';
import { admitUnread, publishedKeys, spanIn } from './keys.ts';

/** What a DNS answer over UDP may hold without EDNS (RFC 1035 §4.2.1). */
const LIMIT = 512;
/** Above, dkim/key-strength says that the key is longer than verifiers have to read. */
const LONGEST_KEY = 4096;

export default defineCheck({
  id: 'dkim/record-size',
  title: 'Key records fit into a small DNS answer',
  refs: [
    { label: 'RFC 6376 §3.3.3', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.3.3' },
    { label: 'RFC 1035 §4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc1035#section-4.2.1' },
  ],
  why: 'An answer over 512 octets needs EDNS or TCP. Nearly all resolvers manage, but behind an old firewall the key is never seen.',
  fix: 'Use an RSA key of 2048 bits, and leave notes out of the record',
  needs: ['dkim', 'wildcards'],
  messages: {
    large: {
      level: 'note',
      text: 'The record of selector `{selector}` has {octets} octets; over {limit} it does not fit into a DNS answer without EDNS',
    },
  },
  examples: [
    { name: 'a key of 2048 bits', zone: `s1._domainkey TXT ${GOOD_KEY}`, selectors: ['s1'], expect: [] },
    {
      name: 'a key of 4096 bits',
      zone: `s1._domainkey TXT ${txt(`v=DKIM1; p=${RSA_4096}`)}`,
      selectors: ['s1'],
      expect: ['large'],
    },
    {
      name: 'a long note',
      zone: `s1._domainkey TXT ${txt(`v=DKIM1; n=${'why '.repeat(40)}; p=${RSA_2048}`)}`,
      selectors: ['s1'],
      expect: ['large'],
    },
    {
      name: 'a key that is longer than allowed',
      zone: `s1._domainkey TXT ${txt(`v=DKIM1; p=${RSA_4160}`)}`,
      selectors: ['s1'],
      expect: [],
    },
  ],
  evaluate({ dkim, wildcards }, findings) {
    admitUnread(dkim, findings);
    for (const { selector, record, key } of publishedKeys(dkim, wildcards)) {
      const { material } = key;
      if (material?.type === 'rsa' && material.bits > LONGEST_KEY) continue;
      const octets = record.text.length + record.strings.length;
      if (octets > LIMIT)
        findings.add('large', { selector: selector.selector, octets, limit: LIMIT }, { at: spanIn(record) });
    }
  },
});
