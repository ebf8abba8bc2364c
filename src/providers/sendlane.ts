import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sendlane',
  name: 'Sendlane',
  category: 'marketing',
  dkimDomains: ['creatensend.com'],
  ownDomains: ['sendlane.com'],
  sources: [
    {
      url: 'https://help.sendlane.com/article/433-authenticating-a-sending-domain',
      checked: '2026-11',
      evidence: 'vendor',
    },
    {
      url: 'https://github.com/api-evangelist/sendlane/blob/2a81d95/security/sendlane-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
