import { parseIp } from '../../protocols/ip.ts';
import { unreachableBlock } from '../../protocols/ip-reserved.ts';
import { parseSpf, withTerm } from '../../protocols/spf.ts';
import type { SendingAddress } from '../../sources/sending-addresses.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';

export default defineCheck({
  id: 'host/spf-authorisation',
  title: 'SPF authorises the addresses that mail leaves from',
  refs: [
    { label: 'RFC 7208 §8.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-8.4' },
    { label: 'RFC 9989 §4.4.2', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.4.2' },
  ],
  why: 'Mail from an address that SPF does not name fails SPF, and passes DMARC only by a DKIM signature. Some receivers refuse it before they look at signatures.',
  fix: 'Add the address to the SPF record; if mail from there has a return path in another domain, it belongs into the record of that one',
  needs: ['sendingAddresses', 'spf'],
  considers: ['parked'],
  messages: {
    refused: { level: 'error', text: 'Mail leaves from `{address}`, and SPF of `{domain}` refuses it: {result}' },
    unnamed: {
      level: 'warning',
      text: 'Mail leaves from `{address}`, and SPF of `{domain}` does not authorise it: {result}',
    },
  },
  examples: [
    { name: 'an address in the record', ...worldOf('v=spf1 ip4:192.0.2.0/24 -all'), expect: [] },
    { name: 'an address that is not there', ...worldOf('v=spf1 mx -all'), expect: ['refused'] },
    {
      name: 'two that are not there',
      zone: '@ TXT "v=spf1 -all"',
      sendingAddresses: ['192.0.2.25', '2001:db8::25'],
      expect: ['refused', 'refused'],
    },
    { name: 'one that ends in softfail', ...worldOf('v=spf1 mx ~all'), expect: ['unnamed'] },
    { name: 'one that ends in neutral', ...worldOf('v=spf1 mx'), expect: ['unnamed'] },
    { name: 'one that is refused by name', ...worldOf('v=spf1 -ip4:192.0.2.25 ?all'), expect: ['refused'] },
    { name: 'an error in the record, which is another matter', ...worldOf('v=spf1 ipv4:192.0.2.25 -all'), expect: [] },
    {
      name: 'a private address, which is another matter',
      zone: '@ TXT "v=spf1 -all"',
      sendingAddresses: ['10.0.0.1'],
      expect: [],
      outcome: 'not-applicable',
    },
    { name: 'no record', zone: '@ NS ns', sendingAddresses: ['192.0.2.25'], expect: [], outcome: 'not-applicable' },
    {
      name: 'a question that fails',
      ...worldOf('v=spf1 a:out.example.com -all'),
      servfail: ['out.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ sendingAddresses, spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    const { domain } = findings;
    const { root } = spf;
    const record = root.state === 'record' && root.via.length === 0 ? root.text : undefined;
    const senders = sendingAddresses.filter(({ address }) => unreachableBlock(address) === undefined);
    if (senders.length === 0) findings.notApplicable('no public address was named, see host/public-address');
    const left = senders.filter(({ spf: verdict }) => KEYS[verdict.result] !== undefined);
    const missing = left.filter(({ spf: verdict }) => endsInDefault(verdict)).map(({ address }) => address);
    // One record for all of them: each with its own alone would take the others out again.
    const value = record === undefined ? '' : missing.reduce(withAddress, record.text);
    for (const { address, spf: verdict } of senders) {
      const key = KEYS[verdict.result];
      if (verdict.result === 'temperror') findings.inconclusive(verdict.reason ?? `SPF of ${domain} for ${address}`);
      if (key === undefined) continue;
      const changes =
        record === undefined || !missing.includes(address)
          ? []
          : [{ kind: 'replace', name: domain, type: 'TXT', old: record.text, value } as const];
      const span = verdict.path.at(-1)?.span;
      const at = span === undefined ? {} : { at: span };
      findings.add(key, { address, domain, result: verdict.result }, { ...at, changes });
    }
  },
});

/** Other results are the affair of the checks of the record itself. */
const KEYS: Readonly<Partial<Record<SendingAddress['spf']['result'], 'refused' | 'unnamed'>>> = {
  fail: 'refused',
  softfail: 'unnamed',
  neutral: 'unnamed',
};

/** Whether nothing in the domain's own record matched but `all`: then a term more in front of it decides. */
const endsInDefault = ({ path }: SendingAddress['spf']): boolean =>
  path.length === 0 || (path.length === 1 && path[0]?.term.kind === 'all');

function withAddress(text: string, address: string): string {
  const family = parseIp(address)?.family ?? 4;
  return withTerm(parseSpf(text).value, `ip${family}:${address}`);
}

function worldOf(record: string) {
  return { zone: `@ TXT "${record}"`, sendingAddresses: ['192.0.2.25'] } as const;
}
