import { defineCheck } from '../define-check.ts';
import { named } from './addresses.ts';

export default defineCheck({
  id: 'host/forward-confirmation',
  title: 'The name of every address leads back to it',
  refs: [
    { label: 'RFC 1912 §2.1', url: 'https://www.rfc-editor.org/rfc/rfc1912#section-2.1' },
    { label: 'Gmail, sender guidelines', url: 'https://support.google.com/mail/answer/81126' },
  ],
  why: 'Anybody can write any name into a PTR record, so receivers believe it only where the name has the address in turn. Without that, Gmail, Yahoo and others refuse mail from the address.',
  fix: 'Give the name an A or AAAA record with the address, or let the PTR record name a host that has it',
  needs: ['ptr'],
  messages: {
    sender: {
      level: 'error',
      text: 'Mail leaves from {address}, whose name `{name}` {lack}, and large mailbox providers refuse it',
    },
    receiver: { level: 'note', text: 'The name `{name}` of MX host {address} {lack}' },
  },
  examples: [
    {
      name: 'a name that leads back',
      zone: 'out A 192.0.2.1\n1.2.0.192.in-addr.arpa. PTR out',
      sendingAddresses: ['192.0.2.1'],
      expect: [],
    },
    {
      name: 'one name of two that leads back',
      zone: 'out A 192.0.2.1\n1.2.0.192.in-addr.arpa. PTR out\n1.2.0.192.in-addr.arpa. PTR old',
      sendingAddresses: ['192.0.2.1'],
      expect: [],
    },
    {
      name: 'a name that is not there',
      zone: '1.2.0.192.in-addr.arpa. PTR out',
      sendingAddresses: ['192.0.2.1'],
      expect: ['sender'],
    },
    {
      name: 'a name with another address',
      zone: 'out A 192.0.2.2\n1.2.0.192.in-addr.arpa. PTR out',
      sendingAddresses: ['192.0.2.1'],
      expect: ['sender'],
    },
    {
      name: 'an MX host called something else',
      zone: '@ MX 10 mail\nmail A 192.0.2.1\n1.2.0.192.in-addr.arpa. PTR old',
      expect: ['receiver'],
    },
    {
      name: 'an address without a name, which is another matter',
      zone: '',
      sendingAddresses: ['192.0.2.1'],
      expect: [],
    },
    {
      name: 'a name that fails',
      zone: '1.2.0.192.in-addr.arpa. PTR out\n1.2.0.192.in-addr.arpa. PTR old',
      sendingAddresses: ['192.0.2.1'],
      servfail: ['out.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ ptr }, findings) {
    const { domain } = findings;
    for (const one of ptr) {
      if (one.pointers.state === 'unknown') findings.inconclusive(one.pointers.reason);
      const pointers = one.pointers.state === 'found' ? one.pointers.value : [];
      const [first] = pointers;
      if (first === undefined || pointers.some(({ forward }) => forward === 'confirmed')) continue;
      const unread = pointers.find(({ forward }) => forward === 'unknown');
      if (unread !== undefined) {
        findings.inconclusive(unread.reason ?? `the address of ${unread.name}`);
        continue;
      }
      const { name, forward } = first;
      const lack = forward === 'other' ? 'has another address' : 'has no address of that kind';
      const type = one.ip.family === 4 ? 'A' : 'AAAA';
      // Beside an address the name has, another may be wrong; where it has none, there is one thing to publish.
      const own = forward === 'nowhere' && (name === domain || name.endsWith(`.${domain}`));
      const changes = own ? [{ kind: 'publish', name, type, value: one.address } as const] : [];
      findings.add(one.use === 'sending' ? 'sender' : 'receiver', { address: named(one), name, lack }, { changes });
    }
  },
});
