import { unreachableBlock } from '../../protocols/ip-reserved.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  id: 'host/public-address',
  title: 'Addresses that mail leaves from are those the world sees',
  refs: [
    { label: 'RFC 6890', url: 'https://www.rfc-editor.org/rfc/rfc6890' },
    { label: 'RFC 1918 §3', url: 'https://www.rfc-editor.org/rfc/rfc1918#section-3' },
  ],
  why: 'Receivers judge mail by the address it comes from, and that is never one from inside a network: a gateway puts its public address in its place. Neither SPF nor a PTR record can say anything about an address that every network has.',
  fix: 'Name the public address that receivers see: it stands in the topmost Received header of a message that arrived',
  needs: ['sendingAddresses'],
  messages: {
    private: {
      level: 'warning',
      text: 'Mail is said to leave from `{address}`, which nobody outside sees ({block})',
    },
  },
  examples: [
    { name: 'a public address', zone: '', sendingAddresses: ['8.8.4.4', '2606:4700::1'], expect: [] },
    { name: 'an address from a manual, as in this one', zone: '', sendingAddresses: ['192.0.2.1'], expect: [] },
    { name: 'a private address', zone: '', sendingAddresses: ['10.0.0.1'], expect: ['private'] },
    { name: 'loopback', zone: '', sendingAddresses: ['127.0.0.1', '::1'], expect: ['private', 'private'] },
    { name: 'no address', zone: '', expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ sendingAddresses }, findings) {
    for (const { address } of sendingAddresses) {
      const block = unreachableBlock(address);
      if (block !== undefined) findings.add('private', { address, block: `${block.name}, ${block.rfc}` });
    }
  },
});
