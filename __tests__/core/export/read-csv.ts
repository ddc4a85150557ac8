/** The records of a CSV file after RFC 4180, strictly: anything it does not allow throws. A byte order mark stays in the first field. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = []
  let fields: string[] = []
  let at = 0
  while (at < text.length) {
    const quoted = /^"((?:[^"]|"")*)"/u.exec(text.slice(at))
    const plain = quoted === null ? /^[^",\r\n]*/u.exec(text.slice(at))! : quoted
    fields.push(quoted === null ? plain[0] : quoted[1]!.replaceAll('""', '"'))
    at += plain[0].length
    if (text[at] === ',') {
      at += 1
      if (at === text.length) throw new Error('record without an end')
    } else if (text.startsWith('\r\n', at)) {
      at += 2
      records.push(fields)
      fields = []
    } else throw new Error(`unexpected ${JSON.stringify(text.slice(at, at + 10))} at ${at}`)
  }
  return records
}
