import { ENGLISH } from '../english.ts';
import { inTurn, oneOf } from '../pattern.ts';
import { defineRules } from '../rule.ts';

/** Italian, Spanish and Portuguese: their words for these things are close. */
export default defineRules({
  kind: 'phrases',
  notOf: ENGLISH,
  rules: [
    [/sistema (?:de|di) (?:almacenamiento|armazenamento|archiviazione)/i, 'system-error'],
    [/(?:casella|casilla|buz[oó]n|caixa).{0,80}(?:ocupad|occupat)/i, 'system-error'],
    [/lista gris|lista grigia|lista cinza/i, 'greylisted'],
    [
      oneOf(
        /(?:tiempo|plazo|tempo|prazo).{0,30}(?:vencid|scadut|expirad|esgotad|agotad)/i,
        /(?:agot[óo]|venci[óo]|expir[óo]u?|esgotou(?:-se)?|scadut[oi]) (?:se )?(?:el|il|o|i) (?:\w+ )?(?:tiempo|plazo|tempo|prazo|termin)/i,
      ),
      'expired',
    ],
    [/demasiad[ao]s destinatarios|troppi destinatari|muitos destinat[aá]rios/i, 'too-many-recipients'],
    [
      oneOf(
        inTurn(
          /reencaminhamento|retransmiss[aã]o|reenv[ií]o|inoltro|relay/i,
          /.{0,20}/i,
          /negad|no permitid|n[aã]o permitid|non (?:permess|consentit)|proibid/i,
        ),
        /(?:dom[ií]nio|dominio) n[aã]o faz parte/i,
      ),
      'relaying-denied',
    ],
    [
      inTurn(
        /(?:dominio|dom[ií]nio).{0,30}/i,
        oneOf(
          /non esiste|non valido|sconosciut/i, // Italian
          /no existe|desconocid/i, // Spanish
          /n[aã]o existe|desconhecid/i, // Portuguese
          /inexistente|inv[aá]lid/i, // Spanish, Portuguese
        ),
      ),
      'domain-unknown',
    ],
    [
      /\bvirus\b|(?:allegato|adjunto|anexo).{0,20}(?:vietat|prohibid|proibid|bloqu|non (?:ammess|consentit))/i,
      'malware',
    ],
    [/(?:remitente|mittente|remetente) (?:no|non|n[aã]o) (?:autorizad|permitid|autorizzat)/i, 'sender-rejected'],
    [/\bIP\b.{0,30}(?:bloccat|bloquead)/i, 'ip-blocked'],
    [
      oneOf(
        inTurn(
          oneOf(
            /casella|quota|spazio/iu, // Italian
            /casilla|buz[oó]n|cuota|espacio|almacenamiento|cuenta/iu, // Spanish
            /caixa|espaço|conta/iu, // Portuguese
          ),
          /.{0,50}/iu,
          oneOf(
            /pien[ao]|superat|esaurit|insufficiente/iu, // Italian
            /llen[ao]|agotad/iu, // Spanish
            /chei[ao]|lotad/iu, // Portuguese
            /exced|insuficiente/iu, // Spanish, Portuguese
          ),
        ),
        /(?:superat|exced|esaurit|agotad|esgotad)\p{L}* .{0,20}(?:cuota|quota|espacio|espaço|spazio|almacenamiento)/iu,
        /sem espaço|sin espacio|senza spazio/iu,
      ),
      'mailbox-full',
    ],
    [
      inTurn(
        oneOf(
          /casella|utente|account|indirizzo/i, // Italian
          /casilla|buz[oó]n|cuenta|usuario/i, // Spanish
          /conta|usu[aá]rio|utilizador|caixa/i, // Portuguese
        ),
        /.{0,50}/i,
        oneOf(
          /disattivat|sospes|disabilitat|bloccat|inattiv|chius/i, // Italian
          /desactivad|suspendid|deshabilitad|inactiv|cerrad|ha expirad/i, // Spanish
          /desativad|suspens|inativ|cancelad|encerrad/i, // Portuguese
          /bloquead/i, // Spanish, Portuguese
        ),
      ),
      'mailbox-disabled',
    ],
    [
      oneOf(
        /no se encuentra en (?:el|la) (?:directorio|libreta)/i,
        inTurn(
          oneOf(
            /utente|destinatario|indirizzo|casella/i, // Italian
            /usuario|direcci[oó]n|buz[oó]n|cuenta|persona/i, // Spanish
            /usu[aá]rio|utilizador|destinat[aá]rio|endere[cç]o|caixa|conta/i, // Portuguese
          ),
          /.{0,50}/i,
          oneOf(
            /sconosciut|inesistente|non (?:esiste|trovat|valid)/i, // Italian
            /no (?:existe|encontrad|v[aá]lid|disponible|se encuentra)|err[oó]ne|desconocid/i, // Spanish
            /n[aã]o (?:existe|encontrad|[eé] v[aá]lid)|desconhecid/i, // Portuguese
            /inv[aá]lid|inexistente/i, // Spanish, Portuguese
          ),
        ),
        /(?:no|n[aã]o|non) (?:existe|esiste) (?:dicha|ese|este|esta|tal|l')/i,
        /casell[ae] (?:di posta )?(?:elettronica )?non (?:sono )?disponibil[ei]/i,
        /impossibile trovare (?:l'|la |il )(?:utente|casella|destinatario|indirizzo)/i,
        /utente sconosciuto|nessun (?:utente|destinatario|account)/i, // Italian
        /buz[oó]n no disponible|ning[uú]n (?:usuario|destinatario)/i, // Spanish
        /nenhum (?:usu[aá]rio|utilizador|destinat[aá]rio)/i, // Portuguese
      ),
      'user-unknown',
    ],
    [
      oneOf(
        /recebendo (?:e-?mails|mensagens) muito r[aá]pido/i,
        /recibiendo (?:correos?|mensajes) (?:demasiado|muy) r[aá]pido/i,
        /(?:troppe|demasiad[ao]s|muit[ao]s|excesso de) (?:connession|conexion|conex|mensaj|mensag|messagg|correos|e-?mails)/i,
        /l[ií]mite .{0,50}(?:superat|excedid|alcanzad|atingid|raggiunt)/i,
      ),
      'rate-limited',
    ],
    [
      /(?:messaggio|mensaje|mensagem|correo).{0,30}(?:troppo grande|demasiado (?:grande|largo)|muito grande|supera)/i,
      'message-too-large',
    ],
    [/(?:correo|mensaje|mensagem|messaggio).{0,30}(?:no deseado|non desiderat|indesejad)/i, 'spam-content'],
    [/(?:lista nera|lista negra|\bIP\b.{0,30}(?:bloccat|bloquead))/i, 'ip-blocked'],
    [
      inTurn(
        /(?:mittente|remitente|remetente).{0,40}/i,
        oneOf(
          /rifiutat|non valid|bloccat|sconosciut/i, // Italian
          /rechazad|no v[aá]lid|no permitid/i, // Spanish
          /rejeitad/i, // Portuguese
          /inv[aá]lid|bloquead/i, // Spanish, Portuguese
        ),
      ),
      'sender-rejected',
    ],
  ],
  sources: [
    {
      url: 'https://aiuto.libero.it/articolo/mail/messaggi-di-errore-piu-frequenti-dopo-invio-email',
      checked: '2026-11',
    },
  ],
});
