/**
 * `npm run new <check|profile|provider|reporter> <id>`: writes the one file a new thing is, and its test where it needs one of its
 * own, then brings the registries up to date.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { staleRegistries } from './gen.ts';

interface Scaffold {
  readonly path: string;
  readonly text: string;
}

interface Kind {
  /** What an id looks like, and how that is said. */
  readonly id: RegExp;
  readonly example: string;
  files(id: string): readonly Scaffold[];
}

const ONE_WORD = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const FAMILY_AND_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

const KINDS: Readonly<Record<string, Kind>> = {
  check: { id: FAMILY_AND_NAME, example: 'spf/some-topic', files: check },
  profile: { id: ONE_WORD, example: 'some-receiver', files: profile },
  provider: { id: ONE_WORD, example: 'some-service', files: provider },
  reporter: { id: ONE_WORD, example: 'some-format', files: reporter },
};

const [wanted = '', id = ''] = process.argv.slice(2);
const kind = Object.hasOwn(KINDS, wanted) ? KINDS[wanted] : undefined;
if (kind?.id.test(id) === true) {
  for (const { path, text } of kind.files(id)) {
    await mkdir(dirname(path), { recursive: true });
    // wx: what somebody wrote is never written over.
    const refused = await writeFile(path, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => error);
    if (refused !== undefined && refused.code !== 'EEXIST') throw refused;
    console.log(`${refused === undefined ? 'written' : 'left alone, it is there already'}: ${path}`);
  }
  for (const path of await staleRegistries(process.cwd(), true)) console.log(`written: ${path}`);
} else {
  const usages = Object.entries(KINDS).map(([one, { example }]) => `  npm run new ${one} ${example}`);
  console.error(`usage, ids in lower case with hyphens:\n${usages.join('\n')}`);
  process.exitCode = 2;
}

/** A check's test is its examples, which run in test/laws/checks.test.ts. */
function check(name: string): Scaffold[] {
  const text = `import { defineCheck } from '../define-check.ts';

export default defineCheck({
  id: '${name}',
  title: 'The healthy state, as a sentence without full stop',
  refs: [{ label: 'RFC … §…', url: 'https://www.rfc-editor.org/rfc/rfc…' }],
  why: 'What goes wrong for mail.',
  fix: 'What to publish or change.',
  needs: ['existence'],
  messages: {
    // error: mail is or will be refused; warning: at risk; note: worth knowing
    wrong: { level: 'warning', text: 'What is wrong, with \`{value}\` of the user in it' },
  },
  examples: [
    { name: 'a healthy domain', zone: '@ TXT "v=spf1 -all"', expect: [] },
    {
      name: 'a domain where it is wrong',
      domain: 'www.example.com',
      zone: 'www CNAME @\\n@ TXT "v=spf1 -all"',
      expect: ['wrong'],
    },
  ],
  evaluate({ existence }, findings) {
    if (existence.alias.length > 0) findings.add('wrong', { value: existence.alias[0] ?? '' });
  },
});
`;
  return [{ path: join('src', 'checks', `${name}.ts`), text }];
}

/** A profile's test is test/laws/profiles.test.ts. */
function profile(name: string): Scaffold[] {
  const text = `import { SPF_IN_ORDER } from './evidence.ts';
import { defineProfile } from './profile.ts';

const GUIDELINES = {
  source: { label: 'Who demands it, and the title of the page', url: 'https://www.example.com/' },
  checked: '${thisMonth()}',
} as const;

export default defineProfile({
  id: '${name}',
  name: 'The name people know it by: ${name}',
  about: 'to whom it applies, as a phrase',
  demands: [
    { id: 'spf', text: 'SPF is set up for the domain', ...GUIDELINES, ...SPF_IN_ORDER },
    {
      id: 'mail-hosts',
      text: 'What is demanded, in our words, as a sentence without full stop',
      ...GUIDELINES,
      // Checks, families or findings that speak against it. Where none can tell: [], and unknowable says why.
      against: ['mx'],
    },
  ],
});
`;
  return [{ path: join('src', 'profiles', `${name}.ts`), text }];
}

/** A provider's test is test/laws/providers.test.ts. */
function provider(name: string): Scaffold[] {
  const text = `import { defineProvider } from './provider.ts';

export default defineProvider({
  id: '${name}',
  name: 'The name people know it by',
  category: 'transactional',
  dkimDomains: [],
  selectors: [],
  dkimTargets: [],
  returnPaths: [],
  spfIncludes: [],
  sources: [{ url: 'https://…', checked: '${thisMonth()}', evidence: 'vendor' }],
});
`;
  return [{ path: join('src', 'providers', `${name}.ts`), text }];
}

function reporter(name: string): Scaffold[] {
  const text = `import { visible } from '../core/readable.ts';
import { defineReporter } from './reporter.ts';

export default defineReporter({
  title: 'what it is for, as a phrase',
  async *render(report) {
    // Text from outside: whatever goes out is escaped here.
    for await (const row of report.table()) yield \`\${row.map((cell) => visible(String(cell ?? ''))).join('  ')}\\n\`;
  },
});
`;
  const test = `import { expect, test } from 'vitest';
import reporter from '../reporters/${name}.ts';

test('${name} says what it is for', () => {
  expect(reporter.title).not.toBe('');
});
`;
  return [
    { path: join('src', 'reporters', `${name}.ts`), text },
    { path: join('test', 'reporters', `${name}.test.ts`), text: test },
  ];
}

/** As sources are dated. */
function thisMonth(): string {
  return new Date().toISOString().slice(0, 7);
}
