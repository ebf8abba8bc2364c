import { oneOf } from '../pattern.ts';
import { defineRules } from '../rule.ts';

/** Answers that are no refusal: somebody is away, or a filter wants to know a person is there. */
export default defineRules({
  kind: 'phrases',
  rules: [
    [
      oneOf(
        /\bam (?:away|travelling) (?:until|till)\b/i,
        // Western Europe
        /abwesen(?:d|heit)|nicht (?:im|am) (?:b[üu]ero|büro|Haus|Arbeitsplatz)|im Urlaub/i, // German
        /automatische (?:antwort|nachricht)/i,
        /met vakantie|afwezig(?:heid)?\b|automatisch antwoord/i, // Dutch
        /\b(?:suis|serai) (?:absent|en (?:cong|vacances|d[ée]placement))/i, // French
        /absence du bureau|r[ée]ponse automatique/i,
        /fuori (?:ufficio|sede)|risposta automatica|in ferie\b/i, // Italian
        /fuera de (?:la )?oficina|respuesta autom[aá]tica|de vacaciones/i, // Spanish
        /resposta autom[aá]tica|em f[eé]rias/i, // Portuguese
        /på semester|på ferie|(?:inte|ikke) (?:tillgänglig|tilgjengelig|til stede)/i, // Swedish, Danish, Norwegian
        /automati(?:skt|sk) (?:genererat|svar|generer)/i,
        /lomalla|automaattinen vastaus/i, // Finnish
        // Eastern Europe
        /na urlopie|poza biurem|nieobecno|automatyczna odpowied/i, // Polish
        /v kanceláři|na dovolené|automatická odpov/i, // Czech
        /автоответ|в отпуске|не в офисе|автоматический ответ/i, // Russian
        /у відпустці/i, // Ukrainian
        /szabadságon|automatikus válasz/i, // Hungarian
        /în concediu|răspuns automat/i, // Romanian
        /tatildeyim|izindeyim|otomatik yanıt/i, // Turkish
        // Eastern Asia
        /自动回复|不在办公|休假中|自动答复/i, // Chinese
        /自動返信|休暇中|不在にして/i, // Japanese
        /부재중|휴가 중|자동 응답/i, // Korean
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
