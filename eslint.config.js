import next from 'eslint-config-next'
import tseslint from 'typescript-eslint'

const config = [
  { ignores: ['.next/', 'node_modules/', 'next-env.d.ts', 'corpus/'] },
  ...next,
  ...tseslint.configs.strict,
  {
    rules: {
      // Typed arrays and lists whose bounds the loop has checked: the type system cannot see it, and a check in each would cost more than it says.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
]

export default config
