import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'spectrum-mail',
  name: 'Spectrum Email',
  category: 'mailbox',
  mx: ['charter.net', 'rr.com'],
  mailDomains: [
    'charter.net',
    'spectrum.net',
    'bresnan.net',
    'twc.com',
    'brighthouse.com',
    'roadrunner.com',
    'rr.com',
    '.rr.com',
  ],
  sources: [
    {
      url: 'https://www.spectrum.net/support/internet/spectrum-email-server-settings',
      checked: '2026-11',
      evidence: 'vendor',
    },
    { url: 'https://dns.google/resolve?name=charter.net&type=MX', checked: '2026-11', evidence: 'observed' },
  ],
});
