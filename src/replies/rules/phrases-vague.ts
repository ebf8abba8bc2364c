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
      /polic(?:y|ies)|(?:local|internal) (?:users?|senders?) only|\brestricted\b|by (?:the )?(?:system )?administrator|\bcriteria\b|\b(?:approved|trusted|known|registered|whitelisted) (?:\w+ )?only\b|no permit|domain (?:is )?not (?:allowed|permitted)|quarantin|organi[sz]ational|user refused|unwanted|administrative(?:ly)? (?:prohibit|den|reject|block)\w*|not (?:accepted|permitted|authori[sz]ed|allowed|wanted)|delivery not authori[sz]ed|access (?:denied|not allowed|rejected)|permission|prohibited|refused (?:by|due)|message (?:was )?(?:refused|rejected|denied|blocked)|(?:reject(?:ed)?|denied|blocked|refused) by|not accept(?:ing)? (?:mail|message|e-?mail)|does not accept|unacceptable|restricted|security (?:reason|violation)|local rules?|filter rule|abuse|rule imposed|we do not want|refus(?:es?|ed?) to (?:accept|receive)|(?:won't|will not|cannot|can't|unable to) accept (?:this|your)|mail (?:was )?(?:refused|rejected|denied|blocked)|\bgeo(?:graph|block|ip)|country|host network|\b(?:rejected|refused|blocked|denied)\b/i,
      'policy',
    ],
    [
      /try (?:again )?later|temporar(?:y|ily)|deferred|please retry|unable to (?:process|deliver|accept)|(?:processing|conversion) (?:error|failure|failed)|busy|overload|maintenance|out of memory|backend|database|unexpected(?:ly)?|error (?:occurred|while|in processing)|system (?:error|failure|problem)|problem occurred|blame it on the weather/i,
      'system-error',
    ],
  ],
  sources: [{ url: 'https://libsisimai.org/en/reason/', checked: '2026-11' }],
});
