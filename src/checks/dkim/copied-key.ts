import type { Provider } from '../../providers/provider.ts';
import { isSubdomainOf } from '../../protocols/domain.ts';
import { defineCheck } from '../define-check.ts';
import { GOOD_KEY } from './example-keys.ts';
import { admitUnread, publishedKeys, spanIn } from './keys.ts';

export default defineCheck({
  id: 'dkim/copied-key',
  title: 'Keys that a service looks after are CNAMEs to the service',
  refs: [{ label: 'RFC 6376 §3.6.2', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.6.2' }],
  why: 'Services that give out CNAMEs keep the keys in their own zone and change them there. A key copied into a TXT record stays behind at the next change, and from then on signatures fail.',
  fix: 'Replace the TXT record by the CNAME that the service shows for the selector',
  needs: ['dkim', 'wildcards'],
  messages: {
    copied: {
      level: 'warning',
      text: '`{name}` is a TXT record, where {service} gives out a CNAME to be able to change its key',
    },
  },
  examples: [
    {
      name: 'a CNAME',
      zone: `brevo1._domainkey CNAME b1.example-com.dkim.brevo.com.\nb1.example-com.dkim.brevo.com. TXT ${GOOD_KEY}`,
      selectors: ['brevo1'],
      expect: [],
    },
    {
      name: 'a TXT record',
      zone: `brevo1._domainkey TXT ${GOOD_KEY}`,
      selectors: ['brevo1'],
      expect: ['copied'],
    },
    {
      name: 'a TXT record of a service that gives out the key itself',
      zone: `resend._domainkey TXT ${GOOD_KEY}`,
      selectors: ['resend'],
      expect: [],
    },
    {
      name: 'the service itself, where the CNAMEs of its customers end',
      zone: `zendesk1._domainkey.zendesk.com. TXT ${GOOD_KEY}`,
      domain: 'zendesk.com',
      selectors: ['zendesk1'],
      expect: [],
    },
    {
      name: 'a selector that is anybody’s',
      zone: `mail._domainkey TXT ${GOOD_KEY}`,
      selectors: ['mail'],
      expect: [],
    },
    {
      name: 'a key that is withdrawn',
      zone: 'brevo1._domainkey TXT "v=DKIM1; p="',
      selectors: ['brevo1'],
      expect: [],
    },
  ],
  evaluate({ dkim, wildcards }, findings) {
    admitUnread(dkim, findings);
    for (const { selector, record, key } of publishedKeys(dkim, wildcards)) {
      const [service, ...others] = selector.services;
      if (service === undefined || others.length > 0 || selector.via.length > 0 || key.revoked) continue;
      if (service.dkimTargets?.some((target) => isSubdomainOf(findings.domain, target)) === true) continue;
      if (givesOutAlias(service, selector.selector))
        findings.add('copied', { name: selector.name, service: service.name }, { at: spanIn(record) });
    }
  },
});

/** Services keep keys in other ways as well; only what they tell their customers to publish is held against the record. */
const givesOutAlias = ({ dkimTargets = [], alignment = '' }: Provider, selector: string): boolean =>
  dkimTargets.length > 0 && alignment.includes('CNAME') && alignment.includes(`${selector}._domainkey`);
