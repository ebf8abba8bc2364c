import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'wix',
  name: 'Wix',
  category: 'marketing',
  dkimDomains: ['ascendbywix.com', 'wixemails.com', 'wixsitemail.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=wixemails.com&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://support.wix.com/pl/article/uwierzytelnianie-niestandardowej-domeny-e-mail',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
