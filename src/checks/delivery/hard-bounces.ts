import { count, percent } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';

/** Amazon SES puts an account under review from here on; others have like limits. */
const REVIEWED = 0.05;
/** What senders of lists are told to stay below. */
const TOO_MANY = 0.02;
/** With fewer recipients a share says nothing. */
const FEWEST = 200;

export default defineCheck({
  id: 'delivery/hard-bounces',
  title: 'Few recipients are addresses that do not exist',
  refs: [
    {
      label: 'Amazon SES, sending review process',
      url: 'https://docs.aws.amazon.com/ses/latest/dg/faqs-enforcement.html',
    },
    { label: 'RFC 3463 §3.2', url: 'https://www.rfc-editor.org/rfc/rfc3463#section-3.2' },
  ],
  why: 'Receivers take mail to many unknown addresses for mail to a guessed or bought list and block its sender; sending services review an account at 5 %.',
  fix: 'Take addresses off the list after their first permanent refusal, and find the source that brought them in: an old list, an import, a form without confirmation.',
  needs: ['delivery'],
  messages: {
    many: {
      level: 'error',
      text: '{bounced} of {attempted} recipients of {stream} do not exist ({share}): services review an account at 5 %',
    },
    some: { level: 'warning', text: '{bounced} of {attempted} recipients of {stream} do not exist ({share})' },
  },
  examples: [
    {
      name: 'an old list',
      deliveries: [
        { kind: 'delivered', count: 270 },
        { kind: 'bounced', count: 30, reply: '550 5.1.1 User unknown' },
      ],
      zone: '',
      expect: ['many'],
    },
    {
      name: 'a list that is not looked after',
      deliveries: [
        { kind: 'delivered', count: 290 },
        { kind: 'bounced', count: 10, reply: '550 5.1.1 User unknown' },
      ],
      zone: '',
      expect: ['some'],
    },
    {
      name: 'refusals that are not about the address',
      deliveries: [
        { kind: 'delivered', count: 270 },
        { kind: 'bounced', count: 30, reply: '550 5.7.1 Message content rejected as spam' },
      ],
      zone: '',
      expect: [],
    },
    {
      name: 'a test with a few recipients',
      deliveries: [{ kind: 'bounced', count: 5, reply: '550 5.1.1 User unknown' }],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ delivery }, findings) {
    for (const { label, attempted, bouncedAs, acceptanceTold } of delivery.sections) {
      const share = bouncedAs.hard / attempted;
      if (!acceptanceTold || attempted < FEWEST || share < TOO_MANY) continue;
      findings.add(
        share >= REVIEWED ? 'many' : 'some',
        {
          bounced: count(bouncedAs.hard),
          attempted: count(attempted),
          stream: label.name,
          share: percent(bouncedAs.hard, attempted),
        },
        { subject: label.id },
      );
    }
  },
});
