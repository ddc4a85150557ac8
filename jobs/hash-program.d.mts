/** A hash of the sources under `core` in the program's folder, 16 hexadecimal digits: the mark of the program that has read and aligned. */
export function hashProgram(root: string): string
