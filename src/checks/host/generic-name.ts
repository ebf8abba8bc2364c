import { organizationalDomain } from '../../dmarc-policy/public-suffix.ts';
import { genericPart } from '../../protocols/generic-name.ts';
import { defineCheck } from '../define-check.ts';
import { admitUnread } from './addresses.ts';

export default defineCheck({
  id: 'host/generic-name',
  title: 'Addresses that mail leaves from are named like mail servers',
  refs: [
    { label: 'Yahoo, sender best practices', url: 'https://senders.yahooinc.com/best-practices/' },
    { label: 'RFC 1912 §2.1', url: 'https://www.rfc-editor.org/rfc/rfc1912#section-2.1' },
  ],
  why: 'Providers give every address of an access network a name made from its digits. Mail from such names is nearly always from a machine that was taken over, so receivers refuse it, or file it as spam.',
  fix: 'Let the PTR record name the host, as `mail.example.com`, and give that name the address',
  needs: ['ptr'],
  messages: {
    generic: {
      level: 'warning',
      text: 'Mail leaves from `{address}`, whose name `{name}` looks made by machine (`{part}`)',
    },
  },
  examples: [
    { name: 'a mail server', ...worldOf('mail'), expect: [] },
    { name: 'one of several', ...worldOf('mta-25.out'), expect: [] },
    { name: 'a domain that deals in DSL', ...worldOf('mail.dsl.net.'), expect: [] },
    { name: 'the digits of the address', ...worldOf('ip-192-0-2-25.example.net.'), expect: ['generic'] },
    { name: 'the digits in reverse', ...worldOf('25.2.0.192.static.example.net.'), expect: ['generic'] },
    { name: 'the digits in hexadecimal', ...worldOf('c0000219.example.net.'), expect: ['generic'] },
    { name: 'an access network', ...worldOf('host.dyn.example.net.'), expect: ['generic'] },
    { name: 'no name, which is another matter', zone: '', sendingAddresses: ['192.0.2.25'], expect: [] },
    {
      name: 'an MX host, to which it does not matter',
      zone: '@ MX 10 mail\nmail A 192.0.2.25\n25.2.0.192.in-addr.arpa. PTR ip-192-0-2-25.example.net.',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a reverse zone that fails',
      zone: '',
      sendingAddresses: ['192.0.2.25'],
      servfail: ['25.2.0.192.in-addr.arpa'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ ptr }, findings) {
    const senders = ptr.filter(({ use }) => use === 'sending');
    if (senders.length === 0) findings.notApplicable('no address was named that mail leaves from (`--ip`)');
    admitUnread(senders, findings);
    for (const { address, ip, pointers } of senders) {
      if (pointers.state !== 'found') continue;
      const parts = pointers.value.map(({ name }) => ({
        name,
        part: genericPart(name, ip, organizationalDomain(name) ?? ''),
      }));
      const [first] = parts;
      // One good name is enough for those who look at all of them.
      if (first?.part === undefined || parts.some(({ part }) => part === undefined)) continue;
      findings.add('generic', { address, name: first.name, part: first.part });
    }
  },
});

function worldOf(name: string) {
  return { zone: `25.2.0.192.in-addr.arpa. PTR ${name}`, sendingAddresses: ['192.0.2.25'] } as const;
}
