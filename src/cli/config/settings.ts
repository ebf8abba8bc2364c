import { profiles } from '../../profiles/all.ts';
import { providers } from '../../providers/all.ts';
import { domainNameIn } from '../domain-name.ts';
import { isSelector } from '../selector.ts';
import { codeFault } from './codes.ts';
import { near } from './near.ts';
import { jsonSchemaOf, type Shape } from './shape.ts';
import { STREAM_RULES } from './stream-rules.ts';

const domainFault = (text: string): string | undefined =>
  domainNameIn(text) === undefined ? 'is no domain name' : undefined;

const providerIds: readonly string[] = providers.map(({ id }) => id);
const profileIds: readonly string[] = profiles.map(({ id }) => id);

const domainName: Shape = { kind: 'text', about: 'a domain name', fault: domainFault, example: 'example.com' };

const EXPECTED: Readonly<Record<string, Shape>> = {
  selectors: {
    kind: 'list',
    about: 'DKIM selectors the domain signs with; each must have a key',
    of: {
      kind: 'text',
      about: 'what stands behind s= in a signature',
      fault: (text) => (isSelector(text) ? undefined : 'is no DKIM selector'),
    },
  },
  policy: { kind: 'choice', about: 'the least DMARC policy', of: ['none', 'quarantine', 'reject'] },
  senders: {
    kind: 'list',
    about: 'the services that send for the domain, by their id in `sendaudit list providers`: these and no others',
    of: {
      kind: 'text',
      about: 'id of a provider',
      fault: (text) => (providerIds.includes(text) ? undefined : near('provider', text, providerIds)),
      example: 'amazon-ses',
    },
  },
  includes: { kind: 'list', about: 'the names SPF may include: these and no others', of: domainName },
  mx: { kind: 'list', about: 'the mail hosts: these and no others', of: domainName },
  parked: { kind: 'flag', about: 'the domain sends and receives no mail' },
};

const expectations: Shape = { kind: 'object', about: 'what is known about a domain and held to', fields: EXPECTED };

/** `sendaudit.json`, as documentation, schema and reader at once. */
export const SETTINGS = {
  kind: 'object',
  about: 'Settings of sendaudit',
  fields: {
    $schema: { kind: 'text', about: 'for editors; `sendaudit schema config` prints it' },
    defaults: { ...expectations, about: 'what holds for every domain that does not say otherwise' },
    domains: {
      kind: 'map',
      about: 'what is known about a domain, by its name; audited where none is named on the command line',
      keyFault: domainFault,
      of: {
        kind: 'object',
        about: 'one domain',
        fields: {
          ...EXPECTED,
          subdomains: {
            kind: 'map',
            about: 'sub-domains to audit as well, by the labels before the domain',
            keyFault: domainFault,
            of: expectations,
          },
        },
      },
    },
    levels: {
      kind: 'map',
      about: 'another level for a finding, a check or a family of checks, by its code; the most exact one counts',
      keyFault: codeFault,
      of: { kind: 'choice', about: 'its level, or off', of: ['error', 'warning', 'note', 'off'] },
    },
    ignore: {
      kind: 'list',
      about: 'findings to live with for a while: shown, and not counted',
      of: {
        kind: 'object',
        about: 'one of them',
        required: ['code', 'reason'],
        fields: {
          code: { kind: 'text', about: 'a finding, a check or a family', fault: codeFault, example: 'dmarc/policy' },
          domain: { ...domainName, about: 'only for this domain and what lies below it' },
          reason: { kind: 'text', about: 'why' },
          until: {
            kind: 'text',
            about: 'last day it holds, YYYY-MM-DD',
            fault: dateFault,
            example: '2027-01-31',
          },
        },
      },
    },
    streams: STREAM_RULES,
    failOn: { kind: 'choice', about: 'as --fail-on', of: ['error', 'warning', 'note', 'profile', 'never'] },
    profiles: {
      kind: 'list',
      about: 'as --profile',
      of: {
        kind: 'text',
        about: 'a profile',
        fault: (text) => (profileIds.includes(text) ? undefined : near('profile', text, profileIds)),
        example: 'gmail',
      },
    },
    baseline: { kind: 'text', about: 'as --baseline, relative to the settings file' },
    dnsbls: { kind: 'list', about: 'as --dnsbl', of: domainName },
  },
} as const satisfies Shape;

function dateFault(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return year !== undefined && date.toISOString().startsWith(text) ? undefined : 'is no date; one is 2027-01-31';
}

export const CONFIG_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'sendaudit.json',
  ...jsonSchemaOf(SETTINGS),
};
