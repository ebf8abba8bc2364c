import { plural } from '../../core/format.ts';
import type { ReplyClass } from '../../replies/class.ts';
import { defineCheck } from '../define-check.ts';

const AUTHENTICATION: ReadonlySet<ReplyClass> = new Set(['auth-failed', 'dmarc-policy', 'ptr']);

export default defineCheck({
  id: 'delivery/authentication-refused',
  title: 'No mail is refused for want of authentication',
  refs: [
    { label: 'RFC 7372 §3', url: 'https://www.rfc-editor.org/rfc/rfc7372#section-3' },
    { label: 'Gmail, SMTP errors and codes', url: 'https://support.google.com/a/answer/3726730' },
    {
      label: 'Microsoft, requirements for high-volume senders',
      url: 'https://techcommunity.microsoft.com/blog/microsoftdefenderforoffice365blog/strengthening-email-ecosystem-outlook%E2%80%99s-new-requirements-for-high%E2%80%90volume-senders/4399730',
    },
  ],
  why: 'Gmail (5.7.26), Outlook.com (5.7.515) and others refuse mail without SPF, DKIM and an aligned From domain, and mail from addresses without a name. It is the one kind of refusal that is wholly in the sender’s hands.',
  fix: 'Run `sendaudit check` on the From domain, `sendaudit dmarc` on its reports, and let the service sign with a key of the domain.',
  needs: ['delivery'],
  messages: {
    bounced: {
      level: 'error',
      text: '{provider} refused {refused} from {stream} for want of authentication: {reply}',
    },
    deferred: {
      level: 'warning',
      text: '{provider} deferred {refused} from {stream} for want of authentication: {reply}',
    },
  },
  examples: [
    {
      name: 'a service that signs with its own domain only',
      deliveries: [
        { kind: 'delivered', count: 100, to: 'gmail.com' },
        {
          kind: 'bounced',
          to: 'gmail.com',
          reply: '550 5.7.26 This mail has been blocked because the sender is unauthenticated.',
        },
      ],
      zone: '',
      expect: ['bounced'],
    },
    {
      name: 'the same, put off for now',
      deliveries: [
        {
          kind: 'deferred',
          to: 'gmail.com',
          reply: '421 4.7.26 This mail has been rate limited because it is unauthenticated.',
        },
      ],
      zone: '',
      expect: ['deferred'],
    },
    {
      name: 'an address that does not exist',
      deliveries: [{ kind: 'bounced', to: 'gmail.com', reply: '550 5.1.1 The email account does not exist' }],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ delivery }, findings) {
    for (const { label, parts } of delivery.sections)
      for (const { label: provider, reasons } of parts) {
        const told = reasons.filter((reason) => AUTHENTICATION.has(reason.class));
        for (const key of ['bounced', 'deferred'] as const) {
          const those = told.filter(({ code = 0 }) => code >= 500 === (key === 'bounced'));
          const [first] = those;
          if (first === undefined) continue;
          const refused = those.reduce((sum, reason) => sum + reason.count, 0);
          findings.add(
            key,
            {
              provider: provider.name,
              refused: plural(refused, 'attempt'),
              stream: label.name,
              reply: `“${first.text}”`,
            },
            { subject: label.id },
          );
        }
      }
  },
});
