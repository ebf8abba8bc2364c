import { auditResult, finding } from './findings.ts';
import { count, list, object, text } from './words.ts';

const profileVerdict = object({
  profile: text,
  name: text,
  demands: list(
    object({
      demand: text,
      text,
      state: { enum: ['met', 'not-met', 'unknown'] },
      reasons: list(text),
      source: object({ label: text, url: text }),
      checked: text,
    }),
  ),
});

/** What `check` adds to the envelope. */
export const CHECK_BODY = object(
  {
    subjects: list(
      object(
        {
          domain: text,
          declaredAt: object({ file: text, line: count }),
          results: list(auditResult),
          profiles: list(profileVerdict),
        },
        ['declaredAt', 'profiles'],
      ),
    ),
    remarks: list(text),
  },
  ['remarks'],
);

/** What `diff` adds to the envelope. */
export const DIFF_BODY = object({
  changes: list(
    object(
      {
        name: text,
        type: text,
        kind: { enum: ['appeared', 'vanished', 'changed', 'undecided'] },
        before: list(text),
        after: list(text),
        reason: text,
      },
      ['reason'],
    ),
  ),
  subjects: list(
    object({
      domain: text,
      new: list(finding),
      gone: list(finding),
      kept: count,
      undecided: list(object({ check: text, reason: text })),
      unrecorded: list(text),
    }),
  ),
});
