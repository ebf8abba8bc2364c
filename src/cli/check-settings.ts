import { dirname, join } from 'node:path';
import { UserError } from '../core/errors.ts';
import type { Place } from '../core/facts.ts';
import type { FailOn } from '../core/report.ts';
import { profiles } from '../profiles/all.ts';
import type { Profile } from '../profiles/profile.ts';
import { domainName } from './domain-name.ts';
import type { Config } from './config/config.ts';

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

/** `sendaudit.json line 12`: where the file sets this. */
export const placeText = ({ places }: Config, key: string): string => lineOf(places.get(key));

export const lineOf = (place: Place | undefined): string =>
  place === undefined ? 'the settings file' : `${place.file} line ${place.line}`;

function profileNamed(id: string): Profile {
  const profile = profiles.find((one) => one.id === id);
  if (profile !== undefined) return profile;
  throw new UserError(`there is no profile \`${id}\``, `there are ${profiles.map((one) => one.id).join(', ')}`);
}
