import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zeptomail',
  name: 'Zoho ZeptoMail',
  category: 'transactional',
  returnPaths: ['zeptomail.com', 'zeptomail.net'],
  spfIncludes: ['zeptomail.net'],
  ptr: ['transmail.net'],
  sources: [{ url: 'https://www.zoho.com/zeptomail/help/domains.html', checked: '2026-11', evidence: 'vendor' }],
});
