import { defineCheck } from '../define-check.ts';
import { isMicrosoftProof, ownChanges, removalOf, spanOf } from './hosts.ts';

const PAGE = 'https://learn.microsoft.com/en-us/microsoft-365/admin/setup/add-domain';

export default defineCheck({
  id: 'mx/microsoft-proof',
  title: 'No MX record is left over from adding the domain to Microsoft 365',
  refs: [
    { label: 'Microsoft 365: add a domain', url: PAGE },
    { label: 'RFC 6761 §6.4', url: 'https://www.rfc-editor.org/rfc/rfc6761#section-6.4' },
  ],
  why: 'Microsoft 365 takes an MX record below msv1.invalid as proof that the domain is yours. No such host exists, so senders try it in vain. After the proof it is of no use.',
  fix: 'Remove the MX record; where Microsoft 365 still asks for a proof, choose the TXT record',
  needs: ['mx', 'existence'],
  messages: {
    left: {
      level: 'note',
      text: 'MX host `{host}` only proved to Microsoft 365 that the domain is yours, and takes no mail',
    },
    alone: {
      level: 'error',
      text: 'The only MX host of `{domain}` is `{host}`, a proof for Microsoft 365 that takes no mail',
    },
  },
  examples: [
    { name: 'the MX of Microsoft 365', zone: '@ MX 0 example-com.mail.protection.outlook.com.', expect: [] },
    { name: 'the proof left behind', zone: '@ MX 10 mail\n@ MX 32767 ms1234.msv1.invalid.', expect: ['left'] },
    { name: 'the proof alone', zone: '@ MX 32767 ms1234.msv1.invalid.', expect: ['alone'] },
  ],
  evaluate({ mx, existence }, findings) {
    const { domain } = findings;
    const alone = mx.hosts.every(({ name }) => isMicrosoftProof(name));
    for (const host of mx.hosts) {
      if (!isMicrosoftProof(host.name)) continue;
      const detail = { at: spanOf(host, domain), changes: ownChanges(existence, [removalOf(host, domain)]) };
      if (alone) findings.add('alone', { host: host.name, domain }, detail);
      else findings.add('left', { host: host.name }, detail);
    }
  },
});
