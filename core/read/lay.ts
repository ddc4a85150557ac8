/** One level of properties over another: what the upper says holds, and what it leaves open (null) the lower says. Both have the same properties. */
export function lay<T extends object>(upper: T, lower: T): T {
  const laid = { ...lower }
  for (const key in upper) if (upper[key] !== null) laid[key] = upper[key]
  return laid
}
