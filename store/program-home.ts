/**
 * The folder that holds `corpus/`: CONCORDANCE_HOME where it is set, which `npm start` does, else the working directory, which is the program's own folder
 * when the framework's commands run there.
 */
export function programHome(): string {
  return process.env.CONCORDANCE_HOME ?? process.cwd()
}

/** The program's own folder, with its sources: CONCORDANCE_ROOT where it is set, which `npm start` does, else the working directory. */
export function programRoot(): string {
  return process.env.CONCORDANCE_ROOT ?? process.cwd()
}
