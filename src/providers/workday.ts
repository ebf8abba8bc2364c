import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'workday',
  name: 'Workday',
  category: 'saas',
  dkimDomains: ['otp.workday.com', 'myworkday.com'],
  returnPaths: ['otp.workday.com', 'myworkday.com'],
  ownDomains: ['workday.com'],
  runsOn: ['amazon-ses'],
  sources: [
    { url: 'https://detective.emailtooltester.com/brand/workday.com', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=myworkday.com&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
