import type { Ignored } from '../../audit/leniency.ts';
import type { Expectations } from '../../core/expectations.ts';
import { UserError } from '../../core/errors.ts';
import type { Place } from '../../core/facts.ts';
import type { Level } from '../../core/levels.ts';
import type { FailOn } from '../../core/report.ts';
import { questionName } from '../../net/question-name.ts';
import { textIfThere, textOfFile } from '../text-file.ts';
import type { StreamRule } from '../../streams/rules.ts';
import type { Source } from './read-shape.ts';
import { readText } from './read-text.ts';
import { streamRules, type RawRule } from './raw-rules.ts';

/** What `sendaudit.json` says, every domain and sub-domain on its own. */
export interface Config {
  /** The file it was read from; undefined where there is none. */
  readonly file: string | undefined;
  /** By domain name, as `questionName` writes it. */
  readonly domains: ReadonlyMap<string, DomainConfig>;
  readonly levels: Readonly<Record<string, Level | 'off'>>;
  readonly ignore: readonly Ignore[];
  /** The user's own word on whose mail something is, first rule first. */
  readonly streams: readonly StreamRule[];
  readonly failOn?: FailOn;
  readonly profiles?: readonly string[];
  readonly baseline?: string;
  readonly dnsbls?: readonly string[];
  /** Where each setting stands, by its path: `domains.example.com.policy`. */
  readonly places: ReadonlyMap<string, Place>;
  /** Where what holds for a domain stands, its own or a default, by `originKey`. */
  readonly origins: ReadonlyMap<string, Place>;
}
export const originKey = (domain: string, key: string): string => `${key} ${domain}`;
export interface DomainConfig extends Expectations {
  readonly parked?: boolean;
}
/** A finding to live with, and where the file says so. */
export interface Ignore extends Ignored {
  readonly place: Place;
}

const DEFAULT_FILE = 'sendaudit.json';
const EMPTY: Config = {
  file: undefined,
  domains: new Map(),
  levels: {},
  ignore: [],
  streams: [],
  places: new Map(),
  origins: new Map(),
};

/** The file as its shape says it is. */
interface Raw {
  readonly defaults?: DomainConfig;
  readonly domains?: Readonly<Record<string, DomainConfig & { subdomains?: Readonly<Record<string, DomainConfig>> }>>;
  readonly levels?: Config['levels'];
  readonly ignore?: readonly Ignored[];
  readonly streams?: readonly RawRule[];
  readonly failOn?: FailOn;
  readonly profiles?: readonly string[];
  readonly baseline?: string;
  readonly dnsbls?: readonly string[];
}

/** Reads the named file, or `sendaudit.json` in the working directory where there is one. */
export async function readConfig(path: string | undefined): Promise<Config> {
  const file = path ?? DEFAULT_FILE;
  const named = { path: file, what: 'the settings in' };
  const text = path === undefined ? await textIfThere(named) : await textOfFile(named);
  return text === undefined ? EMPTY : configOf(text, file);
}

/** The same from a text. Throws a UserError for what is wrong in it. */
export async function configOf(text: string, file: string): Promise<Config> {
  const { SETTINGS } = await import('./settings.ts');
  const { value, source } = await readText(text, file, SETTINGS);
  const raw = value as Raw;
  const {
    defaults = {},
    domains = {},
    levels = {},
    ignore = [],
    streams = [],
    failOn,
    profiles,
    baseline,
    dnsbls,
  } = raw;
  return {
    file,
    ...everyDomain(domains, defaults, source),
    levels,
    ignore: ignore.map((one, index) => ({
      ...one,
      ...(one.domain === undefined ? {} : { domain: named(one.domain) }),
      place: source.places.get(`ignore[${index}]`) ?? { file, line: 1 },
    })),
    streams: streamRules(streams, source),
    ...(failOn === undefined ? {} : { failOn }),
    ...(profiles === undefined ? {} : { profiles }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(dnsbls === undefined ? {} : { dnsbls }),
    places: source.places,
  };
}

function everyDomain(
  domains: NonNullable<Raw['domains']>,
  defaults: DomainConfig,
  { file, places }: Source,
): Pick<Config, 'domains' | 'origins'> {
  const all = new Map<string, DomainConfig>();
  const origins = new Map<string, Place>();
  const add = (name: string, own: DomainConfig, path: string): void => {
    const domain = named(name);
    const place = places.get(path) ?? { file, line: 1 };
    if (all.has(domain)) throw new UserError(`${file} line ${place.line}: ${domain} is there twice`);
    const merged = namesAsAsked({ ...defaults, ...own });
    all.set(domain, { ...merged, place });
    for (const key of Object.keys(merged))
      origins.set(originKey(domain, key), places.get(`${path}.${key}`) ?? places.get(`defaults.${key}`) ?? place);
  };
  for (const [name, { subdomains = {}, ...own }] of Object.entries(domains)) {
    add(name, own, `domains.${name}`);
    for (const [labels, below] of Object.entries(subdomains))
      add(`${labels}.${name}`, below, `domains.${name}.subdomains.${labels}`);
  }
  return { domains: all, origins };
}

/** Names as DNS compares them. */
const namesAsAsked = (own: DomainConfig): DomainConfig => ({
  ...own,
  ...(own.includes === undefined ? {} : { includes: own.includes.map(named) }),
  ...(own.mx === undefined ? {} : { mx: own.mx.map(named) }),
});

/** The shape has let only names pass. */
const named = (text: string): string => questionName(text) ?? text;
