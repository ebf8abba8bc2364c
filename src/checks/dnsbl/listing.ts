import { readable } from '../../core/readable.ts';
import { defineCheck } from '../define-check.ts';

/** What a list of addresses must hold. */
const WORKING = '2.0.0.127.bl.example.net. A 127.0.0.2';

export default defineCheck({
  id: 'dnsbl/listing',
  title: 'No block list holds an address or the domain',
  refs: [
    { label: 'RFC 5782 §2.1', url: 'https://www.rfc-editor.org/rfc/rfc5782#section-2.1' },
    { label: 'RFC 5782 §5', url: 'https://www.rfc-editor.org/rfc/rfc5782#section-5' },
  ],
  why: 'Receivers that use the list refuse mail from what it holds, or count it as spam. A listing has a cause, as a machine that was taken over or bought addresses; who only asks to be removed is soon listed again.',
  fix: 'Read what the list says, remove the cause, then ask the list for removal',
  needs: ['dnsbl'],
  messages: {
    sender: { level: 'warning', text: '`{list}` lists `{address}`, from which mail leaves ({codes}): {reason}' },
    host: { level: 'warning', text: '`{list}` lists `{address}` of an MX host ({codes}): {reason}' },
    domain: { level: 'warning', text: '`{list}` lists `{domain}` ({codes}): {reason}' },
  },
  examples: [
    { name: 'an address that is not listed', ...worldOf(WORKING), expect: [] },
    { name: 'an address that is listed', ...worldOf(`${WORKING}\n${entryOf('127.0.0.4')}`), expect: ['sender'] },
    {
      name: 'an MX host that is listed',
      zone: `@ MX 10 mail\nmail A 192.0.2.25\n${WORKING}\n${entryOf('127.0.0.2')}`,
      dnsbls: ['bl.example.net'],
      expect: ['host'],
    },
    {
      name: 'a list of domains that holds the domain',
      ...worldOf('test.bl.example.net. A 127.0.1.2\nexample.com.bl.example.net. A 127.0.1.2'),
      expect: ['domain'],
    },
    {
      name: 'a list that refuses',
      ...worldOf(`${WORKING}\n${entryOf('127.255.255.254')}`),
      expect: [],
      outcome: 'inconclusive',
    },
    {
      name: 'a list that refuses its test entry',
      ...worldOf(`2.0.0.127.bl.example.net. A 127.255.255.254\n${entryOf('127.255.255.254')}`),
      expect: [],
      outcome: 'inconclusive',
    },
    { name: 'a list that is closed', ...worldOf(entryOf('127.0.0.2')), expect: [], outcome: 'inconclusive' },
    {
      name: 'a list that holds everything',
      ...worldOf('*.bl.example.net. A 127.0.0.2'),
      expect: [],
      outcome: 'inconclusive',
    },
    {
      name: 'a list whose domain was taken over',
      ...worldOf('*.bl.example.net. A 203.0.113.7'),
      expect: [],
      outcome: 'inconclusive',
    },
    { name: 'no list', zone: '', sendingAddresses: ['192.0.2.25'], expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ dnsbl }, findings) {
    const { domain } = findings;
    for (const { zone: list, entries, outOfOrder } of dnsbl) {
      if (outOfOrder !== undefined) findings.inconclusive(outOfOrder);
      for (const { subject, use, state, codes: answered, text, reason: why } of entries) {
        if (state === 'unknown') findings.inconclusive(why ?? `${list} for ${subject}`);
        if (state !== 'listed') continue;
        const codes = answered.join(', ');
        const reason = text === undefined ? 'it does not say why' : `"${readable(text)}"`;
        if (use === undefined) findings.add('domain', { list, domain, codes, reason });
        else findings.add(use === 'sending' ? 'sender' : 'host', { list, address: subject, codes, reason });
      }
    }
  },
});

function entryOf(code: string): string {
  return `25.2.0.192.bl.example.net. A ${code}\n25.2.0.192.bl.example.net. TXT "open relay, see https://bl.example.net"`;
}

function worldOf(list: string) {
  return { zone: list, sendingAddresses: ['192.0.2.25'], dnsbls: ['bl.example.net'] } as const;
}
