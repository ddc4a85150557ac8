import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return sources(file)
    return /\.(ts|tsx)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [file] : []
  })
}

/** Next.js gives these names their meaning; their documentation is its own. */
const FRAMEWORK = new Set([
  'metadata',
  'generateMetadata',
  'generateStaticParams',
  'dynamic',
  'config',
  'viewport',
  'runtime',
  'revalidate',
])

function undocumented(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  return source.statements.flatMap((statement) => {
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword)
    if (!exported || ts.getJSDocCommentsAndTags(statement).length > 0) return []
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map((declaration) => declaration.name.getText())
      : 'name' in statement && statement.name !== undefined
        ? [(statement.name as ts.Node).getText()]
        : ['default']
    return names.filter((name) => !FRAMEWORK.has(name))
  })
}

const files = ['core', 'jobs', 'store', 'cli', 'app', 'components', 'i18n', 'bench'].flatMap(sources)

test.each(files)('everything that %s exports has a docstring', (file) => {
  expect(undocumented(file)).toEqual([])
})
