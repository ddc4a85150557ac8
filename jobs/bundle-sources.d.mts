/** Bundles what begins with a source file (relative to the program's folder), and gives the file to load. Rejects where nothing can be written beside the packages. */
export function bundleSources(root: string, source: string): Promise<string>

/** Loads a source file (absolute) as it is. */
export function loadSources(root: string, source: string): Promise<unknown>
