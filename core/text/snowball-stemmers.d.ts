declare module 'snowball-stemmers' {
  interface Stemmer {
    stem(word: string): string
  }
  interface Snowball {
    newStemmer(algorithm: string): Stemmer
  }
  /** Present where the loader takes the CommonJS exports for the default export. */
  const snowball: Snowball | undefined
  export default snowball
  /** Present where the loader takes the CommonJS exports for named ones. */
  export const newStemmer: Snowball['newStemmer'] | undefined
}
