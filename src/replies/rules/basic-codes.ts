import type { ReplyClass } from '../class.ts';

/**
 * Reply codes that mean one thing even without a word: RFC 5321 §4.2.3, 7504 (521, 556), 4954 (454, 530–538), and a few
 * that are no standard but always used alike. 450, 550 and 554 mean anything; they are not here.
 */
export const basicCodes: Readonly<Record<number, ReplyClass>> = {
  421: 'system-error',
  422: 'mailbox-full',
  431: 'system-error',
  432: 'relaying-denied',
  441: 'connection',
  442: 'connection',
  446: 'loop',
  447: 'expired',
  449: 'routing',
  451: 'system-error',
  452: 'system-error',
  454: 'tls',
  455: 'protocol',
  500: 'protocol',
  501: 'protocol',
  502: 'protocol',
  503: 'protocol',
  504: 'protocol',
  510: 'user-unknown',
  511: 'user-unknown',
  512: 'domain-unknown',
  513: 'user-unknown',
  521: 'ip-blocked',
  523: 'message-too-large',
  530: 'relaying-denied',
  534: 'relaying-denied',
  535: 'relaying-denied',
  538: 'tls',
  541: 'policy',
  551: 'user-unknown',
  552: 'mailbox-full',
  553: 'user-unknown',
  555: 'protocol',
  556: 'null-mx',
  571: 'policy',
};
