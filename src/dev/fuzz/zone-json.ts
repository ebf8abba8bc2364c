import { readPlannedJson } from '../../net/zone/planned-json.ts';
import { fixtures } from '../fuzzing/samples.ts';
import { fuzzTarget, utf8 } from '../fuzzing/target.ts';

const PLAN = `{"format_version":"1.2","resource_changes":[{"address":"a.b","type":"aws_route53_record","change":{"actions":["delete","create"],
"before":{"name":"x.example","type":"TXT","ttl":300,"records":["v=spf1 -all"]},"after":{"name":"x.example","type":"TXT","ttl":60,"records":["v=spf1 mx \\"\\" ~all"]},"after_unknown":{"id":true}}}],
"planned_values":{"root_module":{"resources":[{"type":"cloudflare_record","values":{"name":"@","type":"MX","value":"mail.example","priority":1}}],"child_modules":[]}}}`;
const IR = `{"registrars":[],"dns_providers":[],"domains":[{"name":"example.com","records":[{"type":"TXT","name":"@","target":"v=spf1 -all","ttl":300,"filepos":"a:1:2"},{"type":"MX","name":"@","mxpreference":10,"target":"mail"}]}]}`;

/** Planned zones: Terraform's plan, DNSControl's zones. */
export default fuzzTarget({
  seeds: () => [PLAN, IR, ...fixtures('plans', '.json', 4096)],
  tokens: [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\u0000',
    '\\uD800',
    'null',
    'true',
    '"type":',
    '"name":',
    '"records":',
    '"after":',
    '"actions":',
    '"after_unknown":true',
    '1e9',
    '-0',
  ],
  run: (bytes) => readPlannedJson(utf8(bytes), { file: 'plan.json' }),
});
