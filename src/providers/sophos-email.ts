import { defineProvider } from './provider.ts';

export default defineProvider({
  id: 'sophos-email',
  name: 'Sophos Email',
  category: 'gateway',
  spfIncludes: ['prod.hydra.sophos.com'],
  mx: ['hydra.sophos.com'],
  ptr: ['hydra.sophos.com'],
  sources: [
    {
      url: 'https://docs.sophos.com/central/customer/help/de-de/ManageYourProducts/EmailSecurity/SophosGateway/ExternalServices/OutboundM365/updatingspf/index.html',
      checked: '2026-11',
      evidence: 'vendor',
    },
  ],
});
