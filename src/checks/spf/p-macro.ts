import { defineCheck } from '../define-check.ts';
import { lettersOf } from './letters.ts';
import { allReachableTerms, isOwn } from './records.ts';

export default defineCheck({
  id: 'spf/p-macro',
  title: 'SPF does without the macro %{p}',
  refs: [{ label: 'RFC 7208 §7.3', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-7.3' }],
  why: 'For %{p} receivers must look up and confirm the name of every client, as for ptr. It is slow, it counts as a DNS lookup more, and receivers that skip it put `unknown` in its place.',
  fix: 'Use %{i}, the address of the client, or list the addresses',
  needs: ['spf'],
  messages: {
    used: {
      level: 'warning',
      text: '`{term}` asks for the name of the client (macro p), which receivers are slow on, or skip',
    },
  },
  examples: [
    { name: 'another macro', zone: '@ TXT "v=spf1 exists:%{i}.spf.example.com -all"', expect: [] },
    { name: 'the name of the client', zone: '@ TXT "v=spf1 exists:%{p}.spf.example.com -all"', expect: ['used'] },
    { name: 'with transformers', zone: '@ TXT "v=spf1 include:%{p2}.spf.example.com -all"', expect: ['used'] },
    {
      name: 'in somebody’s record',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 exists:%{p}.a.example -all"',
      expect: [],
    },
  ],
  evaluate({ spf }, findings) {
    for (const { record, node } of allReachableTerms(spf)) {
      if (!isOwn(spf, record) || !lettersOf(node.term).includes('p')) continue;
      findings.add('used', { term: node.term.text }, { at: node.span });
    }
  },
});
