import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sendlane',
  name: 'Sendlane',
  category: 'marketing',
  dkimDomains: ['creatensend.com'],
  sources: [
    {
      url: 'https://help.sendlane.com/article/433-authenticating-a-sending-domain',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
