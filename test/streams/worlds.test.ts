import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../support/worlds/catalogue.ts';
import { judged, type Judged } from '../support/worlds/score.ts';
import { scoreOf, tableOf } from '../support/worlds/table.ts';
import { worldOf } from '../support/worlds/world.ts';

/** Invented organisations, each with its own senders, forwarders, forgers and reporters; the seeds were not chosen. */
const SEEDS = Array.from({ length: 120 }, (_, index) => `world ${index + 1}`);
const worlds = SEEDS.map((seed) => worldOf(seed));
const judge = (networks: Parameters<typeof catalogueOf>[0], dns: Parameters<typeof judged>[2]): Judged[] => {
  const catalogue = catalogueOf(networks);
  return worlds.flatMap((world) => judged(world, catalogue, dns));
};
const offline = judge('their networks', 'offline');
const isKnowable = ({ truth }: Judged): boolean => truth.undecidable === undefined;

const share = (rows: readonly Judged[]): number => {
  const { messages, right } = scoreOf(rows);
  return right / messages;
};
const errorsIn = (rows: readonly Judged[]): string[] => Object.keys(scoreOf(rows).errors);

test('the worlds hold every kind of sender, forwarder and forger, and most of it can be known', () => {
  const archetypes = new Set(offline.map(({ truth }) => truth.archetype));
  expect([...archetypes].filter((name) => name.startsWith('forwarder: ')).length).toBeGreaterThanOrEqual(15);
  expect([...archetypes].filter((name) => name.startsWith('spoofer: ')).length).toBeGreaterThanOrEqual(15);
  expect(archetypes.size).toBeGreaterThanOrEqual(60);
  expect(offline.filter((row) => !isKnowable(row)).length / offline.length).toBeLessThan(0.35);
});

describe('of what can be known', () => {
  const knowable = offline.filter((row) => isKnowable(row));

  test('at least 99 messages in 100 are in the right stream and class, with no DNS', () => {
    expect(share(knowable), tableOf(knowable)).toBeGreaterThanOrEqual(0.99);
  });

  test('no forged message is called ours, and none of ours suspicious', () => {
    const wrong = knowable.filter(({ verdict }) => verdict === 'spoofer as ours' || verdict === 'ours as suspicious');
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test('with the SPF trees at hand, no less', () => {
    const settled = judge('their networks', 'with DNS').filter(
      (row) => isKnowable(row) || row.truth.settledByDns === true,
    );
    expect(share(settled), tableOf(settled)).toBeGreaterThanOrEqual(0.99);
    expect(errorsIn(settled)).not.toContain('spoofer as ours');
    expect(errorsIn(settled)).not.toContain('ours as suspicious');
  });

  test('where nobody publishes networks, services may stay unnamed, and classes are right all the same', () => {
    const rows = judge('no networks', 'offline').filter((row) => isKnowable(row));
    const byClass = rows.filter(({ verdict }) => !['right', 'no service', 'another stream'].includes(verdict));
    expect(scoreOf(byClass).messages / scoreOf(rows).messages, tableOf(rows)).toBeLessThan(0.01);
    expect(errorsIn(rows)).not.toContain('spoofer as ours');
    expect(errorsIn(rows)).not.toContain('ours as suspicious');
  });
});

test('what cannot be known is not said with confidence', () => {
  const sure = offline.filter(
    ({ truth, verdict, said }) =>
      truth.undecidable !== undefined &&
      (verdict === 'spoofer as ours' || verdict === 'ours as suspicious') &&
      said.classConfidence > 0.6,
  );
  expect(sure.map(({ truth, said }) => [truth.archetype, said.class, said.classConfidence])).toEqual([]);
});
