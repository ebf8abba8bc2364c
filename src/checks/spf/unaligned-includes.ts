import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { uselessIncludes } from './includes.ts';
import { proposalWithoutNodes } from './proposals.ts';
import { isOwn } from './records.ts';
import { recordToChange } from '../../spf/own-records.ts';

export default defineCheck({
  id: 'spf/unaligned-includes',
  title: 'Every included service sends with the domain in the envelope-from',
  refs: [
    { label: 'RFC 7208 §2.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-2.4' },
    { label: 'RFC 9989 §4.4.2', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.4.2' },
  ],
  why: 'Receivers look for SPF at the domain of the envelope-from. A service that writes a domain of its own there is never looked up in your record: the include spends lookups, lets its other customers send as you, and gives DMARC nothing.',
  fix: 'Remove the include, and let DKIM carry DMARC for this service',
  needs: ['spf', 'providers'],
  considers: ['mx', 'traffic', 'parked'],
  messages: {
    own: {
      level: 'note',
      text: '`{include}` does nothing: {service} puts a domain of its own into the envelope-from',
    },
    elsewhere: {
      level: 'note',
      text: '`{include}` does nothing here: {service} asks for SPF at a return-path of its own, and `{domain}` is none',
    },
  },
  examples: [
    {
      name: 'a service that is asked for here',
      zone: '@ TXT "v=spf1 include:_spf.google.com ~all"\n_spf.google.com. TXT "v=spf1 ip4:192.0.2.1 ~all"',
      expect: [],
    },
    {
      name: 'a service with an envelope of its own',
      zone: '@ TXT "v=spf1 include:servers.mcsv.net ~all"\nservers.mcsv.net. TXT "v=spf1 ip4:192.0.2.1 ~all"',
      expect: ['own'],
    },
    {
      name: 'a service whose return-path is another name',
      zone: '@ TXT "v=spf1 include:amazonses.com ~all"\namazonses.com. TXT "v=spf1 ip4:192.0.2.1 ~all"\n@ MX 10 mx.a.example.',
      expect: ['elsewhere'],
    },
    {
      name: 'its return-path',
      zone: 'bounce TXT "v=spf1 include:amazonses.com ~all"\namazonses.com. TXT "v=spf1 ip4:192.0.2.1 ~all"\nbounce MX 10 feedback-smtp.eu-west-1.amazonses.com.',
      domain: 'bounce.example.com',
      expect: [],
    },
    {
      name: 'a service that reports have seen use it',
      zone: '@ TXT "v=spf1 include:servers.mcsv.net ~all"\nservers.mcsv.net. TXT "v=spf1 ip4:192.0.2.1 ~all"',
      traffic: [{ from: 'example.com', ip: '192.0.2.1', count: 1, dkim: '', spf: 'example.com pass' }],
      expect: [],
    },
  ],
  evaluate({ spf, providers, mx, traffic, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    const record = recordToChange(spf);
    if (record === undefined) return;
    for (const { node, provider } of uselessIncludes(spf, { state: 'found', value: providers }, mx, traffic)) {
      const params = { include: node.term.text, service: provider.name };
      const more = provider.alignment === undefined ? '' : `. ${provider.name}: ${provider.alignment}`;
      const fix = `remove it, ${node.branch.min === 1 ? 'which saves a lookup' : `which saves ${node.branch.min} lookups`}${more}`;
      const changes = isOwn(spf, record) ? proposalWithoutNodes(record, [node]) : [];
      const detail = { at: node.span, fix, changes };
      if (provider.envelope === 'own') findings.add('own', params, detail);
      else findings.add('elsewhere', { ...params, domain: spf.domain }, detail);
    }
  },
});
