import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'zoom',
  name: 'Zoom',
  category: 'saas',
  returnPaths: ['bounce-sg.zoom.us', 'gshemail.zoom.us', 'bounce.zoom.com'],
  ownDomains: ['zoom.us', 'zoom.com'],
  runsOn: ['sendgrid'],
  sources: [
    { url: 'https://dns.google/resolve?name=bounce-sg.zoom.us&type=TXT', checked: '2026-11', evidence: 'observed' },
    { url: 'https://dns.google/resolve?name=gshemail.zoom.us&type=TXT', checked: '2026-11', evidence: 'observed' },
    {
      url: 'https://github.com/api-evangelist/zoom/blob/a185007/security/zoom-domain-security.yml',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
