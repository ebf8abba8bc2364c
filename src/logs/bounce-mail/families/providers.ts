import { ADDRESS, defineFamilies, USER } from '../family.ts';
import { oneLine } from '../reply.ts';

/** Mailbox providers in their own words. */
export default defineFamilies([
  {
    server: 'Google Groups, in any language: the group does not exist, or is closed to the sender',
    says: /https?:\/\/(?:groups\.google\.com\/support|support\.google\.com\/a\/\S*\/bin\/topic\.py\?topic=25838)|\n\s*Google Groups\s*$/i,
    means: 'invalid recipient',
    read: (text) => [
      {
        reason:
          text
            .trim()
            .split(/\n\s*\n/)[1]
            ?.replaceAll(/\s+/g, ' ')
            .slice(0, 600) ?? '',
      },
    ],
  },
  {
    server: 'Gmail before 2017',
    says: /Delivery to the following recipients? (?:failed permanently|has been delayed)/i,
    from: /Delivery to the following recipients? (?:failed permanently|has been delayed):/i,
    entry: new RegExp(String.raw`^[ \t]{1,12}<?${ADDRESS}>?[ \t]*$`, 'gm'),
    reason:
      /(?:error|response) (?:that )?the other server (?:returned|said) was:\s*(?<told>(?:[^\n]+\n?){1,12})|Technical details of (?:permanent|temporary) failure:[ \t]*\n?(?<reason>(?![^]{0,600}other server (?:returned|said) was:)(?:[^\n]+\n?){1,20})/i,
  },
  {
    server: 'Gmail',
    says: /Your message (?:wasn['’]t|was not|to \S+ (?:was|has been)) (?:delivered|blocked|delayed)|Ihre Nachricht wurde nicht an|Votre message n['’]a pas été (?:transmis|distribué)|El mensaje no se ha entregado|Il tuo messaggio non è stato (?:consegnato|recapitato)|(?:The response|Die Antwort|La réponse|La respuesta|La risposta|Ответ|応答)[^\n]{0,60}(?::|：)\s*\n/i,
    entry: new RegExp(
      String.raw`(?:delivered to|message to|Nachricht wurde nicht an|transmis à|distribué à|entregado a|consegnato a|recapitato a)\s+<?${ADDRESS}>?`,
      'gi',
    ),
    reason:
      /(?:response (?:from the remote server )?was|Antwort (?:vom|des) [\w-]+(?: lautete?)?|réponse [^\n:]{0,40}|respuesta [^\n:]{0,40}|risposta [^\n:]{0,40})[ \u00a0]?:\s*(?<reason>[^\n]{2,900}(?:\n[^\n]{2,300}){0,8})/i,
  },
  {
    // Where the other server's answer is quoted, that is the reason.
    server: 'Gmail in any language: a title between stars, and a sentence',
    says: /^\*\* [^*\n]{2,80} \*\*[ \t]*\n[ \t]*\n/m,
    read: (text) => {
      const said = /^\*\* [^*\n]{2,80} \*\*\s+(?<reason>[^\n]{3,600}(?:\n[^\n]{1,300}){0,6})/m.exec(text)?.groups?.[
        'reason'
      ];
      return [{ reason: said === undefined || /^[ \t]*[45]\d\d[ -]/m.test(text) ? '' : oneLine(said) }];
    },
  },
  {
    // Exim's words for what its own scanner turned away, Mail.ru's filter among them.
    server: 'Exim, of what a local scan rejected',
    says: /rejected by the local scanning code/i,
    read: (text) => [
      {
        reason: oneLine(
          /following error was given:\s*(?<reason>(?:[^\n]+\n?){1,6})/i.exec(text)?.groups?.['reason'] ?? '',
        ),
      },
    ],
  },
  {
    server: 'GMX, WEB.DE, 1&1, mail.com',
    says: /^The header of the original message|SMTP error from remote server after|the following address\s+failed:/im,
    from: /address(?:es)?\s+failed:|The following address(?:es)? (?:failed|could not)/i,
    entry: new RegExp(String.raw`^[ \t]{0,4}"?<?${ADDRESS}>?"?:[ \t]*$`, 'gm'),
    reason: 'below',
  },
  {
    server: 'AOL’s own system, which calls its users by their names alone',
    says: /Your mail to the following recipients could not be delivered because/i,
    from: /could not be delivered because[^\n]{0,300}:/i,
    entry: new RegExp(String.raw`^[ \t]{1,8}${USER}[ \t]*$`, 'gm'),
    reason: /could not be delivered because (?<reason>[^\n:]{3,300})/i,
  },
  {
    server: 'Zoho',
    says: /ERROR_CODE ?:|\bResponseCode \d{3}/,
    entry: new RegExp(
      String.raw`^[ \t]{0,4}\[?(?:Status: )?[^\n<@]{0,80}?<?${ADDRESS}>?,?[ \t]+(?<reason>[^\n]{3,600})`,
      'gm',
    ),
    reason: 'below',
  },
  {
    server: 'Amazon WorkMail, SES',
    says: /An error occurred while trying to deliver the mail to the following recipients/i,
    from: /the following recipients:/i,
    entry: new RegExp(String.raw`^[ \t]{0,4}<?${ADDRESS}>?[ \t]*$`, 'gm'),
    reason: /Diagnostic-Code:[ \t]*(?<reason>[^\n]{2,900})/i,
  },
]);
