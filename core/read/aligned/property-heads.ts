/** What the heads of columns beside the texts are called, folded, by the name that the property gets: in our own exports in the six languages, and as translators' tools write them. */
const HEADS: Readonly<Record<string, string>> = {
  id: 'id|no|nr|n°|nº|№|#|key|guid|segment|segment id|identifiant|identificador|идентификатор|номер|编号|序号|المعرف|الرقم|tuid',
  address: 'address|paragraph|adresse|paragraphe|dirección|párrafo|адрес|пункт|地址|段落|العنوان|الفقرة',
  kind: 'kind|type|nature|genre|clase|tipo|вид|тип|类型|种类|النوع',
  note: 'note|notes|comment|comments|remark|remarks|remarque|remarques|commentaire|commentaires|observations|nota|notas|comentario|comentarios|observaciones|примечание|примечания|комментарий|备注|评论|注释|ملاحظة|ملاحظات|تعليق|تعليقات',
  confidence:
    'confidence|alignment confidence|score|fiabilité de l’alignement|fiabilité|fiabilidad de la alineación|достоверность сопоставления|对齐可信度|درجة الثقة في المحاذاة',
  findings: 'findings|constats|hallazgos|замечания|差异|الملاحظات',
  symbol: 'symbol|cote|signatura|условное обозначение|文号|الرمز',
  status: 'status|statut|état|estado|статус|状态|الحالة',
  source: 'source|original|source text|texte source|texto de origen|оригинал|исходный текст|原文|النص الأصلي',
  target: 'target|translation|traduction|cible|texte cible|traducción|texto de destino|перевод|译文|الترجمة',
}

const BY_HEAD: ReadonlyMap<string, string> = new Map(
  Object.entries(HEADS).flatMap(([name, heads]) => heads.split('|').map((head) => [head, name] as const)),
)

/** The property that the head of a table's column names in any of the six languages, `address`, `kind`, `note`, …, or null for a head of other words. */
export function propertyOf(head: string): string | null {
  const folded = head.normalize('NFC').trim().toLowerCase().replaceAll("'", '’').replace(/\s+/gu, ' ')
  return BY_HEAD.get(folded) ?? null
}
