import { defineRules } from '../rule.ts';

/** Answers that are no refusal: somebody is away, or a filter wants to know a person is there. */
export default defineRules({
  kind: 'phrases',
  rules: [
    [
      /\b(?:suis|serai) (?:absent|en (?:cong|vacances|d[ée]placement))|absence du bureau|r[ée]ponse automatique|abwesen(?:d|heit)|nicht (?:im|am) (?:b[üu]ero|büro|Haus|Arbeitsplatz)|im Urlaub|fuori (?:ufficio|sede)|risposta automatica|fuera de (?:la )?oficina|respuesta autom[aá]tica|resposta autom[aá]tica|автоответ|自動返信|自动回复|\bam (?:away|travelling) (?:until|till)\b/i,
      'auto-reply',
    ],
    [
      /confirmer .{0,20}(?:envoi|message|adresse)|cliquant sur le lien|awaiting your authentication|best[äa]tigen Sie (?:bitte )?(?:Ihre|den) (?:E-?Mail|Versand|Absender)/i,
      'challenge',
    ],
  ],
  sources: [{ url: 'https://libsisimai.org/en/reason/', checked: '2026-11' }],
});
