import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'noreply',
  name: 'NoReply',
  category: 'transactional',
  spfIncludes: ['_spf.noreply.so'],
  runsOn: ['amazon-ses'],
  sources: [
    {
      url: 'https://github.com/Domain-Connect/Templates/blob/e002d91/noreply.so.ses.json',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
