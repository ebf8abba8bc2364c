import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'constant-contact',
  name: 'Constant Contact',
  category: 'marketing',
  dkimDomains: ['ccsend.com'],
  selectors: [
    { match: 'ctct1', alone: true },
    { match: 'ctct2', alone: true },
  ],
  dkimTargets: ['ccsend.com', 'domainkey.constantcontact.com'],
  returnPaths: ['constantcontact.com'],
  spfIncludes: ['spf.constantcontact.com', 'ccsend.com'],
  ptr: ['constantcontact.com'],
  networks: ['205.207.104.0/22', '208.75.120.0/22'],
  envelope: 'own',
  alignment:
    'Self-authenticate with the CNAMEs ctct1._domainkey and ctct2._domainkey; SPF never aligns, the envelope-from is always in.constantcontact.com',
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/constantcontact.com.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://knowledgebase.constantcontact.com/email-digital-marketing/tutorials/KnowledgeBase/5865-Understanding-email-authentication?lang=en_US',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://dns.google/resolve?name=spf.constantcontact.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/mailcow/mailcow-dockerized/blob/073e3f0/data/conf/postfix/postscreen_access.cidr',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=ccsend.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://domainsecurityscanner.com/guides/constant-contact', checked: '2026-11', evidence: 'observed' },
  ],
});
