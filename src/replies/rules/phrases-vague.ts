import { oneOf } from '../pattern.ts';
import { defineRules } from '../rule.ts';

/** Words that name no reason; read when nothing in any language did. */
export default defineRules({
  kind: 'phrases',
  rules: [
    [/Service (?:is )?(?:currently |temporarily )?(?:unavailable|not available)|\btry again$/i, 'system-error'],
    [/temporar(?:y|ily).{0,20}(?:reject|defer|refus|unavail|fail)/i, 'system-error'],
    [/\bRFC[ -]?\d{3,4}/i, 'malformed'],
    // Rules of the house, without a reason
    [/Email address is not verified/i, 'sender-rejected'],
    [
      oneOf(
        /polic(?:y|ies)|(?:local|internal) (?:users?|senders?) only|\brestricted\b/i,
        /by (?:the )?(?:system )?administrator|\bcriteria\b/i,
        /\b(?:approved|trusted|known|registered|whitelisted) (?:\w+ )?only\b|no permit/i,
        /domain (?:is )?not (?:allowed|permitted)|quarantin|organi[sz]ational|user refused|unwanted/i,
        /administrative(?:ly)? (?:prohibit|den|reject|block)\w*/i,
        /not (?:accepted|permitted|authori[sz]ed|allowed|wanted)|delivery not authori[sz]ed/i,
        /access (?:denied|not allowed|rejected)|permission|prohibited|refused (?:by|due)/i,
        /message (?:was )?(?:refused|rejected|denied|blocked)|(?:reject(?:ed)?|denied|blocked|refused) by/i,
        /not accept(?:ing)? (?:mail|message|e-?mail)|does not accept|unacceptable|restricted/i,
        /security (?:reason|violation)|local rules?|filter rule|abuse|rule imposed|we do not want/i,
        /refus(?:es?|ed?) to (?:accept|receive)/i,
        /(?:won't|will not|cannot|can't|unable to) accept (?:this|your)/i,
        /mail (?:was )?(?:refused|rejected|denied|blocked)|\bgeo(?:graph|block|ip)|country|host network/i,
        /\b(?:rejected|refused|blocked|denied)\b/i,
      ),
      'policy',
    ],
    [
      oneOf(
        /try (?:again )?later|temporar(?:y|ily)|deferred|please retry|unable to (?:process|deliver|accept)/i,
        /(?:processing|conversion) (?:error|failure|failed)|busy|overload|maintenance|out of memory|backend/i,
        /database|unexpected(?:ly)?|error (?:occurred|while|in processing)|system (?:error|failure|problem)/i,
        /problem occurred|blame it on the weather/i,
      ),
      'system-error',
    ],
  ],
  sources: [{ url: 'https://libsisimai.org/en/reason/', checked: '2026-11' }],
});
