import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'mynewsletter-rocks',
  name: 'MyNewsletter.rocks',
  category: 'marketing',
  spfIncludes: ['email-delivery.de'],
  sources: [
    {
      url: 'https://docs.mynewsletter.rocks/?epkb_post_type_1=versand-autorisierung-einrichten',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
