import { uploadLimit } from '../../jobs/upload-limit.mjs'

test.each([
  [undefined, 100_000_000],
  ['', 100_000_000],
  ['5000', 5000],
  ['250MB', 250_000_000],
  [' 1.5 gb ', 1_500_000_000],
  ['20k', 20_000],
  ['0', null],
  ['-1', null],
  ['lots', null],
  ['10 TB', null],
])('CONCORDANCE_MAX_UPLOAD=%s is %s bytes', (value, bytes) => {
  expect(uploadLimit({ CONCORDANCE_MAX_UPLOAD: value })).toBe(bytes)
})
