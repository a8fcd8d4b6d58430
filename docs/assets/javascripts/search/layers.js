/**
 * The searchable text: all documents in one string, once as written and once as spoken.
 *
 * Searching is `indexOf` over a layer; each place found is then judged by the flags beside it: is it
 * the same spelling, does it stand at a word's start, what kind of place is it (title, heading,
 * definition, plain text). The spoken layer has kanji replaced by their readings, which the build
 * found out and the index brings along, so that `がいねん` and `gainen` find 概念.
 */
(scope => {
  "use strict"
  const search = scope.studySearch = scope.studySearch || {}
  const { Folder, collector, taken, fold, kindOf, START, KATAKANA, LONG, LATIN } = search

  const SPOKEN = 16 // flag: this kana is the reading of a kanji, or of a word in Latin letters
  const BORDER = 0 // stands between two documents
  const BREAK = 10 // stands between two blocks of a document
  const CELL = 9 // stands between two cells of a table

  /**
   * A document as the index holds it. `kind` is "term" for an entry of the glossary, which has `names`: other
   * words for the same thing. `boost` is what the page's author multiplies its worth by.
   *
   * @typedef {{location: string, title: string, text: string, kind?: string, names?: string[], tags?: string[],
   *   boost?: number}} Doc
   */

  /**
   * @typedef {object} Layer
   * @property {string} text
   * @property {Uint8Array} flags
   * @property {Int32Array} starts where each document starts; one more for the end
   * @property {Int32Array} bodies where each document's text, after its title, starts
   * @property {Uint32Array} [triples] a set of bits: which three characters may stand together somewhere
   */

  const BITS = 22 // of the number of a triple's bit

  /** The number of the bit for the three characters at a place. */
  const triple = (text, at) => Math.imul(
    Math.imul(text.charCodeAt(at), 0x9E3779B1) ^ Math.imul(text.charCodeAt(at + 1), 0x85EBCA6B) ^ text.charCodeAt(at + 2) * 0xC2B3,
    0x27D4EB2F) >>> 32 - BITS

  /** A layer with its triples: most of what is not there is then known not to be without looking. */
  function withTriples(layer) {
    const triples = new Uint32Array(2 ** BITS / 32)
    for (let at = layer.text.length - 3; at >= 0; at--) {
      const bit = triple(layer.text, at)
      triples[bit >>> 5] |= 1 << (bit & 31)
    }
    return { ...layer, triples }
  }

  /** Whether a text may be somewhere in the layer. */
  function mayHold({ triples }, text) {
    if (triples)
      for (let at = text.length - 3; at >= 0; at--) {
        const bit = triple(text, at)
        if (!(triples[bit >>> 5] & 1 << (bit & 31))) return false
      }
    return true
  }

  /**
   * Fold all documents into the written layer.
   *
   * @param {Doc[]} docs
   * @returns {Layer}
   */
  function writtenLayer(docs) {
    const folder = new Folder(docs.reduce((sum, doc) => sum + doc.title.length + doc.text.length + 8, 64), false)
    const starts = new Int32Array(docs.length + 1)
    const bodies = new Int32Array(docs.length)
    docs.forEach((doc, at) => {
      starts[at] = folder.length
      folder.add(doc.title).mark(BREAK)
      bodies[at] = folder.length
      if (doc.tags) for (const tag of doc.tags) folder.add(tag).mark(BREAK)
      folder.add(doc.text).mark(BORDER)
    })
    starts[docs.length] = folder.length
    return withTriples({ ...folder.done(), starts, bodies })
  }

  /**
   * Readings by first character, the longest word first.
   *
   * @param {Record<string, string>} readings word → reading in hiragana
   * @returns {Map<number, Array<[string, Folded]>>}
   */
  function dictionary(readings) {
    const byFirst = new Map()
    for (const [word, reading] of Object.entries(readings)) {
      const key = fold(word).text
      if (!key) continue
      const list = byFirst.get(key.charCodeAt(0)) || []
      list.push([key, fold(reading)])
      byFirst.set(key.charCodeAt(0), list)
    }
    for (const list of byFirst.values()) list.sort((a, b) => b[0].length - a[0].length)
    return byFirst
  }

  /** The longest word of the dictionary that stands at a place, with its reading. */
  function wordAt(text, at, words) {
    const list = words.get(text.charCodeAt(at))
    if (list)
      for (const entry of list)
        if (entry[0].length === 1 || text.startsWith(entry[0], at)) return entry
    return undefined
  }

  /**
   * Replace the kanji of a folded text, and words in Latin letters that have one, by their readings.
   *
   * @param {Folded} folded
   * @param {Map<number, Array<[string, Folded]>>} words
   * @param {(at: number, spokenAt: number) => void} [visit] told of each character's (or word's) place in both
   * @returns {Folded}
   */
  function spoken(folded, words, visit) {
    const { text, flags } = folded
    const out = collector(text.length * 1.5 + 16 | 0)
    for (let at = 0; at < text.length;) {
      if (visit) visit(at, out.length)
      const code = text.charCodeAt(at)
      const latin = kindOf(code) === LATIN
      let entry = !latin || flags[at] & START ? wordAt(text, at, words) : undefined
      // "ml" is a word of its own in "ML", and not in "HTML" or "mlx".
      if (latin && entry && kindOf(text.charCodeAt(at + entry[0].length)) === LATIN && !(flags[at + entry[0].length] & START)) entry = undefined
      const extra = latin ? KATAKANA : 0 // such a reading is spelt in more ways than one, as katakana is
      out.reserve(entry ? entry[1].text.length : 1)
      if (!entry) {
        out.push(code, flags[at], 0, 0)
        at++
        continue
      }
      const [word, reading] = entry
      for (let k = 0; k < reading.text.length; k++)
        out.push(reading.text.charCodeAt(k), reading.flags[k] & LONG | SPOKEN | extra | (k ? 0 : START), 0, 0)
      at += word.length
    }
    if (visit) visit(text.length, out.length)
    return taken(out)
  }

  /**
   * The spoken layer of a written one.
   *
   * @param {Layer} written
   * @param {Map<number, Array<[string, Folded]>>} words
   * @returns {Layer}
   */
  function spokenLayer(written, words) {
    const starts = new Int32Array(written.starts.length)
    const bodies = new Int32Array(written.bodies.length)
    let doc = 0
    let body = 0
    const result = spoken(written, words, (at, spokenAt) => {
      // Borders are characters of their own, so no word runs across them and none is missed.
      while (doc < starts.length && written.starts[doc] <= at) starts[doc++] = spokenAt
      while (body < bodies.length && written.bodies[body] <= at) bodies[body++] = spokenAt
    })
    return withTriples({ ...result, starts, bodies })
  }

  /**
   * How well a place agrees with what is looked for: 0 not at all, up to 1.
   *
   * @param {Layer} layer
   * @param {number} at
   * @param {Folded} needle
   * @param {boolean} onlyHeard accept only places where the reading of a kanji takes part
   */
  function agreement(layer, at, needle, onlyHeard) {
    const { text, flags } = layer
    const size = needle.text.length
    const first = needle.text.charCodeAt(0)
    const startsWord = (flags[at] & START) !== 0
    const after = at + size
    const endsWord = after >= text.length || (flags[after] & START) !== 0
    if (kindOf(first) === LATIN && !startsWord) {
      // "rust" is not to be found in "trust", nor 5 in 15.
      if (size < 5 || first < 0x3A) return 0
      if (kindOf(needle.text.charCodeAt(4)) !== LATIN) return 0
    }
    let long = 0
    let hiragana = 0 // asked for in katakana, written in hiragana
    let katakana = 0
    let heard = 0
    for (let k = 0; k < size; k++) {
      const flag = flags[at + k]
      const wanted = needle.flags[k]
      if (flag & KATAKANA) katakana++
      if (flag & SPOKEN) heard++
      if (wanted & KATAKANA && !(flag & (KATAKANA | SPOKEN))) hiragana++
      if ((flag & LONG) !== (wanted & LONG)) {
        if (!(flag & KATAKANA)) return 0
        if (k < size - 1 || wanted & LONG) long++
      }
    }
    if (onlyHeard && (!heard || hiragana)) return 0
    if (hiragana && (size < 4 || !startsWord)) return 0
    if (long && size < 4 && !(startsWord && endsWord)) return 0
    if (!startsWord && !katakana && heard && size < 5) return 0
    if (!startsWord && katakana && !(needle.flags[0] & KATAKANA) && size < 3) return 0
    let value = startsWord ? endsWord ? 1 : 0.85 : endsWord ? 0.7 : 0.5
    if (long) value *= 0.95
    if (hiragana) value *= 0.8
    return value
  }

  const OPENING = new Set("「『【([\"*<".split("").map(char => char.charCodeAt(0)))
  const DEFINING = new Set("は:(=→\t」』】".split("").map(char => char.charCodeAt(0)))

  /** Whether only a bullet, number, bracket or picture stands between the block's start and the place. */
  function leads(text, at) {
    for (let k = at - 1, seen = 0; k >= 0 && seen < 6; k--, seen++) {
      const code = text.charCodeAt(k)
      if (code === BREAK || code === CELL || code === BORDER) return true
      const kind = kindOf(code)
      if (kind !== 0 && !(code >= 0x30 && code <= 0x39)) return false
      if (code === 0x3002) return false // 。 ends a sentence of the same block
    }
    return at === 0
  }

  /** Kinds of places, and what each is worth. */
  const WORTH = {
    titleWhole: 100, titleStart: 84, titlePart: 66,
    headingWhole: 62, headingStart: 52, headingPart: 44,
    definition: 40, termWhole: 34, label: 30, block: 24, apposition: 22, termPart: 18, text: 12
  }

  /**
   * What kind of place this is, as a worth.
   *
   * @param {Layer} layer
   * @param {number} doc the document's number
   * @param {number} at
   * @param {number} size
   * @param {boolean} page whether the document is a page's head, not a part of it
   * @param {boolean} term whether it is an entry of the glossary
   */
  function worth(layer, doc, at, size, page, term) {
    const { text } = layer
    const after = at + size
    const next = text.charCodeAt(after)
    const lead = leads(text, at)
    if (at < layer.bodies[doc]) {
      const ends = after >= layer.bodies[doc] - 1 || text.startsWith("とは", after) && layer.bodies[doc] - after < 5
      const rank = lead && ends ? "Whole" : lead || next === 0x28 ? "Start" : "Part"
      if (term) return rank === "Whole" ? WORTH.termWhole : WORTH.termPart
      return WORTH[(page ? "title" : "heading") + rank]
    }
    if (term) return lead && (next === CELL || next === BREAK) ? WORTH.termWhole - 1 : WORTH.text - 2
    if (text.startsWith("とは", after)) return lead ? WORTH.definition : WORTH.definition - 6
    if (lead && DEFINING.has(next)) return WORTH.definition - 4
    if (lead && next === BREAK) return WORTH.label
    const before = text.charCodeAt(at - 1)
    if (before === 0x28 && next === 0x29 || next === 0x28) return WORTH.apposition
    if (lead || OPENING.has(before)) return WORTH.block
    return WORTH.text
  }

  /**
   * Find every place of `needle` in the layer.
   *
   * @param {Layer} layer
   * @param {Folded} needle
   * @param {(doc: number, at: number, value: number) => void} visit gets the document, the place, and how well
   *   it agrees
   * @param {boolean} [onlyHeard] see `agreement`
   */
  function scan(layer, needle, visit, onlyHeard = false) {
    const { text, starts } = layer
    const size = needle.text.length
    if (!size || !mayHold(layer, needle.text)) return
    let doc = 0
    for (let at = text.indexOf(needle.text); at !== -1; at = text.indexOf(needle.text, at + 1)) {
      if (at >= starts[doc + 1]) doc = documentAt(starts, at, doc)
      const value = agreement(layer, at, needle, onlyHeard)
      if (value > 0) visit(doc, at, value)
    }
  }

  /** The number of the document that holds a place, by bisection from a document at or before it. */
  function documentAt(starts, at, low) {
    let high = starts.length - 1
    while (high - low > 1) {
      const middle = low + high >> 1
      if (starts[middle] <= at) low = middle
      else high = middle
    }
    return low
  }

  Object.assign(search, { writtenLayer, spokenLayer, spoken, dictionary, wordAt, agreement, worth, scan, SPOKEN, BREAK, CELL })
})(globalThis)
