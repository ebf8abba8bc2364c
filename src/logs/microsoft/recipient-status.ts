import type { EventKind, MailEvent } from '../event.ts';

export interface RecipientStatus {
  readonly recipient: string;
  readonly text: string;
  /** Undefined: not known; `ignored`: no end yet, and none of delivery. */
  readonly outcome: { readonly kind: EventKind; readonly hop?: MailEvent['hop'] } | 'ignored' | undefined;
}

/** The worst and latest first: `Receive, Defer, Send` was sent in the end. */
const OUTCOMES: readonly (readonly [word: string, outcome: RecipientStatus['outcome']])[] = [
  ['fail', { kind: 'bounced' }],
  ['failed', { kind: 'bounced' }],
  ['deliver', { kind: 'delivered', hop: 'local' }],
  ['delivered', { kind: 'delivered' }],
  ['send', { kind: 'delivered', hop: 'mx' }],
  ['defer', { kind: 'deferred' }],
  ['pending', { kind: 'deferred' }],
  ['quarantined', 'ignored'],
  ['filteredasspam', 'ignored'],
  ['expand', 'ignored'],
  ['expanded', 'ignored'],
  ['resolve', 'ignored'],
  ['receive', { kind: 'accepted' }],
];
/** Recipients of a cell. Stops one of a million separators. */
const MOST_RECIPIENTS = 10_000;

/** `ann@example.net##Receive, Send;bob@example.org##Receive, Fail` */
export const recipientStatuses = (cell: string): RecipientStatus[] =>
  cell
    .split(';', MOST_RECIPIENTS)
    .filter((one) => one.trim() !== '')
    .map((one) => {
      const [recipient = '', status = ''] = one.split('##');
      const words = new Set(status.split(',').map((word) => word.trim().toLowerCase()));
      return {
        recipient: recipient.trim(),
        text: one.trim(),
        outcome: OUTCOMES.find(([word]) => words.has(word))?.[1],
      };
    });
