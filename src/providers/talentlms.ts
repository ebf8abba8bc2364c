import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'talentlms',
  name: 'TalentLMS',
  category: 'saas',
  ownDomains: ['talentlms.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/talentlms/blob/9e5440a/security/talentlms-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
