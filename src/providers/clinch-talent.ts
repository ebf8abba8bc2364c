import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'clinch-talent',
  name: 'Clinch Talent (PageUp)',
  category: 'saas',
  spfIncludes: ['mail.clinchtalent.com'],
  sources: [
    { url: 'https://dns.google/resolve?name=mail.clinchtalent.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
