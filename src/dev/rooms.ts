/**
 * Who may import whom: the law of the house, for the linter. `types` are rooms of which only types may be imported.
 * Packages are named where only one room, or one file, may use them.
 */
export interface Room {
  readonly name: string;
  readonly imports: readonly string[];
  readonly types?: readonly string[];
}

export const ROOMS: readonly Room[] = [
  { name: 'core', imports: [] },
  { name: 'protocols', imports: ['core'] },
  { name: 'net', imports: ['core'] },
  { name: 'providers', imports: ['core', 'protocols'] },
  { name: 'mail', imports: ['core'] },
  { name: 'intake', imports: ['core', 'mail'] },
  { name: 'reports', imports: ['core', 'protocols', 'mail'], types: ['intake'] },
  { name: 'spf', imports: ['core', 'protocols'], types: ['net'] },
  { name: 'dmarc-policy', imports: ['core', 'protocols'], types: ['net'] },
  { name: 'streams', imports: ['core', 'protocols', 'providers'], types: ['reports'] },
  {
    name: 'sources',
    imports: ['core', 'protocols', 'spf', 'dmarc-policy', 'providers'],
    types: ['net', 'traffic', 'tls-report', 'delivery'],
  },
  // Checks are pure; what they use of the grammars and the machines is pure as well.
  {
    name: 'checks',
    imports: ['core', 'protocols', 'spf', 'dmarc-policy', 'replies'],
    types: ['sources', 'traffic', 'tls-report', 'delivery', 'streams', 'providers'],
  },
  { name: 'reporters', imports: ['core'] },
  { name: 'profiles', imports: ['core'] },
  { name: 'spf-report', imports: ['core', 'protocols', 'spf'], types: ['net'] },
  {
    name: 'audit',
    imports: ['core', 'protocols', 'sources', 'spf', 'profiles'],
    types: ['net', 'providers', 'checks'],
  },
  { name: 'drift', imports: ['core', 'protocols', 'sources', 'audit'], types: ['net', 'providers'] },
  {
    name: 'traffic',
    imports: ['core', 'protocols', 'intake', 'reports', 'streams', 'spf', 'dmarc-policy'],
    types: ['net', 'providers'],
  },
  { name: 'tls-report', imports: ['core', 'protocols', 'intake', 'reports'] },
  {
    name: 'failure-report',
    imports: ['core', 'protocols', 'intake', 'reports', 'dmarc-policy'],
    types: ['providers'],
  },
  {
    name: 'rehearsal',
    imports: ['core', 'protocols', 'spf', 'dmarc-policy', 'streams', 'traffic'],
    types: ['net', 'providers', 'reports'],
  },
  { name: 'fetching', imports: ['core'], types: ['net'] },
  // Lines, objects, rows and mails to events: it knows neither files nor streams.
  { name: 'logs', imports: ['core', 'protocols', 'mail'], types: ['intake', 'providers'] },
  // What a reply means: data and the rules that read it.
  { name: 'replies', imports: ['core'] },
  {
    name: 'delivery',
    imports: [
      'core',
      'protocols',
      'mail',
      'intake',
      'logs',
      'replies',
      'reports',
      'streams',
      'providers',
      'dmarc-policy',
    ],
  },
];

const everyRoom = ROOMS.map(({ name }) => name);

/** Packages with one home each: the heavy ones are loaded there, when used. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  'dns-packet': ['net'],
  'node:dgram': ['net'],
  'node:net': ['net'],
  'node:dns': ['net'],
  'node:https': ['net'],
  'node:http': ['net'],
  'node:tls': ['net'],
  yaml: ['net'],
  'jsonc-parser': ['net'],
  imapflow: ['net'],
  tldts: ['dmarc-policy'],
  yauzl: ['intake'],
  saxes: ['protocols'],
  'fast-xml-parser': ['reports'],
  chalk: [],
  ora: [],
  commander: [],
  mailauth: ['sources'],
};

/** The override of the linter's rules for one room. */
export function roomRules({ name, imports, types = [] }: Room): {
  files: string[];
  rules: Record<string, ['error', object]>;
} {
  const refused = everyRoom.filter((room) => room !== name && !imports.includes(room) && !types.includes(room));
  const typeOnly = everyRoom.filter((room) => types.includes(room));
  const packages = Object.keys(HOMES).filter((pack) => !HOMES[pack]?.includes(name));
  // Upwards and into another room; a folder of the same name inside a room is none.
  const into = (rooms: readonly string[]): string => `^(?:\\.\\./)+(?:${rooms.join('|')})/`;
  return {
    files: [`src/${name}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: packages.map((pack) => ({ name: pack, message: `${name}/ has no business with ${pack}` })),
          patterns: [
            {
              regex: into([...refused, 'cli', 'dev', 'library']),
              message: `the room ${name}/ may not import this room`,
            },
            ...(typeOnly.length > 0
              ? [
                  {
                    regex: into(typeOnly),
                    allowTypeImports: true,
                    message: `${name}/ may import types of this room only`,
                  },
                ]
              : []),
          ],
        },
      ],
    },
  };
}
