import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'retarus',
  name: 'Retarus Transactional Email',
  category: 'transactional',
  spfInclude: '_spf.general.transactional-mail-a.com',
  spfIncludes: ['transactional-mail-a.com'],
  alignment: 'Publish the DKIM key Retarus gives you for every sender domain; it signs with your domain',
  sources: [{ url: 'https://docs.retarus.com/tem/basic-configuration', checked: '2026-11', evidence: 'vendor' }],
});
