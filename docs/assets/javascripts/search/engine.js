/**
 * The search: which documents answer a query, and in which order.
 */
(scope => {
  "use strict"
  const search = scope.studySearch = scope.studySearch || {}
  const { fold, parse, subject, takeApart, sentence, isLatin, singular, isKana, fromRomaji, longVowelVariants, voicingVariants, Synonyms } = search
  const { dictionary, writtenLayer, spokenLayer, spoken, scan, worth, vocabulary, indexed, nearest } = search
  const { KATAKANA, BREAK } = search

  /**
   * A way to find a word: what to look for, in which layer, and how much it counts. `onlyHeard`: only where the
   * reading of a kanji takes part.
   *
   * @typedef {{needle: Folded, spoken: boolean, weight: number, onlyHeard?: boolean}} Way
   */

  /** What finding a word gave: per document the best place's worth and the number of places, and how it was found. */
  class Found {
    constructor(size, ways) {
      this.best = new Float32Array(size)
      this.count = new Uint16Array(size)
      this.ways = ways
      this.docs = 0
    }

    add(doc, value) {
      if (!this.best[doc]) this.docs++
      if (value > this.best[doc]) this.best[doc] = value
      if (this.count[doc] < 0xFFFF) this.count[doc]++
    }

    /** This and another together. */
    with(other) {
      const both = new Found(this.best.length, [...this.ways, ...other.ways])
      for (const found of [this, other])
        found.best.forEach((value, doc) => { if (value) both.add(doc, value) })
      return both
    }
  }

  const SUMMARY = /^[\d.\s]*(?:まとめ|目次|おわりに|参考|索引)(?:$|[\s（(])/ // parts that name what others explain
  const isTerm = doc => doc.kind === "term"
  const APART = 5 // characters that may stand between the parts of a word taken apart
  const ABBREVIATION = /^[A-ZＡ-Ｚ]{2,5}$/ // nobody types romaji so
  const nothing = () => 0
  const TERM = 19 // from this value on an entry of the glossary is about the word

  class Engine {
    /**
     * @param {{docs: Doc[], readings?: Record<string, string>}} index
     */
    constructor({ docs, readings = {} }) {
      this.docs = docs.map(doc => doc.names ? { ...doc, text: `${doc.text}\n${doc.names.join("\t")}` } : doc)
      this.dictionary = dictionary(readings)
      this.synonyms = new Synonyms(docs.filter(isTerm).map(({ title, names = [] }) => [title, ...names]))
      this.written = writtenLayer(this.docs)
      this.pages = [] // number of each document's page's head
      const heads = new Map()
      docs.forEach((doc, at) => {
        const [path] = doc.location.split("#")
        if (!heads.has(path)) heads.set(path, at)
        this.pages.push(heads.get(path))
      })
      this.weights = docs.map(({ title, boost = 1 }, at) =>
        boost * (SUMMARY.test(title) || SUMMARY.test(docs[this.pages[at]].title) ? 0.9 : 1))
      this.cache = {}
      this.found = new Map() // what was found directly for the query at hand
    }

    /** The spoken layer; made on first use or beforehand by `prepare`. */
    get spoken() {
      return this.cache.spoken ||= spokenLayer(this.written, this.dictionary)
    }

    /** The words one may have mistyped: of the glossary only whole names, for it explains with words of all kinds. */
    get words() {
      return this.cache.words ||= vocabulary(this.written, doc => isTerm(this.docs[doc]))
    }

    get names() {
      return this.cache.names ||= indexed([...this.synonyms.others.keys()])
    }

    get spokenWords() {
      return this.cache.spokenWords ||= vocabulary(this.spoken, doc => isTerm(this.docs[doc]))
    }

    get nameWords() {
      return this.cache.nameWords ||= indexed(this.synonyms.words())
    }

    /** Make now what the first unusual query would have to wait for. */
    prepare() {
      return this.spokenWords.words.length + this.words.words.length
    }

    /** Find a word in the given ways, all counted together; nothing if no way leads anywhere. */
    find(ways) {
      const found = new Found(this.docs.length, [])
      for (const way of ways) {
        const layer = way.spoken ? this.spoken : this.written
        const size = way.needle.text.length
        let places = 0
        scan(layer, way.needle, (doc, at, value) => {
          places++
          found.add(doc, this.weights[doc] * value * way.weight *
            worth(layer, doc, at, size, this.pages[doc] === doc, isTerm(this.docs[doc])))
        }, way.onlyHeard)
        if (places) found.ways.push(way)
      }
      return found.docs ? found : undefined
    }

    /** The usual ways to find a word: as typed, its spellings, its other names, and its reading if typed in hiragana. */
    direct(folded) {
      const key = `${folded.text}\n${String.fromCharCode.apply(null, folded.flags)}`
      if (!this.found.has(key)) this.found.set(key, this.findDirectly(folded))
      return this.found.get(key)
    }

    findDirectly(folded) {
      const kana = isKana(folded.text)
      const hiragana = kana && !folded.flags.some(flag => flag & KATAKANA)
      const ways = [{ needle: folded, spoken: hiragana, weight: hiragana ? 0.95 : 1 }]
      for (const needle of longVowelVariants(folded)) ways.push({ needle, spoken: hiragana, weight: 0.88 })
      for (const needle of this.synonyms.of(folded.text)) ways.push({ needle, spoken: false, weight: 0.85 })
      if (kana && !hiragana && folded.text.length > 2) ways.push({ needle: folded, spoken: true, weight: 0.85, onlyHeard: true })
      return this.find(ways)
    }

    /**
     * Find a word, trying what is less and less likely.
     *
     * @param {Word} word
     * @returns {Found | undefined}
     */
    resolve(word, deep = true) {
      const { folded } = word
      const { text } = folded
      const direct = this.direct(folded)
      if (direct && !this.onlyTerms(direct)) return direct
      // Half a name of the glossary (`thresh`): what the notes call it.
      const begun = text.length > 2 ? this.find(this.synonyms.holding(text)
        .map(needle => ({ needle, weight: 0.75, spoken: false }))) : undefined
      if (direct) return begun ? direct.with(begun) : direct
      const one = singular(text)
      if (one !== text) {
        const found = this.direct(fold(one))
        if (found) return found
      }
      return this.heard(folded) || this.composing(word.text) || this.romaji(word.text) || begun ||
        (deep ? this.apart(word, false) : undefined) || this.mistyped(folded) || (deep ? this.apart(word, true) : undefined)
    }

    /** Whether something was found in the glossary only. */
    onlyTerms(found) {
      return this.docs.every((doc, at) => !found.best[at] || isTerm(doc))
    }

    /** By its reading: kana in katakana, or kana for some of the kanji. */
    heard(folded) {
      if (isLatin(folded.text)) return undefined
      const needle = isKana(folded.text) ? folded : spoken(folded, this.dictionary)
      if (!isKana(needle.text)) return undefined
      const spelt = [needle, ...longVowelVariants(needle)]
      return this.find(spelt.map((way, at) => ({ needle: way, weight: at ? 0.8 : 0.88, spoken: true }))) ||
        this.find(needle.text.length < 4 ? [] : voicingVariants(needle)
          .map(way => ({ needle: way, weight: 0.75, spoken: true, onlyHeard: true })))
    }

    /** A word still being composed: the input method has yet to make kana of the last consonants. */
    composing(text) {
      const [, done] = /^(.*[^a-z])[bcdfghjkmnpqrstvwxyz]{1,2}$/.exec(text.normalize("NFKC")) || []
      if (!done || !/[\u3041-\u30fe\u3400-\u9fff]$/.test(done)) return undefined
      const folded = fold(done)
      return this.direct(folded) || this.heard(folded)
    }

    romaji(text) {
      if (ABBREVIATION.test(text)) return undefined
      for (const kana of fromRomaji(text)) {
        const needle = fold(kana)
        if (needle.text.length < 2) continue
        const found = this.find([needle, ...longVowelVariants(needle)].map(way => ({ needle: way, weight: 0.8, spoken: true })))
        if (found) return found
      }
      return undefined
    }

    /** By what was probably meant. */
    mistyped(folded, onlyNames = false) {
      const near = onlyNames ? [] : nearest(folded.text, this.words).map(match => ({ ...match, spoken: false }))
      if (isKana(folded.text) && !onlyNames) near.push(...nearest(folded.text, this.spokenWords, true).map(match => ({ ...match, spoken: true })))
      for (const { text, errors } of nearest(folded.text, this.names)) {
        if (!this.synonyms.others.has(text)) continue // a piece of a name
        near.push({ text, errors, spoken: false }, ...this.synonyms.of(text).map(other => ({ text: other.text, needle: other, errors, spoken: false })))
      }
      if (!near.length && isLatin(folded.text)) near.push(...this.withinNames(folded.text))
      const errors = Math.min(...near.map(match => match.errors))
      return this.find(near.filter(match => match.errors === errors).map(match => ({
        needle: match.needle || fold(match.text), weight: 0.75 - 0.1 * errors, spoken: match.spoken
      })))
    }

    /**
     * The names of the glossary one of whose words may have been meant. Less speaks for it than for a word that the
     * notes hold, so letters may be missing, too many or swapped, but none is another (`Rekognition` is a name itself).
     */
    withinNames(text) {
      const letters = word => [...word].sort().join("")
      return nearest(text, this.nameWords)
        .filter(match => match.text.length !== text.length || letters(match.text) === letters(text))
        .flatMap(({ text: meant, errors }) => this.synonyms.holding(meant).map(needle => ({ text: needle.text, needle, errors, spoken: false })))
    }

    /** By its parts, if a page has all of them (or, where they are one word, a passage). */
    apart(word, guess) {
      const taken = takeApart(word, this.dictionary)
      if (!taken) return undefined
      const parts = []
      const extra = []
      for (const part of taken.words) {
        const found = guess ? this.resolve(part, false) : this.direct(part.folded)
        if (found) (part.light ? extra : parts).push(found)
        else if (!part.light) return undefined
      }
      if (!parts.length) return undefined
      const result = new Found(this.docs.length, [...parts, ...extra].flatMap(part => part.ways))
      // Each entry of the glossary answers for itself; a page may treat one thing here and the other there.
      const whole = doc => taken.close || isTerm(this.docs[doc]) ? doc : this.pages[doc]
      const holders = parts.map(part => new Set(this.docs.flatMap((_, doc) => part.best[doc] ? [whole(doc)] : [])))
      for (let doc = 0; doc < this.docs.length; doc++) {
        if (!holders.every(set => set.has(whole(doc)))) continue
        if (taken.close && !this.together(doc, parts)) continue
        const value = parts.reduce((sum, part) => sum + part.best[doc], 0) / parts.length
        if (!value) continue
        const more = extra.filter(part => part.best[doc]).length
        result.add(doc, value * 0.8 + more * 4)
      }
      return result.docs ? result : undefined
    }

    /** Whether a document holds them one after the other, with no more than particles between. */
    together(doc, parts) {
      const { text, starts } = this.written
      const inside = text.slice(starts[doc], starts[doc + 1])
      const follow = (at, rest) => {
        if (!rest.length) return true
        return rest[0].ways.some(({ needle }) => {
          for (let place = inside.indexOf(needle.text, at); place !== -1 && (at === 0 || place - at <= APART); place = inside.indexOf(needle.text, place + 1))
            if (follow(place + needle.text.length, rest.slice(1))) return true
          return false
        })
      }
      return follow(0, parts)
    }

    /**
     * Answer a query.
     *
     * @param {string} query
     * @returns {{pages: Array<{page: number, score: number, docs: Array<{doc: number, score: number}>}>,
     *   found: Found[], missing: string[]}} the pages, the best first; what was found, for highlighting; and the
     *   words found nowhere
     */
    answer(query) {
      this.found.clear()
      const words = this.synonyms.join(parse(query))
      const none = { pages: [], found: [], missing: [] }
      if (!words.length) return none
      const resolve = word => ({ word, found: word.light ? this.direct(word.folded) : this.resolve(word) })
      let resolved = words.map(resolve)
      if (resolved.length === 1 && !resolved[0].found) {
        const parts = sentence(words[0]).map(resolve)
        // A sentence begins with what it is about (`野球のルール` is not about rules).
        if (parts.find(({ word }) => !word.light)?.found) resolved = parts
      }
      const hard = () => resolved.filter(({ word }) => !word.light)
      const latin = words.every(word => word.light || isLatin(word.folded.text))
      // Words of romaji, or a name written apart: the words as one.
      const phrase = words.length > 1 ? this.direct(fold(subject(query))) : undefined
      if (latin && words.length > 1 && !phrase && words.some(word => !this.direct(word.folded))) {
        const joined = fold(words.map(word => word.text).join(" "))
        const spelt = this.romaji(words.map(word => word.text).join(" ")) || this.mistyped(joined, true)
        if (spelt) resolved = [{ word: words[0], found: spelt }]
      }
      const missing = hard().filter(({ found }) => !found)
      if (missing.length && !this.worthwhile(hard(), latin)) return phrase ? this.rank([], phrase, []) : none
      return this.rank(resolved, phrase, missing.map(({ word }) => word.text))
    }

    /** Whether what was found of a query is enough of it to be an answer. English words are often one name together. */
    worthwhile(resolved, latin) {
      const lost = resolved.filter(({ found }) => !found).length * Math.log(1 + this.docs.length)
      const got = resolved.reduce((sum, { found }) => sum + (found ? this.rarity(found) : 0), 0)
      return got / (got + lost) >= (latin ? 0.6 : 0.3)
    }

    rarity(found) {
      return Math.log(1 + this.docs.length / found.docs)
    }

    /** Put the documents in order. */
    rank(resolved, phrase, missing) {
      const terms = resolved.filter(({ found }) => found)
        .map(({ word, found }) => ({ found, weight: this.rarity(found) * (word.light ? 0.3 : 1), light: word.light }))
      const needed = terms.filter(term => !term.light)
      const all = needed.reduce((sum, term) => sum + term.weight, 0) || 1
      const pages = new Map()
      // The rarer the words together, the likelier they are meant together.
      const stress = phrase ? 1 + this.rarity(phrase) / Math.log(1 + this.docs.length) : 0
      for (let doc = 0; doc < this.docs.length; doc++) {
        // Without functions of its own: most documents have nothing, and what is thrown away has to be collected.
        let values = null
        for (let at = 0; at < terms.length; at++) if (terms[at].found.best[doc]) values ||= terms.map(nothing)
        if (phrase && phrase.best[doc]) values ||= terms.map(nothing)
        if (!values) continue
        let sum = 0
        let missed = 0 // words that are needed and not here
        for (let at = 0; at < terms.length; at++) {
          values[at] = this.value(doc, terms[at].found)
          sum += values[at] * terms[at].weight
          if (!terms[at].light && !values[at]) missed++
        }
        const joint = phrase ? stress * this.value(doc, phrase) : 0
        const score = joint + sum / all
        // Each entry of the glossary answers for itself.
        const key = isTerm(this.docs[doc]) ? doc : this.pages[doc]
        const together = needed.length > 1 && !missed ? 8 : 0
        const page = pages.get(key)
        if (page) {
          for (let at = 0; at < values.length; at++) page.best[at] = Math.max(page.best[at], values[at])
          page.joint = Math.max(page.joint, joint)
          page.together = Math.max(page.together, together)
          page.docs.push({ doc, score })
        } else pages.set(key, { page: this.pages[doc], best: values, joint, together, docs: [{ doc, score }], score: 0 })
      }
      let list = [...pages.values()]
      const whole = page => terms.every((term, at) => term.light || page.best[at] > 0) || page.joint > 0
      const share = page => terms.reduce((sum, term, at) => sum + (term.light || !page.best[at] ? 0 : term.weight), 0) / all
      // Pages of notes with all of the words, else those with the most telling ones.
      const enough = list.some(page => whole(page) && !this.isEntry(page)) ? whole : page => whole(page) || share(page) >= 0.3
      list = list.filter(enough)
      for (const page of list) {
        const mean = page.best.reduce((sum, value, at) => sum + value * terms[at].weight, 0) / all
        page.score = mean + page.together + page.joint
        page.docs.sort((a, b) => b.score - a.score || a.doc - b.doc)
      }
      list.sort((a, b) => b.score - a.score || a.page - b.page)
      return { pages: this.withGlossary(list), found: [...terms.map(({ found }) => found), ...phrase ? [phrase] : []], missing }
    }

    /**
     * Gather the glossary's entries into one result. It stands right after the best page of notes if an entry
     * is about what was asked: one sees both what the word means and where the notes treat it.
     */
    withGlossary(list) {
      const entries = list.filter(page => this.isEntry(page))
      if (!entries.length) return list
      const others = list.filter(page => !this.isEntry(page))
      const [best] = entries
      const after = others.findIndex(page => page.score < best.score)
      const place = best.docs[0].score >= TERM ? 1 : Math.max(1, after === -1 ? others.length : after)
      const above = others[place - 1]
      const gathered = { ...best, docs: entries.flatMap(page => page.docs) }
      // The theme goes to the highest score on Enter, so scores fall from result to result.
      if (above && gathered.score > above.score) gathered.score = above.score
      others.splice(place, 0, gathered)
      return others
    }

    isEntry(page) {
      return isTerm(this.docs[page.docs[0].doc])
    }

    /** What a document is worth for a word: its best place, and how much of it is about the word. */
    value(doc, found) {
      const best = found.best[doc]
      if (!best) return 0
      const { starts } = this.written
      const count = found.count[doc]
      const density = count / (8 + (starts[doc + 1] - starts[doc]) / 60)
      return best + Math.min(12, 3 * Math.log2(1 + count)) + 8 * Math.min(1, density)
    }
  }

  Object.assign(search, { Engine })
})(globalThis)
