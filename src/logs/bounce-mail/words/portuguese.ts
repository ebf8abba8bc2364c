import { defineWords } from '../words.ts';

/** Portuguese. */
export default defineWords({
  undelivered: [
    /erro (?:na|de) entrega/, // delivery error
    /falha de entrega/, // delivery failure
    /n[ãa]o (?:é|foi) poss[íi]vel (?:entreg|enviar)/, // it was not possible to deliver
    /n[ãa]o (?:foi )?entreg/, // not delivered
    /n[ãa]o p[ôo]de ser (?:entregue|enviad)/, // could not be delivered
  ],
  titles: [
    /retorno de e-?mail/, // return of e-mail
    /devolu[çc][ãa]o/, // returned mail
    /devolvid[ao]/, // returned
    /falha (?:na entrega|no envio)/, // delivery failure
    /mensagem (?:nao|não) /, // message not …
  ],
  yours: [
    /\bmensagem\b/, // message
  ],
  failed: [
    /chei[ao]\b/, // full
    /não /, // not
    /n[ãa]o p[ôo]de/, // could not
    /inexistente/, // does not exist
    /recusad/, // refused
    /n[ãa]o (?:foi|[ée]|p[ôo]de) /, // was not, is not
    /muito grande/, // too large
    /desativad|suspens[ao]|bloquead|cancelad/, // switched off, suspended, blocked, cancelled
    /excedid|esgotad/, // exceeded, used up
    /inv[áa]lid/, // invalid
    /sem (?:resposta|sucesso)|lista negra/, // without an answer, without success, block list
  ],
  reasonLabels: [
    /motivo/, // reason
    /causa/, // cause
  ],
  triesOn: [
    /novas tentativas/, // new attempts
  ],
  onlyWarns: [
    /apenas um aviso/, // only a warning
  ],
  delayed: [
    /atrasad/, // late
  ],
  autoReplyTitles: [
    /resposta automática/, // automatic answer
    /ausência/, // absence
  ],
  autoReplies: [
    /resposta autom[àa]tica/, // automatic answer; Catalan, too
  ],
  gaveUp: [
    /(?:ap[óo]s|depois de) (?:v[áa]rias|\d+) (?:tentativas|dias|horas)/, // after several attempts, 5 days
  ],
  arrivalTitles: [
    /^entregue:/, // delivered
  ],
  arrivals: [
    /foi entregue/, // was delivered
  ],
  sentOn: [
    /mensagem (?:original|encaminhada)/, // original message, forwarded message
  ],
});
