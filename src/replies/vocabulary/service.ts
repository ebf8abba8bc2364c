import { inTurn, oneOf } from '../pattern.ts';
import { stems } from './stems.ts';

/** What a server does for others. */
export const SERVICE = stems({
  several: /service/iu,
  germanic: /dienst/iu,
  romance: /servici|servi[zç]/iu,
  czech: /slu[žz]b/iu,
  nordic: /tjänst|tjenest/iu,
  polish: /us[łl]ug/iu,
  russian: /служб|сервис/iu,
  turkish: /hizmet/iu,
  chinese: /服务|服務/iu,
  japanese: /サービス/iu,
  korean: /서비스/iu,
});

/** What a server does to itself now and then. */
export const MAINTENANCE = stems({
  czech: /údržb|udrzb/iu,
  dutch: /onderhoud/iu,
  english: /maintenance(?!\p{L})/iu,
  finnish: /huolto/iu,
  french: /en maintenance|maintenance en|de maintenance/iu,
  german: /wartung/iu,
  hungarian: /karbantart/iu,
  italian: /manutenzion/iu,
  nordic: /underh[åa]ll|vedligehold|vedlikehold/iu,
  polish: /konserwacj/iu,
  portuguese: /manuten[çc]/iu,
  romanian: /mentenan/iu,
  russian: /техническ\p{L}+ (?:обслуж|работ)/iu,
  spanish: /mantenimient/iu,
  turkish: /bak[ıi]m/iu,
  chinese: /维护|維護/iu,
  japanese: /メンテナンス/iu,
  korean: /점검/iu,
});

/** For now. */
export const TEMPORARILY = stems({
  several: /moment[âa]n/iu,
  romance: /temporar/iu,
  czech: /do[čc]asn/iu,
  dutch: /tijdelijk/iu,
  finnish: /tilap[äa]i/iu,
  french: /temporairement/iu,
  german: /vor(?:ü|ue)bergehend|tempor(?:ä|ae)r|zeitweilig|derzeit|zurzeit/iu,
  hungarian: /[áa]tmeneti/iu,
  italian: /temporane/iu,
  nordic: /tillf[äa]llig|midlertidig/iu,
  polish: /tymczasow|czasow/iu,
  russian: /временн/iu,
  spanish: /temporal/iu,
  turkish: /ge[çc]ici/iu,
  ukrainian: /тимчасов/iu,
  chinese: /暂时|暫時/iu,
  japanese: /一時的/iu,
  korean: /일시적/iu,
});

/** That there is none. */
export const NO_SERVICE = inTurn(
  stems({
    french: /aucun/iu,
    german: /kein/iu,
    dutch: /geen/iu,
    italian: /nessun/iu,
    nordic: /inget|ingen/iu,
    polish: /brak|nie ma/iu,
    portuguese: /nenhum/iu,
    russian: /нет/iu,
    spanish: /no hay|ning[uú]n/iu,
  }),
  / (?:\p{L}+ ){0,2}/iu,
  oneOf(
    /servici|servi[zç]|service/iu, // Romance languages
    /dienst|tjänst|tjenest/iu, // Germanic languages
    /us[łl]ug/iu, // Polish
    /служб|сервис/iu, // Russian
  ),
);
