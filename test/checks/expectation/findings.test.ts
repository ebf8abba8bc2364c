import { expect, test } from 'vitest';
import { checks } from '../../../src/checks/all.ts';
import type { Example } from '../../../src/core/example.ts';
import type { Finding } from '../../../src/core/outcome.ts';
import { runExample } from '../../support/example-world.ts';

const place = { file: 'sendaudit.json', line: 12 };

async function findings(id: string, world: Omit<Example, 'name' | 'expect'>): Promise<readonly Finding[]> {
  const check = checks.find((one) => one.id === id);
  if (check === undefined) throw new Error(`there is no ${id}`);
  return (await runExample(check, { name: '', expect: [], ...world })).findings;
}

test('a finding points at the culprit in DNS, and tells where the expectation is written down', async () => {
  const [finding] = await findings('expectation/includes', {
    zone: '@ TXT "v=spf1 include:_spf.google.com ?include:sendgrid.net ~all"',
    expectations: { includes: ['_spf.google.com'], place },
  });
  expect(finding?.level).toBe('error');
  expect(finding?.at?.text.slice(finding.at.start, finding.at.end)).toBe('?include:sendgrid.net');
  expect(finding?.at?.place).toMatchObject({ file: 'example.zone' });
  expect(finding?.fix).toContain('`sendaudit.json` line 12');
  expect(finding?.changes).toEqual([
    {
      kind: 'replace',
      name: 'example.com',
      type: 'TXT',
      old: 'v=spf1 include:_spf.google.com ?include:sendgrid.net ~all',
      value: 'v=spf1 include:_spf.google.com ~all',
    },
  ]);
});

test('a service is reported once, by the first record that names it', async () => {
  const said = await findings('expectation/senders', {
    zone: '@ MX 1 smtp.google.com.\n@ TXT "v=spf1 include:_spf.google.com ~all"',
    expectations: { senders: [], place },
  });
  expect(said.map(({ params }) => params['by'])).toEqual(['include:_spf.google.com']);
});

test('a service that is only known to be missing as far as DNS answers is not said to be missing', async () => {
  const said = await findings('expectation/senders', {
    zone: '@ TXT "v=spf1 redirect=_spf.example.com"',
    servfail: ['_spf.example.com'],
    expectations: { senders: ['google-workspace'] },
  });
  expect(said).toEqual([]);
});

test('a sub-domain that inherits too little gets a record of its own, and reports go where they went', async () => {
  const [finding] = await findings('expectation/policy', {
    zone: '_dmarc TXT "v=DMARC1; p=reject; sp=none; rua=mailto:d@example.com"\nnews A 192.0.2.1',
    domain: 'news.example.com',
    expectations: { policy: 'quarantine', place },
  });
  expect(finding?.fix).toContain('publish a record with `p=quarantine` at `_dmarc.news.example.com`');
  expect(finding?.changes).toEqual([
    {
      kind: 'publish',
      name: '_dmarc.news.example.com',
      type: 'TXT',
      value: 'v=DMARC1; p=quarantine; rua=mailto:d@example.com',
    },
  ]);
});

test('a selector without key is missed once', async () => {
  const world = { zone: '@ MX 0 .', expectations: { selectors: ['s9'], place } };
  const said = [...(await findings('expectation/selectors', world)), ...(await findings('dkim/selector', world))];
  expect(said.map(({ code }) => code)).toEqual(['dkim/selector:missing']);
});

test('every difference from what is expected is an error: somebody said so', () => {
  const levels = checks
    .filter(({ id }) => id.startsWith('expectation/'))
    .flatMap(({ messages }) => Object.values(messages).map(({ level }) => level));
  expect(new Set(levels)).toEqual(new Set(['error']));
});
