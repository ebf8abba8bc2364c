import type { Detail } from '../../core/check.ts';
import type { LapsedName } from '../../sources/lapsed-names.ts';
import { defineCheck } from '../define-check.ts';

/** A top-level domain that exists, so that one below it can be missing. */
const NET = 'net. NS ns.nic.net.\n';

export default defineCheck({
  id: 'dns/alias-domain',
  title: 'No name for mail is handed into a domain that anybody can register',
  refs: [
    { label: 'RFC 1034 §3.6.2', url: 'https://www.rfc-editor.org/rfc/rfc1034#section-3.6.2' },
    { label: 'RFC 7672 §2.2.3', url: 'https://www.rfc-editor.org/rfc/rfc7672#section-2.2.3' },
    { label: 'RFC 8461 §8.2', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-8.2' },
  ],
  why: 'Whoever runs the target of a CNAME, or the name servers of a delegation, decides what stands at the name. Where the domain of these has lapsed, anybody can register it, and speak for yours.',
  fix: 'Remove the record at once; where the service is still in use, copy its target again from its settings',
  needs: ['existence'],
  considers: ['lapsedNames', 'wildcards'],
  messages: {
    dkim: {
      level: 'error',
      text: '`{name}` is delegated to a server in `{registered}`, which does not exist: whoever registers it can sign as `{domain}`',
    },
    tlsa: {
      level: 'error',
      text: '`{name}` is a CNAME into `{registered}`, which does not exist: whoever registers it can have mail to the host refused',
    },
    'policy-host': {
      level: 'error',
      text: '`{name}` is a CNAME into `{registered}`, which does not exist: whoever registers it writes the MTA-STS policy, and can have all mail refused',
    },
    'mta-sts': {
      level: 'warning',
      text: '`{name}` is a CNAME into `{registered}`, which does not exist: whoever registers it decides whether there is MTA-STS',
    },
    'tls-rpt': {
      level: 'warning',
      text: '`{name}` is a CNAME into `{registered}`, which does not exist: whoever registers it gets the TLS reports',
    },
    bimi: {
      level: 'warning',
      text: '`{name}` is a CNAME into `{registered}`, which does not exist: whoever registers it chooses the logo',
    },
  },
  examples: [
    { name: 'names of its own', zone: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com"', expect: [] },
    {
      name: 'the name of MTA-STS, to a service that is gone',
      zone: `${NET}_mta-sts CNAME a.gone.net.`,
      expect: ['mta-sts'],
    },
    {
      name: 'the policy host, to a service that is gone',
      zone: `${NET}_mta-sts TXT "v=STSv1; id=1"\nmta-sts CNAME a.gone.net.`,
      web: { 'https://mta-sts.example.com/.well-known/mta-sts.txt': { failure: 'no-address' } },
      expect: ['policy-host'],
    },
    { name: 'the name of TLS reports', zone: `${NET}_smtp._tls CNAME a.gone.net.`, expect: ['tls-rpt'] },
    { name: 'the name of the logo', zone: `${NET}default._bimi CNAME a.gone.net.`, expect: ['bimi'] },
    {
      name: 'the certificates of a mail host',
      zone: `${NET}@ MX 10 mail\nmail A 192.0.2.1\n_25._tcp.mail CNAME a.gone.net.`,
      expect: ['tlsa'],
    },
    { name: 'all keys', zone: `${NET}_domainkey NS ns.gone.net.`, servers: {}, expect: ['dkim'] },
    {
      name: 'a service that left, and kept its domain',
      zone: '_smtp._tls CNAME a.example.net.\nexample.net. A 192.0.2.1',
      expect: [],
    },
    {
      name: 'a wildcard, which is another matter',
      zone: `${NET}* CNAME a.gone.net.`,
      expect: [],
    },
    {
      name: 'a domain that cannot be looked up',
      zone: `${NET}_smtp._tls CNAME a.gone.net.`,
      servfail: ['gone.net'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ lapsedNames, wildcards }, findings) {
    if (lapsedNames.state === 'absent') return;
    const { domain } = findings;
    for (const reason of lapsedNames.value.unread) findings.inconclusive(reason);
    const wildcard = wildcards.state === 'found' ? wildcards.value.subdomain.via[0] : undefined;
    for (const one of lapsedNames.value.names) {
      // The wildcard answers at every name, see dns/wildcard-alias.
      if (one.via[0] === wildcard) continue;
      const { name, holds, registered } = one;
      findings.add(holds, { name, registered, domain }, detailOf(one));
    }
  },
});

function detailOf({ name, holds, via, registered }: LapsedName): Detail {
  const text = via.join(' → ');
  const type = holds === 'dkim' ? 'NS' : 'CNAME';
  const at = { source: `${name} ${type}`, text, start: text.length - registered.length, end: text.length };
  return { at, changes: [{ kind: 'remove', name, type, old: `${via[0]}.` }] };
}
