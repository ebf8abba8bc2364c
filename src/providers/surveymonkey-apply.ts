import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'surveymonkey-apply',
  name: 'SurveyMonkey Apply',
  category: 'saas',
  dkimDomains: ['smapply.net'],
  alignment: 'Publish the DKIM record of the sender domain; SPF aligns only with the CNAME for the Return-Path',
  sources: [
    {
      url: 'https://help.surveymonkey.com/en/apply/features/custom-sender-address/',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
