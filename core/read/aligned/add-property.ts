/** Notes a property of a unit, its name without the prefix of a private one (`x-address`, `x-concordance-address`); a second value goes on a line below the first. */
export function addProperty(properties: Record<string, string>, name: string, value: string): void {
  const key = name
    .trim()
    .toLowerCase()
    .replace(/^x-(?:concordance-)?/u, '')
  const said = value.trim()
  if (key === '' || said === '') return
  const before = Object.hasOwn(properties, key) ? properties[key] : undefined
  properties[key] = before === undefined ? said : before === said ? before : `${before}\n${said}`
}
