import { count, percent } from '../../core/format.ts';
import { isSurelyOver } from '../../core/surely.ts';
import { advice } from '../../replies/advice.ts';
import type { ReplyClass } from '../../replies/class.ts';
import { defineCheck } from '../define-check.ts';
import { mostlyAt } from '../places.ts';

/** Of hard bounces to domains of others Amazon SES reviews an account from here on, and stops it at 10 %; Postmark at 10 %. */
const REVIEWED = 0.05;
/** Amazon SES recommends to stay below this. */
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
      text: '{bounced} of {attempted} recipients of {stream} do not exist ({share}{mostly}): services review an account at 5 %',
    },
    some: {
      level: 'warning',
      text: '{bounced} of {attempted} recipients of {stream} do not exist ({share}{mostly}): more than 2 % show a list that is not looked after',
    },
    few: {
      level: 'note',
      text: '{bounced} of {attempted} recipients of {stream} do not exist ({share}): chance may explain it, but more than 2 % show a list that is not looked after',
    },
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
        { kind: 'delivered', count: 385 },
        { kind: 'bounced', count: 15, reply: '550 5.1.1 User unknown' },
      ],
      zone: '',
      expect: ['some'],
    },
    {
      name: 'ten of four hundred, which may be chance',
      deliveries: [
        { kind: 'delivered', count: 390 },
        { kind: 'bounced', count: 10, reply: '550 5.1.1 User unknown' },
      ],
      zone: '',
      expect: ['few'],
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
    for (const { label, attempted, bouncedAs, bouncedBy, parts, acceptanceTold } of delivery.sections) {
      const bounced = bouncedAs.hard;
      if (!acceptanceTold || attempted < FEWEST || bounced < attempted * TOO_MANY) continue;
      const figures = {
        bounced: count(bounced),
        attempted: count(attempted),
        stream: label.name,
        share: percent(bounced, attempted),
      };
      const detail = { subject: label.id };
      // Of a share that chance explains nothing follows yet.
      if (!isSurelyOver(TOO_MANY, bounced, attempted)) {
        findings.add('few', figures, detail);
        continue;
      }
      const classes = Object.keys(bouncedBy) as ReplyClass[];
      const kind = classes.find((named) => advice[named].severity === 'hard') ?? 'user-unknown';
      const where = parts.length < 2 ? undefined : parts.find((part) => part.bouncedAs.hard * 2 > bounced);
      const mostly = [
        ...(kind === 'user-unknown' ? [] : [advice[kind].title]),
        ...(where === undefined ? [] : [mostlyAt(delivery, where)]),
      ];
      findings.add(
        bounced >= attempted * REVIEWED ? 'many' : 'some',
        { ...figures, mostly: mostly.length === 0 ? '' : `; mostly ${mostly.join(', ')}` },
        detail,
      );
    }
  },
});
