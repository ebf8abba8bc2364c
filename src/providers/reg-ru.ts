import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'reg-ru',
  name: 'REG.RU Hosting',
  category: 'hosting',
  spfInclude: '_spf.hosting.reg.ru',
  spfIncludes: ['hosting.reg.ru'],
  mx: ['hosting.reg.ru'],
  sources: [
    { url: 'https://dns.google/resolve?name=_spf.hosting.reg.ru&type=TXT', checked: '2026-11', evidence: 'observed' },
  ],
});
