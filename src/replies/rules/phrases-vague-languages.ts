import { ENGLISH } from '../english.ts';
import { all, either, oneOf } from '../pattern.ts';
import { defineRules } from '../rule.ts';
import { CLOSED } from '../vocabulary/mailbox.ts';
import { MESSAGE } from '../vocabulary/message.ts';
import { NOT_PERMITTED, REFUSED, RULES } from '../vocabulary/refusal.ts';

/** «Refused», «try later»: words of other languages that name no reason; read when nothing in any language did. */
export default defineRules({
  kind: 'phrases',
  notOf: ENGLISH,
  rules: [
    // «Refused for now» is no refusal.
    [
      oneOf(
        /vor(?:ü|ue)bergehend/iu, // German
        /tijdelijk/iu, // Dutch
        /temporairement/iu, // French
        /temporaneamente/iu, // Italian
        /temporalmente/iu, // Spanish
        /temporariamente/iu, // Portuguese
        /tymczasowo/iu, // Polish
        /dočasn[ěá]/iu, // Czech
        /временно/iu, // Russian
        /тимчасово/iu, // Ukrainian
        /暂时|暫時/iu, // Chinese
        /一時的/iu, // Japanese
        /일시적/iu, // Korean
      ),
      'system-error',
    ],
    [
      oneOf(
        /(?:refus|rejet|interdit|non autoris)/iu,
        /(?:è|e|est[áa]?|é|ist|is) (?:\p{L}+ )?(?:limitat|limitad|restreint|restringid|beschr(?:ä|ae)nkt|eingeschr(?:ä|ae)nkt|beperkt)/iu,
        /ograniczon|omezen|ограничен/iu,
      ),
      'policy',
    ],
    [/(?:réessayer|reessayer|essayer) plus tard|temporairement/i, 'system-error'],
    [/(?:abgelehnt|verweigert|nicht (?:erlaubt|zugelassen|angenommen))/i, 'policy'],
    [/(?:später|spaeter) (?:noch ?mal|erneut|wieder)|vorübergehend|voruebergehend/i, 'system-error'],
    [
      oneOf(
        /rifiutat|negat|non (?:autorizzat|consentit)/i, // Italian
        /rechazad|no (?:autorizad|permitid)/i, // Spanish
        /rejeitad|recusad|n[aã]o (?:autorizad|permitid)/i, // Portuguese
        /negad/i, // Spanish, Portuguese
      ),
      'policy',
    ],
    [
      oneOf(
        /riprov|più tardi|temporane/i, // Italian
        /reintent|m[aá]s tarde|temporalmente/i, // Spanish
        /tente (?:novamente|mais tarde)|temporariamente/i, // Portuguese
      ),
      'system-error',
    ],
    [/(?:geweigerd|niet toegestaan|avvisad|avvist|afvist)/i, 'policy'],
    [/(?:probeer het later|f[öo]rs[öo]k igen|pr[øo]v igen|tijdelijk|tillfällig|midlertidig)/i, 'system-error'],
    [
      /(?:nie akceptuje|не принима|nepřijím|отклонен|отклонён|отказано|запрещ|відхилен|odrzucon|zamítnut|odmítnut)/i,
      'policy',
    ],
    [/(?:попробуйте|повторите) .{0,20}(?:позже|позднее)|временно|spróbuj ponownie|później|zkuste/i, 'system-error'],
    [/(?:拒否|拒绝|拒絕|拒收|許可されていません|거부)/, 'policy'],
    [/(?:後ほど|しばらく|一時的|稍后|稍後|暂时|나중에)/, 'system-error'],
    [/reddedildi|engellendi|elutasítva|visszautasít|respins|hylätty|απορρίφθηκε|bị từ chối|ถูกปฏิเสธ|ditolak/i, 'policy'],
    [
      /(?:daha sonra|később|mai târziu|myöhemmin|αργότερα|thử lại sau|coba lagi)|geçici|átmeneti|temporar[aă]|tilapäi/i,
      'system-error',
    ],
    [RULES, 'policy'],
    [NOT_PERMITTED, 'policy'],
    [all(MESSAGE, either(REFUSED, CLOSED)), 'policy'],
  ],
  sources: [{ url: 'https://libsisimai.org/en/reason/', checked: '2026-11' }],
});
