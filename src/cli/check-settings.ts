import { dirname, join } from 'node:path';
import { UserError } from '../core/errors.ts';
import type { Place } from '../core/facts.ts';
import type { Page } from '../core/page.ts';
import { plainReport, type FailOn, type Report } from '../core/report.ts';
import { profiles } from '../profiles/all.ts';
import type { Profile } from '../profiles/profile.ts';
import { domainName } from './domain-name.ts';
import { originKey, type Config } from './config/config.ts';

/** A value, and who set it: `--fail-on`, `sendaudit.json line 12`, `default`. */
export interface Setting<T> {
  readonly value: T;
  readonly from: string;
}

/** What governs an audit, from the command line, the settings file, or by default, in this order. */
export interface CheckSettings {
  readonly failOn: Setting<FailOn>;
  readonly profiles: Setting<readonly Profile[]>;
  readonly baseline: Setting<string | undefined>;
  readonly dnsbls: Setting<readonly string[]>;
}

export interface SettingOptions {
  readonly failOn?: FailOn;
  readonly profile?: readonly string[];
  readonly baseline?: string;
  readonly dnsbl?: readonly string[];
}

/** Throws a UserError where the settings do not go together. */
export function checkSettings(options: SettingOptions, config: Config): CheckSettings {
  const settled = <T>(option: string, typed: T | undefined, key: string, configured: T | undefined, otherwise: T) => {
    if (typed !== undefined) return { value: typed, from: option };
    if (configured === undefined) return { value: otherwise, from: 'default' };
    return { value: configured, from: placeText(config, key) };
  };
  const wanted = settled('--profile', options.profile, 'profiles', config.profiles, []);
  const settings: CheckSettings = {
    failOn: settled('--fail-on', options.failOn, 'failOn', config.failOn, 'error'),
    profiles: { ...wanted, value: [...new Set(wanted.value)].map((id) => profileNamed(id)) },
    baseline: settled('--baseline', options.baseline, 'baseline', besideConfig(config), undefined),
    dnsbls: settled('--dnsbl', options.dnsbl && dnsblNames(options.dnsbl), 'dnsbls', config.dnsbls, []),
  };
  if (settings.failOn.value === 'profile' && settings.profiles.value.length === 0)
    throw new UserError('--fail-on profile needs a profile', undefined, '--profile gmail --fail-on profile');
  return settings;
}

const dnsblNames = (typed: readonly string[]): string[] => [...new Set(typed.map((zone) => domainName(zone)))];

const besideConfig = ({ file, baseline }: Config): string | undefined =>
  file === undefined || baseline === undefined ? baseline : join(dirname(file), baseline);

const placeText = ({ places }: Config, key: string): string => lineOf(places.get(key));

const lineOf = (place: Place | undefined): string =>
  place === undefined ? 'the settings file' : `${place.file} line ${place.line}`;

function profileNamed(id: string): Profile {
  const profile = profiles.find((one) => one.id === id);
  if (profile !== undefined) return profile;
  throw new UserError(`there is no profile \`${id}\``, `there are ${profiles.map((one) => one.id).join(', ')}`);
}

interface SettingRow {
  readonly name: string;
  readonly value: Value;
  readonly from: string;
}
type Value = string | boolean | null | readonly string[];

/** `--print-config`: every value and where it comes from. */
export function settingsReport(settings: CheckSettings, config: Config, startedAt: Date): Report {
  const rows = [...rowsOf(settings), ...fileRows(config)];
  const page: Page = {
    title: 'Settings',
    aside: config.file ?? 'no settings file',
    blocks: [
      {
        kind: 'table',
        columns: [{ title: 'setting' }, { title: 'value', shrinks: true }, { title: 'from' }],
        rows: rows.map(({ name, value, from }) => ({ cells: [name, shown(value), from] })),
      },
    ],
  };
  return plainReport({
    command: 'config',
    startedAt,
    page: () => page,
    body: () => ({ settings: rows }),
    lines: () => rows,
    *table() {
      yield ['setting', 'value', 'from'];
      for (const { name, value, from } of rows) yield [name, shown(value), from];
    },
  });
}

const shown = (value: Value): string =>
  value === null ? 'none' : typeof value === 'object' ? value.join(', ') || 'none' : String(value);

const rowsOf = ({ failOn, profiles: named, baseline, dnsbls }: CheckSettings): SettingRow[] => [
  { name: 'failOn', ...failOn },
  { name: 'profiles', value: named.value.map(({ id }) => id), from: named.from },
  { name: 'baseline', value: baseline.value ?? null, from: baseline.from },
  { name: 'dnsbls', ...dnsbls },
];

/** What only the file can say. */
function fileRows(config: Config): SettingRow[] {
  const domains = [...config.domains].flatMap(([domain, { place, ...own }]) => [
    { name: `domains.${domain}`, value: 'audited', from: lineOf(place) },
    ...Object.entries(own).map(([key, value]) => ({
      name: `domains.${domain}.${key}`,
      value,
      from: lineOf(config.origins.get(originKey(domain, key))),
    })),
  ]);
  return [
    ...domains,
    ...Object.entries(config.levels).map(([code, value]) => ({
      name: `levels.${code}`,
      value,
      from: placeText(config, `levels.${code}`),
    })),
    ...config.streams.map(({ name, when }, index) => ({
      name: `streams[${index}]`,
      value: [name, ...Object.entries(when).map(([key, value]) => `${key} ${value}`)],
      from: placeText(config, `streams[${index}]`),
    })),
    ...config.ignore.map(({ code, domain, reason, until, place }, index) => ({
      name: `ignore[${index}]`,
      value: [
        code,
        ...(domain === undefined ? [] : [domain]),
        ...(until === undefined ? [] : [`until ${until}`]),
        reason,
      ],
      from: lineOf(place),
    })),
  ];
}
