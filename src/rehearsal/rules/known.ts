import { plural } from '../../core/format.ts';
import { openQuestions } from '../open-questions.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'rehearsal/known',
  title: 'The reports tell what becomes of every message',
  refs: [{ label: 'RFC 9990 §3.1', url: 'https://www.rfc-editor.org/rfc/rfc9990#section-3.1' }],
  why: 'What is not known is counted apart and guessed by nobody.',
  fix: 'Name a DNS to ask (--live, --replay), or look at the reports that leave out the results.',
  messages: {},
  evaluate({ rehearsed: { rehearsal } }, findings) {
    for (const { messages, text } of openQuestions(rehearsal))
      findings.inconclusive(`${plural(messages, 'message')}: ${text}`);
  },
});
