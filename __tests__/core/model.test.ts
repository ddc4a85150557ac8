import { InputError } from '../../core/model'
import { TermFileError } from '../../core/terms/formats/term-file-error'

test('an error of another copy of its class is one, and no other error is', () => {
  jest.isolateModules(() => {
    const model = jest.requireActual<typeof import('../../core/model')>('../../core/model')
    const terms = jest.requireActual<typeof import('../../core/terms/formats/term-file-error')>(
      '../../core/terms/formats/term-file-error',
    )
    expect(model.InputError).not.toBe(InputError)
    expect(new model.InputError('empty')).toBeInstanceOf(InputError)
    expect(new terms.TermFileError('empty')).toBeInstanceOf(TermFileError)
    expect(new terms.TermFileError('empty')).not.toBeInstanceOf(InputError)
  })
  for (const other of [new Error('InputError'), 'InputError', null, { name: 'InputError' }])
    expect(other).not.toBeInstanceOf(InputError)
})
