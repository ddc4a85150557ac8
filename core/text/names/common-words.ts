/**
 * Words that the languages of Europe write with a capital in UN texts though they name nothing: offices, organs, instruments, months. They stand in
 * every other paragraph, and terms and cognates find them anyway. Folded, singular and plural.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
  nation nations state states member members general council assembly security committee commission secretary secretariat organization organisation
  organizations economic social international united national president republic convention conventions covenant article articles chapter
  charter declaration protocol annex court treaty agreement government governments party parties powers power trusteeship central
  development conference programme program fund group rights human universal session meeting resolution report agenda goals high
  commissioner office special representative rapporteur minister ministry bureau centre center institute university union council's
  january february march april june july august september october november december monday tuesday wednesday thursday friday
  saturday sunday peace treaties democratic federal islamic kingdom federation members' secretary-general statute permanent
  considering recalling noting reaffirming requests decides

  états etats état etat membre membres conseil assemblée générale général sécurité comité secrétaire secrétariat organisations
  économique sociale nationale unies république conventions pacte chapitre charte déclaration protocole annexe cour traité accord
  gouvernement gouvernements partie parties puissance puissances tutelle centrale développement conférence fonds groupe droits homme
  universelle réunion résolution rapport haut commissaire bureau spécial représentant rapporteur ministre ministère institut université
  président statut permanente démocratique fédérale royaume fédération considérant rappelant notant réaffirmant

  nación naciones unidas estado estados miembro miembros consejo asamblea seguridad comité comisión secretario secretaría organización
  organizaciones económico económica nacional república convención pacto artículo artículos capítulo carta declaración protocolo anexo
  corte tratado acuerdo gobierno gobiernos parte partes potencia potencias administración fiduciaria desarrollo conferencia programa
  fondo grupo derechos humanos universal sesión reunión resolución informe alto alta comisionado oficina relator ministro ministerio
  instituto universidad presidente estatuto permanente democrática reino federación principal principales internacional unión

  организация организации объединенных наций объединенные нации государство государства государств государствами совет совета совете безопасности ассамблея ассамблеи
  ассамблее ассамблею генеральная генеральной генеральную генеральный генерального комитет комитета комитету секретарь секретаря
  секретариат секретариата экономический экономического социальный социального международный международного международной
  президент республика республики республику устав устава уставом статья статьи глава декларация декларации протокол конвенция
  конвенции договор суд суда правительство члены опеке опеки опека центральной центральная центральную председатель программа
  программы конференция конференции верховный верховного комиссар комиссара управление управления специальный специального
  федерация федерации союз союза статут королевство стороны постоянный членов развития
  `
    .trim()
    .split(/\s+/u),
)
