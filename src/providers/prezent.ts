import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'prezent',
  name: 'Prezent (DMRmail)',
  category: 'marketing',
  spfIncludes: ['spf.dmrmail.nl', 'awsspf.prezent.nl'],
  sources: [
    {
      url: 'https://confluence.prezent.nl/display/DMRMANUAL/Mijn+e-mails+komen+niet+aan',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
