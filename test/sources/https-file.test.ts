import { expect, test } from 'vitest';
import { httpsFile } from '../../src/sources/https-file.ts';

const START = 'https://logo.example.com/a.svg';

/** Where a file is looked for that redirects lead to. */
async function fetchedAfter(
  location: string,
): Promise<{ readonly state: string; readonly fetched: readonly string[] }> {
  const fetched: string[] = [];
  const { state } = await httpsFile(
    START,
    { octets: 10 },
    {
      async fetchText(url) {
        fetched.push(url);
        const base = { status: 'ok', contentType: 'image/svg+xml', body: '' } as const;
        return url === START ? { ...base, code: 302, location } : { ...base, code: 200 };
      },
    },
  );
  return { state, fetched: fetched.slice(1) };
}

test.each([
  ['/b.svg', 'https://logo.example.com/b.svg'],
  ['https://cdn.example.net/b.svg', 'https://cdn.example.net/b.svg'],
  ['https://cdn.example.net:443/b.svg', 'https://cdn.example.net/b.svg'],
])('a redirect to %s is followed', async (location, target) =>
  expect(await fetchedAfter(location)).toEqual({ state: 'found', fetched: [target] }),
);

test.each([
  'http://cdn.example.net/b.svg',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://0x7f000001/',
  'https://2130706433/',
  'https://[::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://10.0.0.1./',
  'https://localhost/',
  'https://router/',
  'https://cdn.example.net:8443/b.svg',
  'https://',
])('a redirect to %s, which a stranger may mean for the network of whoever asks, is not', async (location) =>
  expect(await fetchedAfter(location)).toEqual({ state: 'refused', fetched: [] }),
);
