// What a reader typed, made ready for the search: without words that say nothing, and compared with what pages are
// found by, so that a page which an author gave the very query as a tag comes first.

/** @param {string} text @returns {string[]} its words, in small letters and without punctuation */
const wordsOf = text => text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? []

/**
 * The query without its stop words; the query as it is where nothing else would be left ("how often").
 * @param {string} query
 * @param {Set<string>} stopWords
 */
export function withoutStopWords(query, stopWords) {
  const kept = query.split(/\s+/).filter(term => term && !stopWords.has(term.toLowerCase().replace(/[?!.,;:]+$/, "")))
  return kept.length ? kept.join(" ") : query
}

/**
 * Two keys are equal for phrases that say the same: by the whole phrase, or by two or more words that matter in it, so
 * that "when should I see a doctor" is "when to see a doctor", but "at work" is not "does it work".
 * @param {string} phrase
 * @param {Set<string>} stopWords
 * @returns {string[]}
 */
function phraseKeys(phrase, stopWords) {
  const words = wordsOf(phrase)
  const telling = words.filter(word => !stopWords.has(word))
  return [words.join(" "), ...(telling.length > 1 ? [telling.join(" ")] : [])]
}

/** The pages that have a phrase among their tags: {@link PinnedPages.find} gives their locations. */
export class PinnedPages {
  /**
   * @param {{ location: string, tags?: string[] }[]} docs the index's pages and sections
   * @param {Set<string>} stopWords
   */
  constructor(docs, stopWords) {
    this.stopWords = stopWords
    /** @type {Map<string, Set<string>>} */
    this.pages = new Map()
    for (const { location, tags } of docs) for (const tag of tags ?? []) this.add(tag, location.replace(/#.*/, ""))
  }

  /** @param {string} tag @param {string} page */
  add(tag, page) {
    for (const key of phraseKeys(tag, this.stopWords)) {
      const pages = this.pages.get(key) ?? new Set()
      this.pages.set(key, pages.add(page))
    }
  }

  /** @param {string} query @returns {Set<string>} the locations of the pages that have it as a tag */
  find(query) {
    const found = phraseKeys(query, this.stopWords).map(key => this.pages.get(key))
    return found.find(Boolean) ?? new Set()
  }
}
