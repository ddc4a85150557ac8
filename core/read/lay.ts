/** One level of properties over another: what the upper says holds, and what it leaves open (null) the lower says. */
export function lay<T extends object>(upper: T, lower: T): T {
  const said = Object.entries(upper).filter(([, value]) => value !== null)
  return { ...lower, ...Object.fromEntries(said) }
}
