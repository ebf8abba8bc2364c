import { plural } from '../../core/format.ts';
import type { ReasonCount } from '../../delivery/delivery.ts';
import type { ReplyClass } from '../../replies/class.ts';
import { defineCheck } from '../define-check.ts';
import { placeOf } from '../places.ts';
import { areMany, areOver, isForGood, minute, type Refusals, refusalsIn } from '../refusals.ts';

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
  fix: 'Run `sendaudit check` on the From domain, `sendaudit dmarc` on its reports, and let what sends this mail sign with a key of the domain.',
  needs: ['delivery'],
  messages: {
    bounced: {
      level: 'error',
      text: '{provider} refused {refused} from {stream} for want of authentication, last at {last}: {reply}',
    },
    past: {
      level: 'warning',
      text: '{provider} refused {refused} from {stream} for want of authentication, from {first} to {last}, and none in the day after: {reply}',
    },
    few: {
      level: 'warning',
      text: '{provider} refused {refused} from {stream}, of {attempted}, for want of authentication, last at {last}: {reply}',
    },
    deferred: {
      level: 'warning',
      text: '{provider} deferred {refused} from {stream} for want of authentication, last at {last}: {reply}',
    },
  },
  examples: [
    {
      name: 'a service that signs with its own domain only',
      deliveries: [
        { kind: 'delivered', count: 100, to: 'gmail.com' },
        {
          kind: 'bounced',
          count: 20,
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
      name: 'a key that was missing for an hour, days ago',
      deliveries: [
        { kind: 'delivered', count: 500, to: 'gmail.com', hours: [0, 99] },
        {
          kind: 'bounced',
          count: 20,
          to: 'gmail.com',
          hours: [20, 20],
          reply: '550 5.7.26 This mail has been blocked because the sender is unauthenticated.',
        },
      ],
      zone: '',
      expect: ['past'],
    },
    {
      name: 'a forwarded mail among hundreds',
      deliveries: [
        { kind: 'delivered', count: 500, to: 'gmail.com' },
        {
          kind: 'bounced',
          to: 'gmail.com',
          reply: '550 5.7.26 Unauthenticated email from example.org is not accepted due to domain’s DMARC policy.',
        },
      ],
      zone: '',
      expect: ['few'],
    },
    {
      name: 'an address that does not exist',
      deliveries: [{ kind: 'bounced', to: 'gmail.com', reply: '550 5.1.1 The email account does not exist' }],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ delivery }, findings) {
    for (const section of delivery.sections)
      for (const part of section.parts) {
        const params = ({ attempts, firstSeen, lastSeen, reason }: Refusals) => ({
          refused: plural(attempts, 'attempt'),
          ...placeOf(delivery, section, part),
          first: minute(firstSeen),
          last: minute(lastSeen),
          reply: `“${reason.text}”`,
        });
        const detail = { subject: section.label.id };
        const isOne = (reason: ReasonCount): boolean => AUTHENTICATION.has(reason.class);
        const bounced = refusalsIn(part.reasons, (reason) => isOne(reason) && isForGood(reason, part));
        const deferred = refusalsIn(part.reasons, (reason) => isOne(reason) && !isForGood(reason, part));
        // A small receiver that is hard to please is not what becomes of the stream.
        const whole = part.isKnown ? part : section;
        if (bounced !== undefined && !areMany(bounced, whole))
          findings.add('few', { ...params(bounced), attempted: plural(whole.attempted, 'recipient') }, detail);
        else if (bounced !== undefined)
          findings.add(areOver(bounced, section, part, delivery) ? 'past' : 'bounced', params(bounced), detail);
        if (deferred !== undefined) findings.add('deferred', params(deferred), detail);
      }
  },
});
