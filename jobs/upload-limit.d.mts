/** The most bytes of a file that the page takes, by CONCORDANCE_MAX_UPLOAD (`250MB`, `5000000`); null where that is no size. */
export function uploadLimit(env: Readonly<Record<string, string | undefined>>): number | null
