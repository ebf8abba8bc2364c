import {
  ALIGNED_MAIL,
  DKIM_IN_ORDER,
  DMARC_IN_ORDER,
  NAMED_ADDRESSES,
  SPF_IN_ORDER,
  SPF_RESTRICTS,
} from './evidence.ts';
import { defineProfile } from './profile.ts';

const REQUIREMENTS = {
  source: {
    label: 'Microsoft, Outlook’s requirements for high-volume senders',
    url: 'https://techcommunity.microsoft.com/blog/microsoftdefenderforoffice365blog/strengthening-email-ecosystem-outlook%E2%80%99s-new-requirements-for-high%E2%80%90volume-senders/4399730',
  },
  checked: '2025-08',
} as const;
const TROUBLESHOOTING = {
  source: {
    label: 'Microsoft, Outlook.com Postmaster: troubleshooting',
    url: 'https://postmaster.live.com/pm/troubleshooting.aspx',
  },
  checked: '2025-12',
} as const;

export default defineProfile({
  id: 'microsoft',
  name: 'Outlook.com, high-volume senders',
  about:
    'domains that send more than 5,000 messages a day to outlook.com, hotmail.com and live.com; mail that does not do so is refused with 550 5.7.515',
  demands: [
    { id: 'spf', text: 'SPF passes for the sending domain', ...REQUIREMENTS, ...SPF_IN_ORDER },
    {
      id: 'accurate-spf',
      text: 'The SPF record lists the sending hosts, and does not let everybody pass',
      ...REQUIREMENTS,
      against: [...SPF_RESTRICTS, 'host/spf-authorisation'],
      decisive: ['host/spf-authorisation'],
    },
    { id: 'dkim', text: 'DKIM passes', ...REQUIREMENTS, ...DKIM_IN_ORDER },
    { id: 'dmarc', text: 'There is a DMARC policy, none at least', ...REQUIREMENTS, ...DMARC_IN_ORDER },
    {
      id: 'from-alignment',
      text: 'Mail is aligned with SPF or DKIM, better with both',
      ...REQUIREMENTS,
      ...ALIGNED_MAIL,
    },
    {
      id: 'reverse-names',
      text: 'Sending addresses pass a reverse lookup',
      ...TROUBLESHOOTING,
      ...NAMED_ADDRESSES,
    },
  ],
});
