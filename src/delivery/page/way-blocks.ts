import { count, percent } from '../../core/format.ts';
import type { Block } from '../../core/page.ts';
import type { Delivery } from '../delivery.ts';

/** On the way: attempts it took, where the time went, and how much of it was encrypted. */
export function wayBlocks({ totals, tlsVersions }: Delivery): Block[] {
  const rows = [
    ...row('attempts', attemptsText(totals.attempts)),
    ...row('time', timeText(totals)),
    ...row('TLS', tlsText(totals.tls, tlsVersions)),
  ];
  return rows.length === 0
    ? []
    : [
        { kind: 'heading', text: 'On the way' },
        { kind: 'pairs', rows },
      ];
}

const row = (label: string, text: string): { label: string; lines: string[] }[] =>
  text === '' ? [] : [{ label, lines: [text] }];

const ORDINALS = ['first', 'second', 'third'];

function attemptsText(attempts: readonly number[]): string {
  const all = attempts.reduce((sum, one) => sum + one, 0);
  // Where nothing was ever tried again there is nothing to tell.
  if (all === 0 || attempts.length < 2) return '';
  const later = attempts.slice(ORDINALS.length).reduce((sum, one) => sum + one, 0);
  const told = ORDINALS.flatMap((name, at) => {
    const times = attempts[at] ?? 0;
    return times === 0 ? [] : [`${percent(times, all)} at the ${name}`];
  });
  return `${told.join(', ')}${later > 0 ? `, ${percent(later, all)} later` : ''}`;
}

function timeText({ delay }: Delivery['totals']): string {
  const share = delay?.share;
  if (share === undefined) return '';
  const part = (value: number): string => percent(value, 1);
  return `${part(share.before)} waiting, ${part(share.queue)} in the active queue, ${part(share.connect)} connecting, ${part(share.transmit)} sending`;
}

function tlsText({ encrypted, plain, unknown }: Delivery['totals']['tls'], versions: Delivery['tlsVersions']): string {
  const known = encrypted + plain;
  if (known === 0) return '';
  const told = [...versions]
    .toSorted((a, b) => b[1] - a[1])
    .map(([version, times]) => `${version} ${percent(times, encrypted)}`)
    .join(', ');
  return [
    `${percent(encrypted, known)} encrypted${told === '' ? '' : ` (${told})`}`,
    ...(plain > 0 ? [`${count(plain)} without`] : []),
    ...(unknown > 0 ? [`of ${count(unknown)} more it is not told`] : []),
  ].join(', ');
}
