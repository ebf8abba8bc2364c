import { defineCheck } from '../define-check.ts';
import { LATE, RECORD, served } from './example-policy.ts';

export default defineCheck({
  id: 'mta-sts/policy-host',
  title: 'The MTA-STS policy host can be reached and trusted',
  refs: [
    { label: 'RFC 8461 §3.3', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-3.3' },
    { label: 'RFC 8461 §5.1', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-5.1' },
  ],
  why: 'Senders fetch the policy over HTTPS from `mta-sts.<domain>`, and only with a certificate that fits this very name. Where that fails, a sender that has no policy in its cache delivers as though there were none; the others follow when theirs runs out.',
  fix: 'Let `mta-sts.<domain>` lead to a web server with a current certificate for that name, or remove the record at `_mta-sts`',
  needs: ['mtaSts'],
  considers: ['lapsedNames'],
  messages: {
    address: {
      level: 'warning',
      text: '`{host}` has no address, so senders find no policy behind the MTA-STS record of `{domain}`',
    },
    certificate: {
      level: 'warning',
      text: 'The certificate of the policy host `{host}` does not hold ({reason}), so senders take no MTA-STS policy from it',
    },
    tls: {
      level: 'warning',
      text: 'The policy host `{host}` does not speak HTTPS ({reason}), so senders get no MTA-STS policy from it',
    },
  },
  examples: [
    { name: 'a policy', zone: RECORD, web: served(), expect: [] },
    { name: 'a host without address', zone: RECORD, web: served({ failure: 'no-address' }), expect: ['address'] },
    {
      name: 'an alias into a domain that is gone, which is another matter',
      zone: `net. NS ns.nic.net.\n${RECORD}\nmta-sts CNAME a.gone.net.`,
      web: served({ failure: 'no-address' }),
      expect: [],
    },
    {
      name: 'a certificate that has expired',
      zone: RECORD,
      web: served({ failure: 'certificate' }),
      expect: ['certificate'],
    },
    { name: 'no TLS', zone: RECORD, web: served({ failure: 'tls' }), expect: ['tls'] },
    { name: 'a page that is not there, which is another matter', zone: RECORD, web: served({ code: 404 }), expect: [] },
    LATE,
  ],
  evaluate({ mtaSts: { policy }, lapsedNames }, findings) {
    if (policy.state === 'unknown') findings.inconclusive(policy.reason);
    if (policy.state !== 'failed') return;
    const { domain } = findings;
    const host = `mta-sts.${domain}`;
    const { fault, reason } = policy;
    // An alias into a domain that is gone is more than that, and dns/alias-domain says so.
    const lapsed = lapsedNames.state === 'found' && lapsedNames.value.names.some(({ name }) => name === host);
    if (fault === 'no-address' && !lapsed) {
      const fix = `publish an address or a CNAME at \`${host}\` that leads to the web server with the policy, or remove the record at \`_mta-sts.${domain}\``;
      findings.add('address', { host, domain }, { fix });
    } else if (fault === 'certificate') findings.add('certificate', { host, reason });
    else if (fault === 'tls' || fault === 'protocol') findings.add('tls', { host, reason });
  },
});
