import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'vnytros',
  name: 'Vnytros',
  category: 'saas',
  selectors: [{ match: 'vnytros', alone: true }],
  spfIncludes: ['mail.vnytros.dev'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/vnytros.dev.custom-domain.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
