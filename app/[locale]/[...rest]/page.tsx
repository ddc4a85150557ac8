import { notFound } from 'next/navigation'

/** Every address under a locale that is no page of ours. */
export default function UnknownPage(): never {
  notFound()
}
