import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'seguno',
  name: 'Seguno',
  category: 'marketing',
  returnPaths: ['seguno-mail.com'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/2070baf/seguno.com.domain-authentication.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
