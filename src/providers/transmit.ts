import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'transmit',
  name: 'Transmit',
  category: 'transactional',
  selectors: [{ match: 'xmit', alone: true }],
  dkimTargets: ['dkim.xmit.sh'],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/xmit.sh.email.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
