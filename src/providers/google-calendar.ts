import { defineProvider } from './provider.ts';

// Invitations are From whoever invites, and google.com signs them, which signs other mail of anybody as well.
export default defineProvider({
  id: 'google-calendar',
  name: 'Google Calendar',
  category: 'saas',
  returnPaths: ['calendar-server.bounces.google.com'],
  sources: [
    {
      url: 'https://github.com/jorritfolmer/TA-dmarc/blob/8ca8e7f/bin/dmarc/test/data/google_rua.xml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
