import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'messagelabs',
  name: 'Symantec Email Security.cloud (MessageLabs)',
  category: 'gateway',
  spfIncludes: ['messagelabs.com'],
  mx: ['messagelabs.com'],
  ptr: ['messagelabs.com'],
  networks: [
    '46.226.48.0/21',
    '67.219.240.0/20',
    '85.158.136.0/21',
    '95.131.104.0/21',
    '103.9.96.0/22',
    '117.120.16.0/21',
    '193.109.254.0/23',
    '194.106.220.0/23',
    '195.245.230.0/23',
    '216.82.240.0/20',
  ],
  sources: [
    {
      url: 'https://github.com/ministryofjustice/dns/blob/7568e43/hostedzones/service.justice.gov.uk.yaml',
      checked: '2026-11',
      evidence: 'zone',
    },
    {
      url: 'https://github.com/smck83/expurgate/blob/0226098/expurgate-resolver/output/spf-messagelabs-com',
      checked: '2026-11',
      evidence: 'observed',
    },
    {
      url: 'https://github.com/mailcow/mailcow-dockerized/blob/073e3f0/data/conf/postfix/postscreen_access.cidr',
      checked: '2026-11',
      evidence: 'observed',
    },
  ],
});
