import { isSubdomainOf } from '../../protocols/domain.ts';
import { defineCheck } from '../define-check.ts';
import { LEAF_KEY_SHA256 } from './example-certificates.ts';
import { WITHOUT_RECORDS, zoneWith } from './example-hosts.ts';
import { admitUnasked, hostList, isHonoured, recordsOf, spanOf } from './records.ts';

const OWN = zoneWith(`3 1 1 ${LEAF_KEY_SHA256}`);
const SERVICE = `@ MX 10 mx.example.net.\nmx.example.net. A 192.0.2.1\n_25._tcp.mx.example.net. TLSA 3 1 1 ${LEAF_KEY_SHA256}`;

export default defineCheck({
  id: 'dane/authenticity',
  title: 'TLSA records, and the way to them, are signed with DNSSEC',
  refs: [
    { label: 'RFC 7672 §2.2.1', url: 'https://www.rfc-editor.org/rfc/rfc7672#section-2.2.1' },
    { label: 'RFC 7672 §2.2.2', url: 'https://www.rfc-editor.org/rfc/rfc7672#section-2.2.2' },
    { label: 'RFC 6698 §4.1', url: 'https://www.rfc-editor.org/rfc/rfc6698#section-4.1' },
  ],
  why: 'Whoever can forge the certificate of a mail host on the way can forge unsigned DNS answers, too. So senders pass over TLSA records that are not signed, and where the MX records are not, the forger names a host of his own.',
  fix: 'Sign the zone with DNSSEC, and give its DS record to the registrar',
  needs: ['tlsa'],
  messages: {
    zone: {
      level: 'warning',
      text: '`{domain}` is not signed with DNSSEC, so senders pass over the TLSA records of {hosts}',
    },
    mx: {
      level: 'note',
      text: '{hosts} can be verified by TLSA records, but whoever forges the unsigned MX record of `{domain}` leads mail elsewhere',
    },
    addresses: { level: 'warning', text: '`{host}` is not in a signed zone, so senders pass over its TLSA records' },
    records: { level: 'warning', text: 'The TLSA records of `{host}` are not signed, so senders pass over them' },
  },
  examples: [
    { name: 'all signed', zone: OWN, authentic: ['example.com'], expect: [] },
    { name: 'nothing signed', zone: OWN, authentic: [], expect: ['zone'] },
    {
      name: 'a service that signs, and a domain that does not',
      zone: SERVICE,
      authentic: ['example.net'],
      expect: ['mx'],
    },
    {
      name: 'a domain that signs, and a service that does not',
      zone: SERVICE,
      authentic: ['example.com'],
      expect: ['addresses'],
    },
    {
      name: 'TLSA records that are kept in an unsigned zone',
      zone: `@ MX 10 mail\nmail A 192.0.2.1\n_25._tcp.mail CNAME tlsa.example.net.\ntlsa.example.net. TLSA 3 1 1 ${LEAF_KEY_SHA256}`,
      authentic: ['example.com'],
      expect: ['records'],
    },
    { name: 'a resolver that nobody trusts', zone: OWN, expect: [], outcome: 'not-applicable' },
    WITHOUT_RECORDS,
  ],
  evaluate({ tlsa }, findings) {
    admitUnasked(tlsa, findings);
    const { domain } = findings;
    const hosts = tlsa.hosts.filter((host) => recordsOf(host).length > 0);
    if (hosts.length > 0 && tlsa.mx === 'unjudged')
      findings.notApplicable('only a validating resolver that is named with --resolver can tell what is signed');
    const unsigned = hosts.filter(
      ({ host, addresses }) => tlsa.mx === false && addresses === false && isSubdomainOf(host, domain),
    );
    if (unsigned.length > 0) findings.add('zone', { domain, hosts: hostList(unsigned) });
    for (const host of hosts.filter((one) => !unsigned.includes(one))) {
      const [record] = recordsOf(host);
      const detail = record === undefined ? {} : { at: spanOf(record) };
      if (host.addresses === false) findings.add('addresses', { host: host.host }, detail);
      else if (host.validated === false) findings.add('records', { host: host.host }, detail);
    }
    const honoured = hosts.filter((host) => isHonoured(host) === true);
    if (tlsa.mx === false && honoured.length > 0) findings.add('mx', { domain, hosts: hostList(honoured) });
  },
});
