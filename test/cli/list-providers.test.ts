import { expect, test } from 'vitest';
import { providers } from '../../src/providers/all.ts';
import { sendaudit } from '../support/sendaudit.ts';

test('a service is listed with how much is known of it', async () => {
  const { stdout } = await sendaudit('list', 'providers', '--format', 'json');
  const document = JSON.parse(stdout) as { readonly providers: readonly Readonly<Record<string, unknown>>[] };
  expect(document.providers).toHaveLength(providers.length);
  expect(document.providers.find(({ provider }) => provider === 'sendgrid')).toEqual({
    provider: 'sendgrid',
    name: 'Twilio SendGrid',
    category: 'transactional',
    dkimDomains: 2,
    selectors: 3,
    dkimTargets: 1,
    returnPaths: 1,
    ownDomains: 0,
    spfIncludes: 1,
    mx: 1,
    ptr: 1,
    networks: 13,
  });
});

test('the page adds its names up, and says where no networks are known', async () => {
  const { stdout } = await sendaudit('list', 'providers');
  const line = (id: string): string[] =>
    (stdout.split('\n').find((one) => one.startsWith(`  ${id} `)) ?? '').split(/ {2,}/);
  expect(line('sendgrid')).toEqual(['', 'sendgrid', 'Twilio SendGrid', 'transactional', '10', '13']);
  expect(line('gorgias')).toEqual(['', 'gorgias', 'Gorgias', 'support', '3', '–']);
});
