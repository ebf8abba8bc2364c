import { defineCheck } from '../define-check.ts';
import { LEAF_KEY_SHA256 } from './example-certificates.ts';
import { admitUnasked, hostList, isHonoured, recordsOf } from './records.ts';

const HOSTS = '@ MX 10 a\n@ MX 20 b\na A 192.0.2.1\nb A 192.0.2.2';

export default defineCheck({
  id: 'dane/coverage',
  title: 'Where one mail host has TLSA records, all have',
  refs: [
    { label: 'RFC 7672 §2.2.1', url: 'https://www.rfc-editor.org/rfc/rfc7672#section-2.2.1' },
    { label: 'RFC 7672 §9.2', url: 'https://www.rfc-editor.org/rfc/rfc7672#section-9.2' },
  ],
  why: 'An attacker who breaks the connections to the hosts with TLSA records makes senders turn to the one without, where nothing is verified, and reads the mail there.',
  fix: 'Publish TLSA records for the other hosts as well, or take these out of the MX records',
  needs: ['tlsa'],
  messages: {
    some: {
      level: 'warning',
      text: 'Mail host `{without}` has no TLSA records, while {covered} can be verified: mail can be led round them',
    },
  },
  examples: [
    {
      name: 'two hosts with records',
      zone: `${HOSTS}\n_25._tcp.a TLSA 3 1 1 ${LEAF_KEY_SHA256}\n_25._tcp.b TLSA 3 1 1 ${LEAF_KEY_SHA256}`,
      expect: [],
    },
    { name: 'one of two', zone: `${HOSTS}\n_25._tcp.a TLSA 3 1 1 ${LEAF_KEY_SHA256}`, expect: ['some'] },
    {
      name: 'one of two, the other without address',
      zone: `@ MX 10 a\n@ MX 20 b\na A 192.0.2.1\n_25._tcp.a TLSA 3 1 1 ${LEAF_KEY_SHA256}`,
      expect: [],
    },
    {
      name: 'records that nobody goes by',
      zone: `${HOSTS}\n_25._tcp.a TLSA 3 1 1 ${LEAF_KEY_SHA256}`,
      authentic: [],
      expect: [],
    },
    {
      name: 'one that cannot be looked up',
      zone: `${HOSTS}\n_25._tcp.a TLSA 3 1 1 ${LEAF_KEY_SHA256}`,
      servfail: ['_25._tcp.b.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
    { name: 'no records', zone: HOSTS, expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ tlsa }, findings) {
    admitUnasked(tlsa, findings);
    const covered = tlsa.hosts.filter((host) => recordsOf(host).length > 0 && isHonoured(host) !== false);
    if (covered.length === 0) return;
    const names = hostList(covered);
    for (const { host, records } of tlsa.hosts)
      if (records.state === 'absent') findings.add('some', { without: host, covered: names });
  },
});
