import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { textAt, textsAt } from '../json/at.ts';
import { addMail } from '../json/mail-fields.ts';
import { telling } from '../json/telling.ts';

/** The last event: what the recipient did with a mail came after its delivery. */
const STATES: ReadonlyMap<string, readonly EventKind[]> = new Map([
  ['queued', ['accepted']],
  ['sent', ['accepted']],
  ['delivered', ['delivered']],
  ['opened', ['delivered', 'opened']],
  ['clicked', ['delivered', 'clicked']],
  ['complained', ['delivered', 'complained']],
  ['delivery_delayed', ['deferred']],
  ['bounced', ['bounced']],
  ['failed', ['dropped']],
  ['suppressed', ['dropped']],
  ['scheduled', []],
  ['canceled', []],
]);

export default defineLogFormat({
  id: 'resend-emails',
  title: 'Resend emails, JSON',
  service: 'resend',
  shape: 'records',
  obtain: 'The answers of Resend’s GET /emails and GET /emails/{id}',
  caveats: [
    'A mail has its last event only: all it tells stands at created_at, and what came before is not told',
    'Why a mail bounced is not told; the webhooks tell it',
    'Messages that wait for their hour, or were called off, are not counted',
  ],
  sources: [{ label: 'Resend, List emails', url: 'https://resend.com/docs/api-reference/emails/list-emails' }],
  recognise: (record) => (isEmail(record) && textAt(record, 'created_at') !== undefined ? 0.95 : 0),
  read(record, sink, assumptions) {
    if (!isEmail(record)) return false;
    const fill = (event: Draft): void => {
      event.ids = { esp: textAt(record, 'id') ?? '' };
      addMail(event, { from: record['from'] });
    };
    const state = textAt(record, 'last_event') ?? '';
    for (const to of textsAt(record, 'to')) {
      const tell = telling('resend-emails', { record, to, fill }, sink, assumptions);
      for (const kind of STATES.get(state) ?? [])
        tell(kind, record['created_at'], (event) => {
          if (state === 'suppressed') event.espClass = state;
        });
    }
    return true;
  },
});

const isEmail = (record: JsonObject): boolean =>
  STATES.has(textAt(record, 'last_event') ?? '') &&
  textAt(record, 'id') !== undefined &&
  textsAt(record, 'to').length > 0;
