import { expect, test } from 'vitest';
import { knownProviders } from '../../src/providers/known.ts';
import { logFormats } from '../../src/logs/formats/all.ts';

test('no two log formats share an id', () => {
  expect(new Set(logFormats.map(({ id }) => id)).size).toBe(logFormats.length);
});

test.each(logFormats.map((format) => [format.id, format] as const))(
  '%s says where its file comes from, and what it was written from',
  (_, { obtain, sources, title }) => {
    expect(title).not.toBe('');
    expect(obtain.length).toBeGreaterThan(20);
    expect(sources.every(({ url }) => url.startsWith('https://'))).toBe(true);
    expect(sources).not.toEqual([]);
  },
);

test.each(logFormats.flatMap(({ id, service }) => (service === undefined ? [] : [[id, service] as const])))(
  'the service of %s is in the catalogue',
  (_, service) => expect(knownProviders().byId(service)).toBeDefined(),
);
