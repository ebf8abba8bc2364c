import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'barracuda',
  name: 'Barracuda Email Gateway Defense',
  category: 'gateway',
  selectors: [{ match: 'barracuda', alone: false }],
  spfIncludes: ['ess.barracudanetworks.com'],
  mx: ['barracudanetworks.com'],
  ptr: ['barracuda.com', 'barracudanetworks.com'],
  networks: ['209.222.80.0/21'],
  sources: [
    { url: 'https://campus.barracuda.com/doc/96022990/', checked: '2026-11', evidence: 'vendor' },
    {
      url: 'https://dns.google/resolve?name=spf.ess.barracudanetworks.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
