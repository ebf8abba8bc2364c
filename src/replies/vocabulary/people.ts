import { stems } from './stems.ts';

/** Somebody of the house. */
export const PERSON = stems({
  several: /person/iu,
  romance: /collaborat/iu,
  iberian: /colaborador/iu,
  czech: /zam[ěe]stnan/iu,
  dutch: /medewerker/iu,
  finnish: /ty[öo]ntekij/iu,
  french: /employ[ée]/iu,
  german: /mitarbeiter|kolleg/iu,
  hungarian: /dolgoz/iu,
  italian: /dipendent/iu,
  nordic: /anst[äa]lld|medarbe[jt]|ansatt/iu,
  polish: /pracowni|osoba/iu,
  portuguese: /funcion[áa]rio/iu,
  romanian: /angajat/iu,
  russian: /сотрудник/iu,
  spanish: /empleado/iu,
  turkish: /[çc]al[ıi][şs]an/iu,
  ukrainian: /співробітник/iu,
  chinese: /员工|員工|职员/iu,
  japanese: /社員|職員|担当者/iu,
  korean: /직원/iu,
});

/** Many who share one address. */
export const GROUP = stems({
  several: /mailing-?list/iu,
  romance: /lista (?:di|de) (?:distribu|correo|discu)/iu,
  iberian: /grupo/iu,
  czech: /skupin/iu,
  dutch: /distributielijst|groep/iu,
  french: /liste? de (?:diffusion|distribution)|groupe/iu,
  german: /verteiler|gruppe/iu,
  hungarian: /levelez[őo]list/iu,
  italian: /gruppo/iu,
  nordic: /distributionsl/iu,
  polish: /grup|lista dystryb|lista mailing/iu,
  russian: /рассыл|групп/iu,
  chinese: /群组|群組|邮件列表/iu,
  japanese: /メーリングリスト|グループ/iu,
  korean: /그룹/iu,
});
