import { expect, test } from 'vitest';
import { checks } from '../../src/checks/all.ts';
import { drift } from '../../src/drift/drift.ts';
import { auditedDomains } from '../../src/drift/recorded-names.ts';
import { recordedNet } from '../../src/net/recorded.ts';
import { recordingNet } from '../../src/net/recording.ts';
import { printRdata } from '../../src/net/zone/rdata-print.ts';
import { auditDomain } from '../../src/audit/audit.ts';
import { knownProviders } from '../../src/providers/known.ts';
import { worldOf } from '../support/zone-servers.ts';

const now = new Date('2026-11-01T12:00:00Z');
const NO_HINTS = { selectors: [], guessSelectors: false };
const ZONE = '@ TXT "v=spf1 -all"\n@ MX 0 .\n_dmarc TXT "v=DMARC1; p=reject"';

async function recorded(zone: string): Promise<ReturnType<typeof recordedNet>> {
  let text = '';
  const net = recordingNet(worldOf(zone), async (all) => void (text = all));
  await auditDomain({ domain: 'example.com', net, hints: NO_HINTS, catalogue: knownProviders(), checks, now });
  await net.close();
  return recordedNet(text, 'a.rec');
}

const options = {
  domains: ['example.com'],
  hintsOf: () => NO_HINTS,
  leniency: { levels: {}, ignore: [], today: '2026-11-01' },
  catalogue: knownProviders(),
  checks,
  now,
  print: printRdata,
};

test('a library compares a recording with a world of its own', async () => {
  const earlier = await recorded(ZONE);
  expect(auditedDomains(earlier.recorded)).toEqual(['example.com']);
  const { changes, consequences } = await drift(earlier, worldOf(ZONE.replace('-all', '+all')), options);
  expect(changes).toEqual([
    {
      name: 'example.com',
      type: 'TXT',
      kind: 'changed',
      before: ['"v=spf1 -all"'],
      after: ['"v=spf1 +all"'],
    },
  ]);
  expect(consequences[0]?.results.flatMap(({ findings }) => findings.map(({ code }) => code))).toContain(
    'spf/universal-pass:all',
  );
});

test('a question that fails now is undecided, and one that failed before and now has no change', async () => {
  const earlier = await recorded(ZONE);
  const later = worldOf(ZONE, { servfail: ['_dmarc.example.com'] });
  const { changes } = await drift(earlier, later, options);
  expect(changes.map(({ name, kind }) => [name, kind])).toEqual([['_dmarc.example.com', 'undecided']]);
});

test('a wildcard that appeared shows at the made-up names that are asked for', async () => {
  const { changes } = await drift(await recorded(ZONE), worldOf(`${ZONE}\n* TXT "x"`), options);
  expect(changes.map(({ name, kind }) => [name, kind])).toContainEqual([
    'sendaudit-wildcard-probe.example.com',
    'appeared',
  ]);
});
