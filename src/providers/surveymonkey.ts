import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'surveymonkey',
  name: 'SurveyMonkey',
  category: 'saas',
  dkimDomains: ['surveymonkeyuser.com', 'surveymonkey.com'],
  returnPaths: ['surveymonkeyuser.com', 'surveymonkey.com'],
  runsOn: ['sparkpost'],
  sources: [
    {
      url: 'https://github.com/apache/spamassassin/blob/117ce7e/rules/60_welcomelist_auth.cf',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/rspamd/rspamd/blob/3.4/conf/maps.d/spf_dkim_whitelist.inc',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://dns.google/resolve?name=mr.surveymonkeyuser.com&type=TXT',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
