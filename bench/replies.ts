import { classify } from '../src/replies/classify.ts';
import { figure, type Figure } from './figures.ts';
import { seeded } from './random.ts';

const REPLIES = 200_000;
const RUNS = 3;
/** What receivers say; the parts in braces differ from reply to reply. */
const TEXTS = [
  '421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address {ip}. {id} - gsmtp',
  '550-5.1.1 The email account that you tried to reach does not exist. {id} - gsmtp',
  '421 4.7.0 [TSS04] Messages from {ip} temporarily deferred due to unexpected volume or user complaints',
  '450 4.2.0 <{to}>: Recipient address rejected: Greylisted, see http://postgrey.example/help/{id}',
  '552 5.2.2 <{to}>: Das Postfach ist voll ({id})',
  '554 5.7.1 Service unavailable; Client host [{ip}] blocked using zen.spamhaus.org',
  '550 5.4.1 Recipient address rejected: Access denied. [{id}.eur05.prod.protection.outlook.com]',
  '451 4.3.0 Temporary lookup failure (in reply to RCPT TO command) {id}',
];

/** The classifier by itself, by how much of a reply it has seen before. */
export function replies(): Figure[] {
  const random = seeded(25);
  const word = (): string => random.below(36 ** 6).toString(36);
  const texts = (fill: (text: string) => string): string[] =>
    Array.from({ length: REPLIES }, () => fill(random.pickUneven(TEXTS)));
  const filled = (text: string): string =>
    text
      .replace('{ip}', `192.0.2.${random.below(256)}`)
      .replace('{id}', `${word()}${random.below(1e6)}`)
      .replace('{to}', `${word()}@firma.example`);
  const wordless = (text: string): string => text.replaceAll(/\{\w+\}/g, 'x');
  return [
    measured('replies, the same to the letter', () => texts(wordless)),
    measured('replies, the same but for addresses and ids', () => texts(filled)),
    // Words of letters only: no id, and nothing that was worked out before.
    measured('replies never seen before', () =>
      texts((text) => `${filled(text)} ${word().replaceAll(/\d/g, 'e')} ${word().replaceAll(/\d/g, 'a')}`),
    ),
  ];
}

function measured(name: string, texts: () => readonly string[]): Figure {
  const runs = Array.from({ length: RUNS }, () => {
    const list = texts();
    const { user, system } = process.cpuUsage();
    for (const diagnostic of list) classify({ diagnostic });
    const spent = process.cpuUsage({ user, system });
    return (list.length / (spent.user + spent.system)) * 1e6;
  });
  return figure(name, runs, 'replies/s of CPU');
}
