import { defineWords } from '../words.ts';

/** Spanish and Catalan. */
export default defineWords({
  undelivered: [
    /no se puede entregar/, // cannot be delivered
    /imposible (?:de )?entregar/, // impossible to deliver
    /(?:fallo|error|fallida?) (?:en|de) (?:la )?entrega/, // delivery failure
    /entrega fallida/, // delivery failed
    /(?:correo|mensaje|e-?mail) (?:devuelto|no entregado|rechazado)/, // mail returned, not delivered, rejected
    /no entregado/, // not delivered
    /sin entregar/, // undelivered
    /no es pot lliurar/, // Catalan: cannot be delivered
    /no (?:pudo|ha podido|se ha podido|se pudo|se puede) (?:ser )?(?:entregar|entregad|enviar|enviad)/, // could not be delivered
  ],
  titles: [
    /no se (?:ha )?(?:pudo|entrega)/, // could not be
    /(?:aviso|notificaci[óo]n) de no entrega/, // notice of non-delivery
  ],
  yours: [
    /\b(?:su|tu|el|este) (?:mensaje|correo|e-?mail)/, // your, this message
  ],
  failed: [
    /no existe/, // does not exist
    /desconocid/, // unknown
    /rechazad/, // rejected
    /llen[ao]/, // full
    /no s['’]ha pogut/, // Catalan: could not be
    /no se (?:ha|pudo|puede)/, // could not be, cannot
    /imposible/, // impossible
    /no se encontr/, // was not found
    /no (?:es posible|fue posible|ha sido|pudo|puede)/, // is not possible, could not
    /no v[áa]lid/, // not valid
    /un error/, // an error
    /demasiado/, // too
    /no ha podido/, // could not be
    /(?:des|in)habilitad/, // disabled
    /suspendid|bloquead|cancelad/, // suspended, blocked, cancelled
    /excedid|superad/, // exceeded
    /inv[áa]lid|incorrect/, // invalid, incorrect
    /no responde|sin respuesta/, // does not respond
    /lista negra|sin [ée]xito|abandonad/, // block list, without success, given up
  ],
  reasonLabels: [
    /motivo/, // reason
    /causa/, // cause
  ],
  triesOn: [
    /retrasad/, // delayed
    /se (?:volverá a intentar|seguirá intentando)/, // will be tried again
    /reintent/, // new attempts
  ],
  onlyWarns: [
    /(?:s[óo]lo|[úu]nicamente) (?:es )?una? (?:aviso|advertencia)/, // only a warning
  ],
  autoReplyTitles: [
    /respuesta automática/, // automatic answer
    /fuera de (?:la )?oficina/, // out of office
  ],
  autoReplies: [
    /\bfuera de (?:la )?oficina\b/, // out of office
  ],
  gaveUp: [
    /(?:después de|tras) (?:varios|m[úu]ltiples|\d+) (?:intentos|d[íi]as|horas)/, // after several attempts, 5 days
  ],
  arrivalTitles: [
    /^entregad[oa]:/, // delivered
  ],
  arrivals: [
    /(?:ha sido|se ha) entregado/, // was delivered
  ],
  sentOn: [
    /mensaje (?:original|reenviado)/, // original message, forwarded message
  ],
});
