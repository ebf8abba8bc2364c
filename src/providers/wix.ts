import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'wix',
  name: 'Wix',
  category: 'marketing',
  dkimDomains: ['ascendbywix.com', 'wixemails.com', 'wixsitemail.com'],
  ownDomains: ['wix.com', 'wixshoutout.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=wixemails.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://support.wix.com/pl/article/uwierzytelnianie-niestandardowej-domeny-e-mail',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/api-evangelist/wix/blob/0808866/security/wix-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
    { url: 'https://dns.google/resolve?name=wixshoutout.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
