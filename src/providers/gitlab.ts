import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'gitlab',
  name: 'GitLab',
  category: 'saas',
  ownDomains: ['gitlab.com'],
  sources: [
    {
      url: 'https://github.com/api-evangelist/gitlab/blob/6209a20/security/gitlab-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
