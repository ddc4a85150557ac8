import type { ReportingDescriptor, Result, Run, Location as SarifLocation } from 'sarif'
import type {
  Decision,
  ExportLoss,
  FileRegion,
  FindingReport,
  ReportFile,
  ReportFinding,
  ReportPlace,
  Severity,
} from '../model'
import { gatherChunks } from './gather-chunks'

/** SARIF's word for each severity. */
const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>

/** By convention of programs that read SARIF the folder that relative addresses begin at. */
const ROOT = '%SRCROOT%'

/** How the keys of a finding are called, with the version of the way in which they are made. */
const KEY = 'concordance/v1'

/**
 * A report as SARIF 2.1.0 (OASIS, 2020), a result a line: a rule for each code, the sentence as the message, the other version's paragraph as the location and the pivot's as the related one; an absent paragraph
 * has the pivot's for its location. A place in the file is given where it is known, the paragraph's address always. The finding's own key is its fingerprint, the wider ones are partial. What was accepted or
 * ignored is suppressed. JSON holds everything.
 */
export function writeSarif(report: FindingReport): Generator<string, readonly ExportLoss[], void> {
  return gatherChunks(writePieces(report))
}

function* writePieces(report: FindingReport): Generator<string, readonly ExportLoss[], void> {
  const { program, locale, rules, files, findings } = report
  const head: Omit<Run, 'results'> = {
    tool: {
      driver: {
        name: program.name,
        version: program.version,
        semanticVersion: program.version,
        language: locale,
        rules: rules.map((rule): ReportingDescriptor => ({
          id: rule.code,
          shortDescription: { text: rule.name },
          fullDescription: { text: rule.rule },
          help: { text: rule.advice },
          defaultConfiguration: { level: LEVELS[rule.severity] },
        })),
      },
    },
    language: locale,
    columnKind: 'utf16CodeUnits',
    artifacts: files.map((file) => ({
      location: locationOf(file),
      ...(file.encoding !== null && { encoding: file.encoding }),
    })),
  }
  const numbers = new Map(rules.map(({ code }, k) => [code as string, k]))
  yield '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[\n'
  yield `${JSON.stringify(head).slice(0, -1)},"results":[`
  let separator = '\n'
  for (const finding of findings) {
    yield separator + JSON.stringify(resultOf(finding, files, numbers))
    separator = ',\n'
  }
  yield ']}]}\n'
  return []
}

function resultOf(
  { finding, keys, decision, sentence, places: [pivot, other] }: ReportFinding,
  files: readonly ReportFile[],
  rules: ReadonlyMap<string, number>,
): Result {
  const { code, severity, confidence, row, rule, expected, found, sought, concept } = finding
  const ruleIndex = rules.get(code)
  const [own, related] = other.length > 0 ? [other, pivot] : [pivot, []]
  return {
    ruleId: code,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[severity],
    message: { text: sentence },
    locations: own.map((place) => placeOf(place, files)),
    relatedLocations: related.map((place) => placeOf(place, files)),
    fingerprints: { [KEY]: keys.finding },
    partialFingerprints: { [`text/${KEY}`]: keys.text, [`everywhere/${KEY}`]: keys.everywhere },
    suppressions: suppressionsOf(decision),
    rank: Math.round(confidence * 1000) / 10,
    properties: { row, rule, expected, found, sought, concept },
  }
}

function placeOf(
  { language, address, file, region }: ReportPlace,
  files: readonly ReportFile[],
): SarifLocation {
  const artifact = file === null ? undefined : files[file]
  return {
    ...(file !== null &&
      artifact !== undefined && {
        physicalLocation: {
          artifactLocation: { ...locationOf(artifact), index: file },
          ...(region !== null && { region: regionOf(region) }),
        },
      }),
    logicalLocations: [{ name: address, fullyQualifiedName: `${language}/${address}`, kind: 'element' }],
  }
}

function locationOf({ uri, inside }: ReportFile) {
  return inside ? { uri, uriBaseId: ROOT } : { uri }
}

function regionOf({ from, to, line, column, endLine, endColumn }: FileRegion) {
  return {
    startLine: line,
    startColumn: column,
    endLine,
    endColumn,
    charOffset: from,
    charLength: to - from,
  }
}

/** A program that reads SARIF takes a list that is empty for "not suppressed", and no list for "not known". */
function suppressionsOf(decision: Decision | null): NonNullable<Result['suppressions']> {
  if (decision === null || decision.verdict === 'error') return []
  const { verdict, reason, scope, by, at } = decision
  return [
    {
      kind: 'external',
      status: 'accepted',
      ...(reason !== null && reason !== '' && { justification: reason }),
      properties: { verdict, scope, by, at },
    },
  ]
}
