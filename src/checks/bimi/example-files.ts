import type { Example, ExamplePage } from '../../core/example.ts';
import { LOGO } from './example-certificates.ts';

/** Where the files of examples are. */
export const LOGO_URL = 'https://example.com/logo.svg';
export const MARK_URL = 'https://example.com/mark.pem';

/** Records for the zones of examples: with an indicator alone, and with a certificate. */
export const WITH_LOGO = `default._bimi TXT "v=BIMI1; l=${LOGO_URL}"`;
export const WITH_MARK = `default._bimi TXT "v=BIMI1; l=${LOGO_URL}; a=${MARK_URL}"`;
export const DECLINED = 'default._bimi TXT "v=BIMI1; l=; a="';

/** A page with an image on it; the good one unless another is given. */
export const logoPage = (body: string = LOGO): ExamplePage => ({ contentType: 'image/svg+xml', body });

/** A web with the indicator, and a certificate if one is given. */
export const webOf = (mark?: string, logo?: string): Readonly<Record<string, ExamplePage>> => ({
  [LOGO_URL]: logoPage(logo),
  ...(mark === undefined ? {} : { [MARK_URL]: { contentType: 'application/pem-certificate-chain', body: mark } }),
});

/** The good image with something else in the place of `part`. */
export const logoWith = (part: string, other: string): string => LOGO.replace(part, other);

export const SLOW: Example = {
  name: 'a web server that is too slow',
  zone: WITH_LOGO,
  web: { [LOGO_URL]: { failure: 'timeout' } },
  expect: [],
  outcome: 'inconclusive',
};
