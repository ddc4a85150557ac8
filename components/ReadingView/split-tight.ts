/**
 * A French text cut so that every second piece is a space with the sign that it may not part from: the space before `» ; : ! ?` or after `«`. In
 * the sources these are plain spaces, where a line could break. Joined, the pieces are the text.
 */
export function splitTight(text: string): readonly string[] {
  return text.split(/( [»;:!?]\p{P}*|« )/u)
}
