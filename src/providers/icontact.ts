import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'icontact',
  name: 'iContact',
  category: 'marketing',
  returnPaths: ['icpbounce.com'],
  spfIncludes: ['icpbounce.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=icpbounce.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
