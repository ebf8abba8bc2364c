import { configOf } from '../../cli/config/config.ts';
import { UserError } from '../../core/errors.ts';
import { fuzzTarget, utf8 } from '../fuzzing/target.ts';

const CONFIG = `{
  // what is expected
  "defaults": { "selectors": ["s1", "s2"], "lookups": false },
  "domains": {
    "example.com": { "selectors": ["a"], "includes": ["_spf.example.net"], "mx": ["mail.example.com"], "subdomains": { "news": { "selectors": ["n"] } } },
  },
  "levels": { "spf/lookup-limit:over": "warning" },
  "ignore": [{ "code": "spf/lookup-limit:over", "domain": "example.com", "until": "2027-01-01", "reason": "x" }],
  "streams": [{ "name": "Shop", "dkim": "shop.example", "ip": "192.0.2.0/24", "purpose": "transactional" }],
  "failOn": "warning",
  "profiles": ["gmail"],
}`;

/** \`sendaudit.json\`: what is wrong in it is refused with its line, and nothing else is thrown. */
export default fuzzTarget({
  seeds: () => [
    CONFIG,
    '{}',
    '{"streams":[{"name":"a","provider":"sendgrid","headerFrom":"x.example"}]}',
    '{"domains":{"a.example":{}},"failOn":"never"}',
  ],
  tokens: [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '//',
    '/*',
    '*/',
    'null',
    'true',
    '"domains":',
    '"streams":',
    '"levels":',
    '"subdomains":',
    '"until":',
    '"*"',
    '\\u0000',
    '"failOn":',
  ],
  async run(bytes) {
    try {
      return await configOf(utf8(bytes), 'sendaudit.json');
    } catch (error) {
      if (error instanceof UserError) return error.message;
      throw error;
    }
  },
});
