import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'flywheel',
  name: 'Flywheel',
  category: 'saas',
  dkimDomains: ['fw-mail.com'],
  returnPaths: ['fw-mail.com'],
  runsOn: ['sendgrid'],
  sources: [
    { url: 'https://github.com/danielsen/DmarcRua/tree/7a59061', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://dns.google/resolve?name=s1._domainkey.fw-mail.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
