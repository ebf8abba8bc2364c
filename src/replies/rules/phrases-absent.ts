import { oneOf } from '../pattern.ts';
import { defineRules } from '../rule.ts';

/** Answers that are no refusal: somebody is away, or a filter wants to know a person is there. */
export default defineRules({
  kind: 'phrases',
  rules: [
    [
      oneOf(
        /\b(?:suis|serai) (?:absent|en (?:cong|vacances|d[ée]placement))|absence du bureau/i,
        /r[ée]ponse automatique|abwesen(?:d|heit)|nicht (?:im|am) (?:b[üu]ero|büro|Haus|Arbeitsplatz)/i,
        /im Urlaub|fuori (?:ufficio|sede)|risposta automatica|fuera de (?:la )?oficina/i,
        /respuesta autom[aá]tica|resposta autom[aá]tica|автоответ|自動返信|自动回复|不在办公|休假中|自动答复|休暇中|不在にして|부재중/i,
        /휴가 중|자동 응답|på semester|(?:inte|ikke) (?:tillgänglig|tilgjengelig|til stede)/i,
        /automati(?:skt|sk) (?:genererat|svar|generer)|på ferie|met vakantie|afwezig(?:heid)?\b/i,
        /automatisch antwoord|automatische (?:antwort|nachricht)|na urlopie|poza biurem|nieobecno/i,
        /automatyczna odpowied|v kanceláři|na dovolené|automatická odpov|в отпуске|не в офисе/i,
        /автоматический ответ|у відпустці|szabadságon|automatikus válasz|în concediu|răspuns automat/i,
        /tatildeyim|izindeyim|otomatik yanıt|lomalla|automaattinen vastaus|em f[eé]rias|de vacaciones/i,
        /in ferie\b|\bam (?:away|travelling) (?:until|till)\b/i,
      ),
      'auto-reply',
    ],
    [/\bI(?: will|['’]ll) (?:be back|return|reply when)\b/i, 'auto-reply'],
    [
      oneOf(
        /confirmer .{0,20}(?:envoi|message|adresse)|cliquant sur le lien|awaiting your authentication/i,
        /best[äa]tigen Sie (?:bitte )?(?:Ihre|den) (?:E-?Mail|Versand|Absender)/i,
      ),
      'challenge',
    ],
  ],
  sources: [{ url: 'https://libsisimai.org/en/reason/', checked: '2026-11' }],
});
