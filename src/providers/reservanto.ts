import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'reservanto',
  name: 'Reservanto',
  category: 'saas',
  spfIncludes: ['spf.reservanto.cz'],
  sources: [
    {
      url: 'https://reservanto.cz/napoveda/nastaveni-systemu/nastaveni-vlastni-domeny-pro-odesilani-e-mailu-n460583.htm',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
