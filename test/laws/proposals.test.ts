import { expect, test } from 'vitest';
import { checks } from '../../src/checks/all.ts';
import type { Example } from '../../src/core/example.ts';
import type { Finding } from '../../src/core/outcome.ts';
import { judgedExample, withChanges } from '../support/example-world.ts';

/** Errors that following a piece of advice may bring, and why that is right; `after` is any advice where it is not said. */
interface Exception {
  readonly brings: string;
  readonly after?: readonly string[];
  readonly because: string;
}

const NO_SUCH_RECORD = 'a change of a record that is not there';

const EXCEPTIONS: readonly Exception[] = [
  {
    brings: 'spf/include-target:missing',
    because: 'the include stood in the record, and nobody read it: the small worlds do not hold its target',
  },
  {
    brings: 'spf/target-registration:unregistered',
    because: 'the small worlds do not hold the services that are proposed, so their domains seem to be gone',
  },
  {
    after: ['spf/alias:free'],
    brings: 'dns/existence:nxdomain',
    because: 'the CNAME is all there is at the name, and harm is done as long as it stands',
  },
  {
    after: ['dmarc/aggregate-reports:missing'],
    brings: NO_SUCH_RECORD,
    because: 'a wildcard answers at `_dmarc`; where dns/wildcard-text is followed first, the record is there',
  },
  {
    after: ['dkim/revoked-key:retired'],
    brings: 'dmarc/signatures:reject',
    because: 'the withdrawn key was all that told of DKIM',
  },
  {
    after: [
      'dmarc/discovery:alignment',
      'dmarc/policy:invalid',
      'dmarc/tag-names:misspelt',
      'dmarc/test-mode:lowered',
      'dmarc/version:ignored',
      'dns/wildcard-text:dmarc',
      'expectation/policy:weaker',
    ],
    brings: 'dmarc/signatures:reject',
    because: 'the record, or the domain, asked for reject before; now it is heard, and no key is known',
  },
  {
    after: ['mta-sts/id:value'],
    brings: 'mta-sts/mx-patterns:refused',
    because: 'the policy comes into force with its record; mta-sts/mx-patterns:unnamed warned of that before',
  },
  {
    after: ['dns/wildcard-alias:free', 'dns/wildcard-alias:gone'],
    brings: 'dmarc/record:missing',
    because: 'the wildcard answered for `_dmarc` as well, and hid that there is no record',
  },
  {
    after: ['dkim/key-data:private', 'dkim/alias-domain:free'],
    brings: 'dkim/selector:missing',
    because: 'nobody but the owner can make a key, and the old one does harm as long as it stands',
  },
  {
    after: ['dns/wildcard-text:text'],
    brings: 'dkim/selector:missing',
    because: 'the wildcard answered for the selector as well, and hid that there is no key',
  },
  {
    after: ['dkim/crossed-aliases:crossed'],
    brings: 'dkim/alias:broken',
    because: 'the service has not published the second key yet, which is another matter',
  },
  {
    after: ['spf/target-registration:unregistered'],
    brings: 'expectation/senders:unnamed',
    because: 'the small worlds do not hold the services, so their domains seem to be gone',
  },
  {
    after: ['spf/reserved-ranges:unused'],
    brings: 'host/spf-authorisation:refused',
    because: 'the sending address of the example is one for documentation',
  },
  {
    after: ['parked/dkim:key'],
    brings: 'dkim/revoked-key:used',
    because: 'the example says both that the selector is in use and that the domain is parked',
  },
  {
    after: ['dmarc/single-record:several'],
    brings: 'parked/dmarc:weaker',
    because: 'of two records nobody knows which is meant, and the milder one loses no mail',
  },
];

/** Only these can bring an error. */
const GRAVE = checks.filter(({ messages }) => Object.values(messages).some(({ level }) => level === 'error'));

test('no advice, when it is followed, brings an error that was not there before', { timeout: 60_000 }, async () => {
  const broken: string[] = [];
  const met = new Set<Exception>();
  const seen = new Set<string>();
  for (const example of checks.flatMap((check) => check.examples)) {
    const world = onGround(example);
    const { name: _name, expect: _expect, outcome: _outcome, ...shown } = world;
    const key = JSON.stringify(shown);
    if (seen.has(key)) continue;
    seen.add(key);
    broken.push(...(await newErrors(world, met)).map((error) => `${example.name}: ${error}`));
  }
  expect(broken).toEqual([]);
  expect(
    EXCEPTIONS.filter((exception) => !met.has(exception)),
    'exceptions that nothing needs any more',
  ).toEqual([]);
});

/** `<code followed> brings <code of a new error>: …`, for every piece of advice in one world. */
async function newErrors(world: Example, met: Set<Exception>): Promise<string[]> {
  const before = await findingsIn(world);
  const known = new Set(before.map(codeAndSubject));
  const followed = new Set<string>();
  const errors: string[] = [];
  for (const { code, changes } of before) {
    const advice = JSON.stringify(changes);
    if (changes.length === 0 || followed.has(advice)) continue;
    followed.add(advice);
    for (const fresh of await after(world, changes, known))
      if (!isException(code, fresh.code, met))
        errors.push(`${code} brings ${fresh.code}: ${fresh.message} (${advice})`);
  }
  return errors;
}

async function after(
  world: Example,
  changes: Finding['changes'],
  known: ReadonlySet<string>,
): Promise<readonly Pick<Finding, 'code' | 'message'>[]> {
  let zone: string;
  try {
    zone = withChanges(world.zone, changes);
  } catch (error) {
    return [{ code: NO_SUCH_RECORD, message: String(error) }];
  }
  const findings = await findingsIn({ ...world, zone }, GRAVE);
  return findings.filter((finding) => finding.level === 'error' && !known.has(codeAndSubject(finding)));
}

function isException(followed: string, brought: string, met: Set<Exception>): boolean {
  const exception = EXCEPTIONS.find(
    ({ brings, after: of }) => brings === brought && (of === undefined || of.includes(followed)),
  );
  if (exception !== undefined) met.add(exception);
  return exception !== undefined;
}

const codeAndSubject = ({ code, subject }: Finding): string => `${code} ${subject}`;

async function findingsIn(world: Example, of: typeof checks = checks): Promise<readonly Finding[]> {
  return (await judgedExample(of, world)).flatMap(({ findings }) => findings);
}

/** An example's world is as small as its check needs it; a domain that takes mail is what advice is for. */
function onGround(example: Example): Example {
  const { zone } = example;
  const has = (type: string): boolean =>
    new RegExp(String.raw`^(?:@|example\.com\.)(?: \d+)? ${type}\b`, 'm').test(zone);
  if (has('CNAME')) return example;
  const more = [
    ...(has('SOA') ? [] : ['@ SOA ns1 hostmaster 1 7200 900 1209600 3600']),
    ...(has('NS') ? [] : ['@ NS ns1.example.org.', '@ NS ns2.example.org.']),
    ...(has('MX') ? [] : ['@ MX 10 mail', 'mail A 37.1.2.25']),
  ];
  const { domain = 'example.com' } = example;
  const label = domain.endsWith('.example.com') ? domain.slice(0, -'.example.com'.length) : '';
  const isAlias = zone.split('\n').some((line) => /^(\S+)(?: \d+)? CNAME /.exec(line)?.[1] === label);
  if (label !== '' && !isAlias) more.push(`${label} A 37.1.2.80`);
  return { ...example, zone: [zone, ...more].join('\n') };
}
