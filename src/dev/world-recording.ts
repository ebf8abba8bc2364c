/**
 * `npm run world`, second half: records what the audit, the attribution and the rehearsal of a policy ask in the fixture
 * world, so that the demo and the tests run over a recording as a user's would be.
 */
import { cachedNet } from '../net/cached.ts';
import { fileWriter, recordingNet } from '../net/recording.ts';
import { loadZones } from '../net/zone/load.ts';
import { zoneWorld } from '../net/zone/world.ts';
import { knownProviders } from '../providers/known.ts';
import { auditDomain } from '../audit/audit.ts';
import { checks } from '../checks/all.ts';
import { NO_CHANGE } from '../rehearsal/change.ts';
import { rehearsal } from '../rehearsal/rehearsal.ts';
import { attributed } from '../traffic/attributed.ts';
import { readTraffic } from '../traffic/read.ts';

const WORLD = 'fixtures/world';
const SUFFIX = '._domainkey.casaluna.example';

const zones = await loadZones([`${WORLD}/zones`]);
const net = recordingNet(
  cachedNet(zoneWorld(zones, { outside: 'nxdomain' })),
  fileWriter('fixtures/recordings/casaluna.rec'),
);
const selectors = [...zones.names]
  .filter((name) => name.endsWith(SUFFIX))
  .map((name) => ({ selector: name.slice(0, -SUFFIX.length), origin: 'the zone', claim: 'listed' as const }));
await auditDomain({
  domain: 'casaluna.example',
  net,
  hints: { selectors, guessSelectors: false },
  catalogue: knownProviders(),
  checks,
  now: new Date(),
});
const traffic = await attributed(await readTraffic([`${WORLD}/dmarc`]), { catalogue: knownProviders(), net });
await rehearsal(traffic, {
  change: { ...NO_CHANGE, policy: { p: 'reject' } },
  domains: [],
  asksReadiness: true,
  worlds: { now: net },
  catalogue: knownProviders(),
});
await net.close();
