import { parseIp, reverseName } from '../../protocols/ip.ts';
import { defineCheck } from '../define-check.ts';
import { admitUnread, named } from './addresses.ts';

export default defineCheck({
  id: 'host/reverse-name',
  title: 'Every address that mail leaves from has a name',
  refs: [
    { label: 'RFC 1912 §2.1', url: 'https://www.rfc-editor.org/rfc/rfc1912#section-2.1' },
    { label: 'Gmail, sender guidelines', url: 'https://support.google.com/mail/answer/81126' },
  ],
  why: 'Gmail, Yahoo and many others refuse mail from an address without PTR record: whoever runs a mail server in earnest can set one. An MX host needs none to take mail, but usually it sends as well.',
  fix: 'Let whoever gave you the address, usually the hosting provider, set its PTR record to the name of the mail server',
  needs: ['ptr'],
  messages: {
    sender: {
      level: 'error',
      text: 'Mail leaves from {address}, which has no PTR record, and large mailbox providers refuse it',
    },
    receiver: { level: 'note', text: 'MX host {address} has no PTR record, which it needs as soon as it sends mail' },
  },
  examples: [
    {
      name: 'an address with a name',
      zone: 'out A 192.0.2.1\n1.2.0.192.in-addr.arpa. PTR out',
      sendingAddresses: ['192.0.2.1'],
      expect: [],
    },
    { name: 'an address without a name', zone: 'out A 192.0.2.1', sendingAddresses: ['192.0.2.1'], expect: ['sender'] },
    { name: 'an IPv6 address without a name', zone: '', sendingAddresses: ['2001:db8::25'], expect: ['sender'] },
    {
      name: 'a reverse zone that was handed on with a CNAME',
      zone: '1.2.0.192.in-addr.arpa. CNAME 1.0-127.2.0.192.in-addr.arpa.\n1.0-127.2.0.192.in-addr.arpa. PTR out',
      sendingAddresses: ['192.0.2.1'],
      expect: [],
    },
    { name: 'an MX host without a name', zone: '@ MX 10 mail\nmail A 192.0.2.1', expect: ['receiver'] },
    {
      name: 'an MX host that mail leaves from',
      zone: '@ MX 10 mail\nmail A 192.0.2.1',
      sendingAddresses: ['192.0.2.1'],
      expect: ['sender'],
    },
    {
      name: 'an MX host of somebody else, which is not the domain’s business',
      zone: '@ MX 10 mx.example.net.\nmx.example.net. A 192.0.2.1',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a reverse zone that fails',
      zone: '',
      sendingAddresses: ['192.0.2.1'],
      servfail: ['1.2.0.192.in-addr.arpa'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ ptr }, findings) {
    admitUnread(ptr, findings);
    for (const one of ptr) {
      if (one.pointers.state !== 'absent') continue;
      const ip = parseIp(one.address);
      const at = ip === undefined ? '' : ` at \`${reverseName(ip)}\``;
      const name = one.host === undefined ? 'with the name of the mail server' : `that names \`${one.host}\``;
      const fix = `let whoever gave you the address publish a PTR record${at} ${name}`;
      findings.add(one.use === 'sending' ? 'sender' : 'receiver', { address: named(one) }, { fix });
    }
  },
});
