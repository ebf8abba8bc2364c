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
      /(?:dominio|dom[ií]nio).{0,30}(?:no existe|n[aã]o existe|non esiste|inexistente|non valido|inv[aá]lid|sconosciut|desconocid|desconhecid)/i,
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
          /casella|casilla|buz[oó]n|caixa|cuota|quota|spazio|espacio|espaço|almacenamiento|conta|cuenta/iu,
          /.{0,50}/iu,
          /pien[ao]|llen[ao]|chei[ao]|superat|exced|esaurit|lotad|agotad|insuficiente|insufficiente/iu,
        ),
        /(?:superat|exced|esaurit|agotad|esgotad)\p{L}* .{0,20}(?:cuota|quota|espacio|espaço|spazio|almacenamiento)/iu,
        /sem espaço|sin espacio|senza spazio/iu,
      ),
      'mailbox-full',
    ],
    [
      inTurn(
        oneOf(
          /casella|casilla|utente|account|indirizzo|buz[oó]n|cuenta|usuario|conta|usu[aá]rio|utilizador/i,
          /caixa/i,
        ),
        /.{0,50}/i,
        oneOf(
          /disattivat|sospes|disabilitat|bloccat|inattiv|desactivad|suspendid|deshabilitad|bloquead|inactiv/i,
          /desativad|suspens|inativ|cancelad|chius|cerrad|encerrad|ha expirad/i,
        ),
      ),
      'mailbox-disabled',
    ],
    [
      oneOf(
        /no se encuentra en (?:el|la) (?:directorio|libreta)/i,
        inTurn(
          oneOf(
            /utente|destinatario|indirizzo|casella|usuario|direcci[oó]n|buz[oó]n|cuenta|usu[aá]rio/i,
            /utilizador|destinat[aá]rio|endere[cç]o|caixa|conta|persona/i,
          ),
          /.{0,50}/i,
          oneOf(
            /sconosciut|inesistente|non (?:esiste|trovat|valid)/i,
            /no (?:existe|encontrad|v[aá]lid|disponible|se encuentra)|err[oó]ne|desconocid|inv[aá]lid/i,
            /inexistente|n[aã]o (?:existe|encontrad|[eé] v[aá]lid)|desconhecid/i,
          ),
        ),
        /(?:no|n[aã]o|non) (?:existe|esiste) (?:dicha|ese|este|esta|tal|l')/i,
        /casell[ae] (?:di posta )?(?:elettronica )?non (?:sono )?disponibil[ei]/i,
        /impossibile trovare (?:l'|la |il )(?:utente|casella|destinatario|indirizzo)|buz[oó]n no disponible/i,
        /utente sconosciuto|nessun (?:utente|destinatario|account)|ning[uú]n (?:usuario|destinatario)/i,
        /nenhum (?:usu[aá]rio|utilizador|destinat[aá]rio)/i,
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
          /rifiutat|rechazad|rejeitad|non valid|no v[aá]lid|inv[aá]lid|bloccat|bloquead|no permitid/i,
          /sconosciut/i,
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
