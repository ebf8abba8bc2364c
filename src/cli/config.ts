import { readFile } from 'node:fs/promises';
import { UserError } from '../core/errors.ts';
import { systemFault } from '../core/system-fault.ts';
import { questionName } from '../net/question-name.ts';

/** What `sendaudit.json` may say. */
export interface Config {
  readonly domains: Readonly<Record<string, DomainConfig>>;
}
export interface DomainConfig {
  /** DKIM selectors the domain signs with. */
  readonly selectors: readonly string[];
}

const DEFAULT_FILE = 'sendaudit.json';
const EMPTY: Config = { domains: {} };

/** JSON Schema of the file; `sendaudit schema config` prints it. */
export const CONFIG_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'sendaudit.json',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    domains: {
      description: 'What is known about a domain and DNS does not list, by domain name',
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        properties: {
          selectors: {
            description: 'DKIM selectors the domain signs with',
            type: 'array',
            items: { type: 'string', minLength: 1 },
          },
        },
      },
    },
  },
} as const;

/** Reads the named file, or `sendaudit.json` in the working directory where there is one. */
export async function readConfig(path: string | undefined): Promise<Config> {
  const file = path ?? DEFAULT_FILE;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && path === undefined) return EMPTY;
    throw new UserError(`cannot read the settings in ${file}`, systemFault(error));
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file} is not JSON`, error instanceof Error ? error.message : undefined);
  }
  return configOf(value, file);
}

function configOf(value: unknown, file: string): Config {
  const top = objectAt(value, file, ['$schema', 'domains']);
  const domains = Object.entries(objectAt(top['domains'] ?? {}, `${file}: domains`, undefined)).map(([name, about]) => {
    const domain = questionName(name);
    if (domain === undefined || domain === '') throw new UserError(`${file}: domains: \`${name}\` is no domain name`);
    const { selectors = [] } = objectAt(about, `${file}: domains.${name}`, ['selectors']);
    if (!Array.isArray(selectors) || !selectors.every((one): one is string => typeof one === 'string' && one !== ''))
      throw new UserError(`${file}: domains.${name}.selectors must be a list of names`);
    return [domain, { selectors }] as const;
  });
  return { domains: Object.fromEntries(domains) };
}

function objectAt(value: unknown, where: string, known: readonly string[] | undefined): Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new UserError(`${where} must be an object`);
  const unknown = known === undefined ? undefined : Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new UserError(`${where} has no key \`${unknown}\``, `it may have ${known?.join(', ')}`);
  return value as Record<string, unknown>;
}
