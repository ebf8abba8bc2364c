import { randomFrom, textOf, wholeBelow } from '../world/random.ts';

/** Two editions of a newsletter through SendGrid, as its event webhook tells of them: a line for each event. */
const EDITIONS = [
  { campaign: 'autumn-lamps', sent: Date.parse('2026-11-10T09:00:00Z') / 1000, recipients: 420 },
  { campaign: 'black-friday', sent: Date.parse('2026-11-11T09:00:00Z') / 1000, recipients: 460 },
] as const;
const DOMAINS = [
  'gmail.com',
  'gmail.com',
  'gmail.com',
  'outlook.com',
  'outlook.com',
  'yahoo.com',
  'icloud.com',
  'web.de',
  'firma.example',
];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

export function campaignEvents(): string[] {
  const random = randomFrom('campaign');
  const events: (Readonly<Record<string, unknown>> & { readonly timestamp: number })[] = [];
  let number = 0;
  for (const { campaign, sent, recipients } of EDITIONS)
    for (let index = 0; index < recipients; index += 1) {
      const email = `${textOf(random, LETTERS, 8)}@${DOMAINS[wholeBelow(random, DOMAINS.length)] ?? 'gmail.com'}`;
      const message = `${campaign}-${index}.filter0001.16648.${textOf(random, '0123456789ABCDEF', 8)}.0`;
      const tell = (event: string, after: number, more: object = {}): void => {
        number += 1;
        events.push({
          email,
          timestamp: sent + Math.round(after),
          event,
          category: ['newsletter'],
          sg_event_id: `ev-${number}`,
          sg_message_id: message,
          'smtp-id': `<${campaign}-${index}@shop.example>`,
          ...more,
        });
      };
      tellRecipient(tell, random);
    }
  return events.toSorted((a, b) => a.timestamp - b.timestamp).map((event) => JSON.stringify(event));
}

type Tell = (event: string, after: number, more?: object) => void;

/** One in forty was never there, one in thirty waits, a third is opened by a machine and a quarter by a person. */
function tellRecipient(tell: Tell, random: () => number): void {
  const start = random() * 600;
  if (random() < 1 / 60) return tell('dropped', start, { reason: 'Bounced Address', status: '5.1.1' });
  tell('processed', start);
  if (random() < 1 / 40)
    return tell('bounce', start + 2, {
      type: 'bounce',
      status: '5.1.1',
      bounce_classification: 'Invalid Address',
      reason: '550 5.1.1 The email account that you tried to reach does not exist.',
    });
  let taken = start + 1 + random() * 4;
  if (random() < 1 / 30) {
    tell('deferred', taken, { attempt: '1', response: '421 4.7.28 unusual rate of mail from your IP address' });
    taken += 600;
  }
  tell('delivered', taken, { ip: '192.0.2.80', tls: 1, response: '250 2.0.0 OK' });
  if (random() < 1 / 3) tell('open', taken + 5 + random() * 60, { sg_machine_open: true, useragent: 'Mozilla/5.0' });
  if (random() < 1 / 4) {
    const opened = taken + 600 + random() * 40_000;
    tell('open', opened, { sg_machine_open: false, useragent: 'Mozilla/5.0 (X11; Linux x86_64)' });
    if (random() < 1 / 5) tell('click', opened + 20, { url: 'https://shop.example/lamps' });
    if (random() < 1 / 20) tell('unsubscribe', opened + 60);
  }
  if (random() < 1 / 300) tell('spamreport', taken + 3600);
}
