/** Begins with the server, not with a build: the jobs that wait are worked on without waiting for a reader. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { workJobs } = await import('./app/work-jobs')
  void workJobs()
}
