import { SPF_LIMITS } from '../../spf/limits.ts';
import type { SpfTree, TermNode } from '../../spf/tree.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { visitedTerms } from './branches.ts';
import { certainVoids, deadTerms, voidLookups } from './dead-terms.ts';
import { proposalWithoutNodes } from './proposals.ts';
import { admitUnanswered, isRead, ownRecords, spanIn } from './records.ts';

const LIMIT = SPF_LIMITS.voids;

export default defineCheck({
  id: 'spf/void-lookups',
  title: 'No more than 2 DNS lookups of SPF find nothing',
  refs: [{ label: 'RFC 7208 §4.6.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4' }],
  why: 'Receivers answer permerror after the second lookup that finds nothing, whatever the rest of the record says. Hosts that were switched off years ago add up.',
  fix: 'Remove the names that no longer exist, and list servers without an IPv6 address with ip4',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    over: { level: 'error', text: '{count} DNS lookups of SPF find nothing and receivers stop after {limit}: {names}' },
    ipv6: {
      level: 'warning',
      text: 'For senders with IPv6, {count} DNS lookups of SPF find nothing and receivers stop after {limit}: {names}',
    },
    mxHosts: {
      level: 'note',
      text: 'Some receivers count {count} DNS lookups of SPF that find nothing, and stop after {limit}: {names}',
    },
  },
  examples: [
    {
      name: 'names that exist',
      zone: '@ TXT "v=spf1 a mx a:old.example.com -all"\n@ A 192.0.2.1\n@ MX 10 mail\nmail A 192.0.2.2\nold A 192.0.2.3',
      expect: [],
    },
    { name: 'two dead names', zone: '@ TXT "v=spf1 a:x.example.com a:y.example.com -all"', expect: [] },
    {
      name: 'three dead names',
      zone: '@ TXT "v=spf1 a:x.example.com mx:y.example.com exists:z.example.com -all"',
      expect: ['over'],
    },
    {
      name: 'dead names inside an include',
      zone: '@ TXT "v=spf1 a:x.example.com include:a.example -all"\na.example. TXT "v=spf1 a:x.a.example a:y.a.example -all"',
      expect: ['over'],
    },
    {
      name: 'an include that leads nowhere, which is another matter',
      zone: '@ TXT "v=spf1 include:a.example include:b.example include:c.example -all"',
      expect: [],
    },
    {
      name: 'hosts without IPv6 in front of an IPv6 network',
      zone: '@ TXT "v=spf1 a:x.example.com a:y.example.com a:z.example.com ip6:2001:db8::/32 -all"\nx A 192.0.2.1\ny A 192.0.2.2\nz A 192.0.2.3',
      expect: ['ipv6'],
    },
    {
      name: 'hosts without IPv6 and no IPv6 at all',
      zone: '@ TXT "v=spf1 a:x.example.com a:y.example.com a:z.example.com -all"\nx A 192.0.2.1\ny A 192.0.2.2\nz A 192.0.2.3',
      expect: [],
    },
    {
      name: 'MX hosts without IPv6 in front of an IPv6 network',
      zone: '@ TXT "v=spf1 mx ip6:2001:db8::/32 -all"\n@ MX 10 x\n@ MX 20 y\n@ MX 30 z\nx A 192.0.2.1\ny A 192.0.2.2\nz A 192.0.2.3',
      expect: ['mxHosts'],
    },
    {
      name: 'a name that cannot be asked',
      zone: '@ TXT "v=spf1 a:x.example.com -all"',
      servfail: ['x.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    const { root } = spf;
    if (!isRead(root)) {
      findings.notApplicable('there is more than one record');
      return;
    }
    const worst = worstCase(spf);
    if (worst === undefined) {
      admitUnanswered(spf, findings);
      return;
    }
    const [key, voids] = worst;
    const names = [...new Set(voids.map(({ name, type }) => `\`${name}\` ${type}`))].join(', ');
    const own = ownRecords(spf).map((record) => ({ record, dead: deadTerms(record) }));
    const spare = own.flatMap(({ dead }) => dead);
    const enough = worstCase(spf, spare) === undefined;
    const changes = enough ? own.flatMap(({ record, dead }) => proposalWithoutNodes(record, dead)) : [];
    const fix = key === 'over' ? {} : { fix: 'list these hosts with ip4, or give each of them an IPv6 address' };
    findings.add(key, { count: voids.length, limit: LIMIT, names }, { at: spanIn(root), ...fix, changes });
  },
});

/** The gravest message there is reason for, and the lookups it is about, as if `spare` terms were gone. */
function worstCase(tree: SpfTree, spare: readonly TermNode[] = []) {
  const forIpv4 = voidLookups(tree, 4, spare);
  const forIpv6 = authorisesIpv6(tree) ? voidLookups(tree, 6, spare) : [];
  const cases = [
    ['over', certainVoids(forIpv4)],
    ['ipv6', certainVoids(forIpv6)],
    ['mxHosts', forIpv4],
    ['mxHosts', forIpv6],
  ] as const;
  return cases.find(([, voids]) => voids.length > LIMIT);
}

/** Without it a permerror for senders with IPv6 harms nobody: they would fail anyway. */
const authorisesIpv6 = ({ root }: SpfTree): boolean =>
  visitedTerms(root).some(
    ({ term, hosts = [] }) => term.kind === 'ip6' || hosts.some(({ ipv6 }) => ipv6.state === 'found'),
  );
