import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'getcourse',
  name: 'GetCourse',
  category: 'saas',
  spfIncludes: ['getcourse.ru'],
  sources: [{ url: 'https://dns.google/resolve?name=getcourse.ru&type=TXT', checked: '2026-11', evidence: 'observed' }],
});
