import { isSubdomainOf } from '../../protocols/domain.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  id: 'dns/wildcard-alias',
  title: 'No wildcard CNAME leads to a name that is gone',
  refs: [
    { label: 'RFC 4592 §2.2.1', url: 'https://www.rfc-editor.org/rfc/rfc4592#section-2.2.1' },
    { label: 'RFC 9989 §4.4.2', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.4.2' },
  ],
  why: 'A wildcard CNAME hands every name that has no records to somebody else, texts included. Whoever gets hold of the target publishes SPF for any sub-domain, and mail from it then passes DMARC of the domain itself.',
  fix: 'Remove the wildcard CNAME, and publish the names that are in use one by one',
  needs: ['existence', 'wildcards'],
  messages: {
    free: {
      level: 'error',
      text: 'Every sub-domain of `{domain}` is an alias of `{target}`, in a domain that does not exist',
    },
    gone: {
      level: 'warning',
      text: 'Every sub-domain of `{domain}` is an alias of `{target}`, which does not exist',
    },
  },
  examples: [
    { name: 'no wildcard', zone: 'www A 192.0.2.1', expect: [] },
    { name: 'an alias to a site', zone: '* CNAME site.example.net.\nsite.example.net. A 192.0.2.1', expect: [] },
    {
      name: 'an alias to a name of the domain itself that is gone',
      zone: '* CNAME old.web\nweb A 192.0.2.1',
      expect: [],
    },
    {
      name: 'an alias into a domain that is gone',
      zone: '* CNAME site.example.net.\nother.net. A 192.0.2.1',
      expect: ['free'],
    },
    {
      name: 'an alias to a customer of a service who left',
      zone: '* CNAME shop.example.net.\nexample.net. SOA ns h 1 7200 900 1209600 300',
      expect: ['gone'],
    },
    {
      name: 'a question that fails',
      zone: '@ NS ns',
      servfail: ['sendaudit-wildcard-probe.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ wildcards: { subdomain } }, findings) {
    const { domain } = findings;
    const { unread, via, lapsed } = subdomain;
    if (unread !== undefined) findings.inconclusive(unread);
    const [first, target] = [via[0], via.at(-1)];
    if (lapsed === undefined || first === undefined || target === undefined || isSubdomainOf(target, domain)) return;
    if (lapsed.state === 'unknown') findings.inconclusive(lapsed.reason);
    const at = { source: `*.${domain} CNAME`, text: target, start: 0, end: target.length };
    const changes = [{ kind: 'remove', name: `*.${domain}`, type: 'CNAME', old: `${first}.` } as const];
    findings.add(lapsed.state === 'found' ? 'free' : 'gone', { domain, target }, { at, changes });
  },
});
