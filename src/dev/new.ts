/**
 * `npm run new <check|provider|reporter> <id>`: writes the one file a new thing is, and its test where it needs one of its
 * own, then brings the registries up to date.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { staleRegistries } from './gen.ts';

interface Scaffold {
  readonly path: string;
  readonly text: string;
}

const KINDS: Readonly<Record<string, (id: string) => readonly Scaffold[]>> = { check, provider, reporter };

const [kind = '', id = ''] = process.argv.slice(2);
const scaffold = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
if (scaffold === undefined || !/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/.test(id)) {
  console.error(
    `usage: npm run new ${Object.keys(KINDS).join('|')} ID\nAn id is lower case with hyphens; a check is topic/name.`,
  );
  process.exitCode = 2;
} else {
  for (const { path, text } of scaffold(id)) {
    await mkdir(dirname(path), { recursive: true });
    // wx: what somebody wrote is never written over.
    await writeFile(path, text, { flag: 'wx' });
    console.log(`written: ${path}`);
  }
  for (const path of await staleRegistries(process.cwd(), true)) console.log(`written: ${path}`);
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
    { name: 'a domain where it is wrong', zone: '@ TXT "v=spf1 -all"', expect: ['wrong'] },
  ],
  evaluate({ existence }, findings) {
    if (existence.alias.length > 0) findings.add('wrong', { value: existence.alias[0] ?? '' });
  },
});
`;
  return [{ path: join('src', 'checks', `${name}.ts`), text }];
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
  sources: [{ url: 'https://…', checked: '${new Date().toISOString().slice(0, 7)}', evidence: 'vendor' }],
});
`;
  return [{ path: join('src', 'providers', `${name}.ts`), text }];
}

function reporter(name: string): Scaffold[] {
  const text = `import { defineReporter } from './reporter.ts';

export default defineReporter({
  title: 'what it is for, as a phrase',
  *render(report) {
    yield \`\${report.command}\\n\`;
  },
});
`;
  const test = `import { expect, test } from 'vitest';
import reporter from '../../src/reporters/${name}.ts';

test('${name} says what it is for', () => {
  expect(reporter.title).not.toBe('');
});
`;
  return [
    { path: join('src', 'reporters', `${name}.ts`), text },
    { path: join('test', 'reporters', `${name}.test.ts`), text: test },
  ];
}
