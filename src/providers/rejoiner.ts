import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'rejoiner',
  name: 'Rejoiner',
  category: 'marketing',
  spfIncludes: ['rejoiner.com'],
  sources: [{ url: 'https://docs.rejoiner.com/docs/email-authentication', checked: '2026-11', evidence: 'vendor' }],
});
