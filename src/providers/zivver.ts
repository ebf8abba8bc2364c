import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zivver',
  name: 'Zivver',
  category: 'gateway',
  returnPaths: ['returnpath.zivver.com'],
  alignment: 'Point the CNAME zivverbounce to returnpath.zivver.com: SPF then aligns in relaxed mode',
  sources: [{ url: 'https://docs.zivver.com/en/admin/webapp/cname.html', checked: '2026-11', evidence: 'vendor' }],
});
