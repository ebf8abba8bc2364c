import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'onesignal',
  name: 'OneSignal',
  category: 'marketing',
  ownDomains: ['onesignal.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/onesignal/blob/1c76b98/security/onesignal-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
