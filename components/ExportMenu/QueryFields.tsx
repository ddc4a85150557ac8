'use client'

import { useSearchParams } from 'next/navigation'

/** What a form carries along of the address, as QueryLink does, with the values that it sets itself. */
export function QueryFields({ set }: { readonly set: Readonly<Record<string, string>> }) {
  const all = { ...Object.fromEntries(useSearchParams()), ...set }
  return Object.entries(all).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}
