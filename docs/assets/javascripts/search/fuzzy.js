/**
 * Typing errors: the words of the notes that a mistyped word may have meant.
 *
 * A word that is found nowhere is compared with every word the notes hold, allowing for one wrong,
 * missing, extra or swapped character (two in long words). Comparing with words, not with running
 * text, keeps an absent term from finding something by chance.
 */
(scope => {
  "use strict"
  const search = scope.studySearch = scope.studySearch || {}
  const { kindOf, isKana, KATAKANA, GAP, LATIN, KANJI } = search

  /**
   * The words of a text. For each, two sets of 32 bits tell roughly which characters it has.
   *
   * @typedef {{words: string[], low: Int32Array, high: Int32Array}} Vocabulary
   */

  /**
   * The distinct words of a layer: Latin words, and runs of kanji and katakana.
   *
   * @param {Layer} layer
   * @param {(doc: number) => boolean} [without] documents whose words are left out
   * @returns {Vocabulary}
   */
  function vocabulary({ text, flags, starts }, without = () => false) {
    const found = new Set()
    for (let doc = 0; doc < starts.length - 1; doc++)
      if (!without(doc)) collect(text, flags, starts[doc], starts[doc + 1], found)
    return indexed([...found])
  }

  /** Add the words of a part of a text. */
  function collect(text, flags, from, to, found) {
    let start = -1
    let latin = false
    for (let at = from; at <= to; at++) {
      const kind = at < to ? kindOf(text.charCodeAt(at)) : 0
      const isLatin = kind === LATIN
      const inside = isLatin || kind === KANJI || (flags[at] & (KATAKANA | search.SPOKEN)) !== 0
      if (start >= 0 && (!inside || isLatin !== latin || isLatin && flags[at] & GAP)) {
        if (at - start > 2) found.add(text.slice(start, at))
        start = -1
      }
      if (inside && start < 0) {
        start = at
        latin = isLatin
      }
    }
  }

  /**
   * A vocabulary of these words.
   *
   * @param {string[]} words
   * @returns {Vocabulary}
   */
  function indexed(words) {
    const bits = words.map(characters)
    return { words, low: Int32Array.from(bits, ([low]) => low), high: Int32Array.from(bits, ([, high]) => high) }
  }

  /** Which characters a word has, as two sets of 32 bits. */
  function characters(word) {
    let low = 0
    let high = 0
    for (let at = 0; at < word.length; at++) {
      const bit = Math.imul(word.charCodeAt(at), 0x9E3779B1) >>> 26
      if (bit < 32) low |= 1 << bit
      else high |= 1 << bit - 32
    }
    return [low, high]
  }

  /** The number of bits set. */
  function count(bits) {
    bits -= bits >>> 1 & 0x55555555
    bits = (bits & 0x33333333) + (bits >>> 2 & 0x33333333)
    return Math.imul(bits + (bits >>> 4) & 0x0F0F0F0F, 0x01010101) >>> 24
  }

  /** How many errors a word may have: a short word with one error is another word. */
  function allowance(word, heard = false) {
    const size = word.length
    if (heard) return size < 7 ? 0 : size < 12 ? 1 : 2 // many words sound nearly alike
    if (/^[a-z0-9+#]+$/.test(word)) return size < 5 || /\d/.test(word) ? 0 : size < 9 ? 1 : 2
    if (KANJI_INSIDE.test(word)) return size < 3 ? 0 : size < 8 ? 1 : 2
    return size < 4 ? 0 : size < 8 ? 1 : 2
  }

  const KANJI_INSIDE = /[\u3005\u3400-\u9fff]/
  // Endings that make another word of a word of two kanji, so hardly a slip: 再現率 and 再現性 are two things.
  const ENDINGS = new Set("性化率度型値量木層器者式的系図表学法数点間用")

  /**
   * The pieces of the vocabulary that come nearest to a word.
   *
   * @param {string} word folded
   * @param {Vocabulary} vocabulary
   * @param {boolean} [heard] whether they are readings
   * @param {number} [limit] how many to return
   * @returns {Array<{text: string, errors: number}>}
   */
  function nearest(word, { words, low, high }, heard = false, limit = 6) {
    const allowed = allowance(word, heard)
    if (!allowed) return []
    const latin = kindOf(word.charCodeAt(0)) === LATIN
    const found = new Map()
    let best = allowed
    const [wordLow, wordHigh] = characters(word)
    for (let at = 0; at < words.length; at++) {
      // Each character that is missing is an error.
      if (count(wordLow & ~low[at]) + count(wordHigh & ~high[at]) > best) continue
      const candidate = words[at]
      if (candidate.length < word.length - best) continue
      if (latin !== (kindOf(candidate.charCodeAt(0)) === LATIN)) continue
      const match = approximate(word, candidate, best, latin)
      if (!match || !plausible(word, match, allowed)) continue
      best = match.errors
      const known = found.get(match.text)
      if (!known || known.errors > match.errors) found.set(match.text, match)
    }
    return [...found.values()].filter(match => match.errors === best).slice(0, limit)
  }

  /** Whether a near word may really have been meant. */
  function plausible(word, match, allowed) {
    const { text, errors, from, open } = match
    if (!errors) return true
    // Something added at an end makes another word here, not an error.
    if (errors > allowed || word.startsWith(text) || word.endsWith(text)) return false
    let prefix = 0
    while (prefix < word.length && word[prefix] === text[prefix]) prefix++
    let suffix = 0
    while (suffix < Math.min(word.length, text.length) - prefix && word.at(-1 - suffix) === text.at(-1 - suffix)) suffix++
    const typed = word.slice(prefix, word.length - suffix)
    const meant = text.slice(prefix, text.length - suffix)
    const swapped = typed.length === 2 && typed[0] === meant[1] && typed[1] === meant[0]
    // Errors at a word's beginning are rare; within a compound one cannot tell where words begin.
    if (prefix < (word.length <= 5 ? 1 : 0) + (from ? 1 : 0) && !swapped) return false
    // A short word in kana with another consonant in it is another word (コンサート, コンバート), but for what is next to
    // it under one's thumb. Vowels and small kana are spelt in more ways than one.
    const another = typed.length === 1 && meant.length === 1 && rowOf(typed) !== rowOf(meant) && !(LOOSE.test(typed) && LOOSE.test(meant))
    if (word.length < 6 && another && isKana(word)) return false
    // Two errors side by side are another word within a compound.
    if (errors > 1 && Math.max(typed.length, meant.length) <= 2) return false
    if (KANJI_INSIDE.test(word)) {
      if (typed.length === 1 && meant.length === 1 && KANJI_INSIDE.test(typed) !== KANJI_INSIDE.test(meant)) return false
      if (!suffix && open) return false // in the middle of a longer word anything may follow
      if (word.length === 3) return prefix === 2 && meant.length === 1 && !ENDINGS.has(typed)
    }
    return true
  }

  const LOOSE = /[ぁ-おっゃ-よゎわー]/ // vowels, and what glides into one (ダイヤ, ダイア)
  const ROWS = ["あいうえお", "かきくけこがぎぐげご", "さしすせそざじずぜぞ", "たちつてとだでどっ", "なにぬねの", "はひふへほばびぶべぼぱぴぷぺぽ",
    "まみむめも", "やゆよゃゅょ", "らりるれろ", "わをん"]
  const rowOf = kana => ROWS.findIndex(row => row.includes(kana))

  const SIZE = 64
  const rows = [new Uint8Array(SIZE), new Uint8Array(SIZE), new Uint8Array(SIZE)]
  const origins = [new Int32Array(SIZE), new Int32Array(SIZE), new Int32Array(SIZE)]

  /**
   * The piece of `text` nearest to `pattern` by optimal string alignment, if within `allowed` errors.
   * Sellers' algorithm: as edit distance, but a match may start and end anywhere (Latin: at the word's start).
   *
   * @returns {{text: string, errors: number, from: number, open: boolean} | undefined}
   */
  function approximate(pattern, text, allowed, anchored) {
    const size = pattern.length
    if (size >= SIZE) return undefined
    let [before, previous, current] = rows
    let [beforeFrom, previousFrom, currentFrom] = origins
    for (let row = 0; row <= size; row++) {
      previous[row] = row
      previousFrom[row] = 0
    }
    let errors = allowed + 1
    let from = 0
    let to = 0
    for (let column = 1; column <= text.length; column++) {
      const code = text.charCodeAt(column - 1)
      current[0] = anchored ? Math.min(column, 99) : 0
      currentFrom[0] = anchored ? 0 : column
      for (let row = 1; row <= size; row++) {
        const same = pattern.charCodeAt(row - 1) === code
        // Of equal ways the one that began first: the longer match.
        let value = previous[row - 1] + (same ? 0 : 1)
        let origin = previousFrom[row - 1]
        let cost = previous[row] + 1
        if (cost < value || cost === value && previousFrom[row] < origin) { value = cost; origin = previousFrom[row] }
        cost = current[row - 1] + 1
        if (cost < value || cost === value && currentFrom[row - 1] < origin) { value = cost; origin = currentFrom[row - 1] }
        if (row > 1 && column > 1 && pattern.charCodeAt(row - 2) === code && pattern.charCodeAt(row - 1) === text.charCodeAt(column - 2)) {
          cost = before[row - 2] + 1
          if (cost < value || cost === value && beforeFrom[row - 2] < origin) { value = cost; origin = beforeFrom[row - 2] }
        }
        current[row] = value
        currentFrom[row] = origin
      }
      // Of equal matches the longest: "regresion" means "regression", not "regressio".
      if (current[size] < errors || current[size] === errors && currentFrom[size] === from && errors <= allowed) {
        errors = current[size]
        from = currentFrom[size]
        to = column
      }
      const spare = before
      const spareFrom = beforeFrom
      before = previous
      previous = current
      current = spare
      beforeFrom = previousFrom
      previousFrom = currentFrom
      currentFrom = spareFrom
    }
    return errors <= allowed ? { text: text.slice(from, to), errors, from, open: to < text.length } : undefined
  }

  Object.assign(search, { vocabulary, indexed, nearest, approximate, allowance })
})(globalThis)
