import { expect, test } from 'vitest';
import { MOST_HOSTS } from '../../src/sources/first-hosts.ts';
import { factIn } from './asked-world.ts';

const many = (type: string, count = 500): string =>
  Array.from({ length: count }, (_, n) => `@ ${type} h${n}\nh${n} A 192.0.2.1`).join('\n');
/** By preference the last comes first. */
const MX = many('MX').replaceAll(/^@ MX h(\d+)$/gm, (_, n) => `@ MX ${999 - Number(n)} h${n}`);

test('of a thousand mail hosts only the first are looked up, and the others are there all the same', async () => {
  const { fact, asked } = await factIn('mx', { zone: MX });
  if (fact.state !== 'found') throw new Error(fact.state);
  const { hosts } = fact.value;
  expect(hosts.map(({ preference }) => preference)).toEqual(Array.from({ length: 500 }, (_, n) => 500 + n));
  expect(hosts.slice(0, MOST_HOSTS).every(({ state }) => state === 'reachable')).toBe(true);
  expect(hosts[MOST_HOSTS]).toMatchObject({
    state: 'unknown',
    reason: `only the first ${MOST_HOSTS} mail hosts were looked up`,
  });
  expect(asked.length).toBe(1 + 2 * MOST_HOSTS);
});

test('a host that stands there twice counts once', async () => {
  const zone = `${many('MX', 0)}${Array.from({ length: 30 }, (_, n) => `@ MX ${n} mail`).join('\n')}\nmail A 192.0.2.1`;
  const { fact } = await factIn('mx', { zone });
  expect(fact.state === 'found' && fact.value.hosts.every(({ state }) => state === 'reachable')).toBe(true);
});

test('nor are the TLSA records of the others asked for', async () => {
  const { fact, asked } = await factIn('tlsa', { zone: MX });
  if (fact.state !== 'found') throw new Error(fact.state);
  expect(fact.value.hosts.length).toBe(500);
  expect(fact.value.hosts.at(-1)?.records.state).toBe('unknown');
  expect(asked.length).toBe(1 + 3 * MOST_HOSTS);
});

test('nor the addresses of a thousand name servers', async () => {
  const { fact, asked } = await factIn('zone', { zone: many('NS') });
  expect(fact.state === 'found' && fact.value.nameServers.length).toBe(500);
  expect(asked.length).toBe(2 + 2 * MOST_HOSTS);
});
