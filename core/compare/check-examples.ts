import type { FindingCode, Language } from '../model'

/** Two short versions that a check finds something in, paragraph by paragraph: what the documentation shows and a test holds the check to. */
export interface CheckExample {
  readonly language: Language
  /** French. */
  readonly pivot: readonly string[]
  readonly other: readonly string[]
}

/** An example for each check, written for it. A text where something is said elsewhere in another way takes several paragraphs. */
export const CHECK_EXAMPLES: Readonly<Record<FindingCode, CheckExample>> = {
  number: {
    language: 'en',
    pivot: ['Décide d’ouvrir un crédit de 1 500 000 dollars ;'],
    other: ['Decides to appropriate the amount of $1,600,000;'],
  },
  date: {
    language: 'ar',
    pivot: ['Rappelant la réunion tenue le 12 septembre 2019,'],
    other: ['وإذ تشير إلى الاجتماع المعقود في 12 تشرين الأول/أكتوبر 2019،'],
  },
  symbol: {
    language: 'zh',
    pivot: ['Rappelant sa résolution 73/338,'],
    other: ['回顾其第73/383号决议，'],
  },
  gap: {
    language: 'es',
    pivot: ['Prend note du rapport ;', 'Prie le Secrétaire général de lui rendre compte à ce sujet ;'],
    other: ['Toma nota del informe;'],
  },
  untranslated: {
    language: 'ru',
    pivot: [
      'Invite les États Membres à verser des contributions volontaires et à faire connaître leurs vues avant la fin de l’année ;',
    ],
    other: [
      'предлагает государствам-членам вносить добровольные взносы, et à faire connaître leurs vues avant la fin de l’année;',
    ],
  },
  omission: {
    language: 'en',
    pivot: [
      'Rappelant que le Conseil de sécurité a créé le Comité et que les États Membres doivent lui présenter un rapport chaque année,',
      'Soulignant que la coopération régionale contribue au développement durable et à la protection des droits de l’homme,',
      'Prenant note du rapport du Secrétaire général sur la situation humanitaire et sur les besoins des populations touchées,',
      'Engage les États Membres à coopérer avec le Comité, à lui communiquer sans tarder les renseignements sur les armes et les munitions saisies aux frontières, et à appliquer la résolution ;',
    ],
    other: [
      'Recalling that the Security Council established the Committee and that Member States must submit a report to it every year,',
      'Stressing that regional cooperation contributes to sustainable development and to the protection of human rights,',
      'Taking note of the report of the Secretary-General on the humanitarian situation and on the needs of affected populations,',
      'Encourages Member States to cooperate with the Committee and to implement the resolution;',
    ],
  },
  negation: {
    language: 'es',
    pivot: ['Souligne que ces mesures ne doivent pas entraver l’aide humanitaire ;'],
    other: ['Subraya que esas medidas deben obstaculizar la asistencia humanitaria;'],
  },
  obligation: {
    language: 'en',
    pivot: ['Décide que les États doivent présenter un rapport au Comité ;'],
    other: ['Decides that States may submit a report to the Committee;'],
  },
  'country-name': {
    language: 'ru',
    pivot: ['Prenant note avec satisfaction de l’offre du Gouvernement du Kenya,'],
    other: ['с удовлетворением отмечая предложение правительства Кубы,'],
  },
  name: {
    language: 'en',
    pivot: ['Rappelant la réunion tenue à Genève,'],
    other: ['Recalling the meeting held in Vienna,'],
  },
  'term-missing': {
    language: 'en',
    pivot: ['Réaffirme l’importance du développement durable ;'],
    other: ['Reaffirms the importance of lasting growth;'],
  },
  'term-added': {
    language: 'es',
    pivot: ['Se félicite des progrès accomplis ;'],
    other: ['Acoge con beneplácito los progresos realizados por el Consejo de Seguridad;'],
  },
  'term-deprecated': {
    language: 'en',
    pivot: ['Rappelant les droits des personnes handicapées,'],
    other: ['Recalling the rights of handicapped persons,'],
  },
  'term-variant': {
    language: 'en',
    pivot: [
      'Rappelant le niveau de vie de la population,',
      'Consciente du niveau de vie dans la région,',
      'Soulignant l’importance du niveau de vie,',
      'Notant que le niveau de vie progresse,',
    ],
    other: [
      'Recalling the standard of living of the population,',
      'Conscious of the standard of living in the region,',
      'Stressing the importance of the standard of living,',
      'Noting that living conditions are improving,',
    ],
  },
  'term-inconsistent': {
    language: 'en',
    pivot: [
      'Rappelant cet engagement solennel,',
      'Consciente de l’engagement solennel des parties,',
      'Saluant l’engagement solennel qui a été pris,',
      'Appuie l’engagement solennel ;',
    ],
    other: [
      'Recalling this solemn commitment,',
      'Conscious of the solemn commitment of the parties,',
      'Welcoming the solemn commitment that was made,',
      'Supports the solemn pledge;',
    ],
  },
  'term-order': {
    language: 'en',
    pivot: ['Favorise le passage de l’aide humanitaire au développement durable ;'],
    other: ['Promotes the move from sustainable development to humanitarian assistance;'],
  },
  'opening-verb': {
    language: 'zh',
    pivot: ['Prie le Secrétaire général de présenter un rapport ;'],
    other: ['谴责秘书长提交一份报告；'],
  },
  footnote: {
    language: 'es',
    pivot: ['Prenant note du rapport du Secrétaire général[1],'],
    other: ['Tomando nota del informe del Secretario General,'],
  },
  'list-length': {
    language: 'en',
    pivot: ['Demande : a) des renseignements ; b) une évaluation ; c) des recommandations ;'],
    other: ['Requests: (a) information; (b) an assessment;'],
  },
  quotation: {
    language: 'ar',
    pivot: [
      'Rappelant le thème « Bâtir des ponts »,',
      'Saluant la campagne « Ouvrir les portes »,',
      'Se félicite de la campagne « Semer ensemble » ;',
      'Prend note du thème « Unis dans la diversité » ;',
    ],
    other: [
      'وإذ تشير إلى موضوع ”بناء الجسور“،',
      'وإذ تشيد بحملة ”فتح الأبواب“،',
      'ترحب بحملة ”لنزرع معا“؛',
      'تحيط علما بالموضوع متحدون في التنوع؛',
    ],
  },
  brackets: {
    language: 'en',
    pivot: ['Prie le Comité [agissant dans les limites de son mandat] de poursuivre ses travaux ;'],
    other: ['Requests the Committee to continue its work;'],
  },
  length: {
    language: 'en',
    pivot: [
      'Rappelant que les États Membres doivent présenter un rapport chaque année,',
      'Soulignant que la coopération régionale contribue au développement durable,',
      'Prenant note du rapport du Secrétaire général sur la situation humanitaire,',
      'Consciente de l’importance des droits de l’homme pour la paix et la sécurité,',
      'Se félicitant de la décision du Conseil de sécurité de proroger le mandat,',
      'Notant que les pays en développement ont besoin d’une assistance technique,',
      'Réaffirmant les buts et principes énoncés dans la Charte des Nations Unies,',
      'Considérant que l’éducation est un droit fondamental de toute personne,',
      'Engage les États Membres à coopérer avec le Comité créé par la résolution ;',
    ],
    other: [
      'Recalling that Member States must submit a report every year,',
      'Stressing that regional cooperation contributes to sustainable development,',
      'Taking note of the report of the Secretary-General on the humanitarian situation,',
      'Conscious of the importance of human rights for peace and security,',
      'Welcoming the decision of the Security Council to extend the mandate,',
      'Noting that developing countries need technical assistance,',
      'Reaffirming the purposes and principles set forth in the Charter of the United Nations,',
      'Considering that education is a fundamental right of every person,',
      'Encourages Member States to cooperate in every way with the Committee established by the resolution, at all times, wherever they may be, by whatever means they have at hand, with all due speed and care, and to spare no effort of any kind until its work has come to an end;',
    ],
  },
}
