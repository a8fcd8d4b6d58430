/**
 * What a result shows: the passage with the words marked, and the words as the notes spell them.
 *
 * The theme puts titles and texts into the page as HTML, so everything here is escaped first.
 */
(scope => {
  "use strict"
  const search = scope.studySearch = scope.studySearch || {}
  const { fold, spoken, agreement, worth, scan } = search

  const WIDTH = 140 // characters of a passage
  const HALF = 80 // of each of two
  const SPELLINGS = 4 // blocks that are looked through for spellings to highlight, and spellings
  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
  const escape = text => text.replace(/[&<>"']/g, char => ESCAPES[char])

  const KEPT = 1000 // pieces of texts
  const TITLE = -1
  const WHOLE = -2

  /** A text on its own, such as a title or one block. */
  class Piece {
    constructor(text, dictionary, title = false) {
      this.text = text
      this.dictionary = dictionary
      this.title = title
      this.written = layer(fold(text, true), title)
    }

    get heard() {
      return this.ownHeard ||= withWayBack(this.written, this.dictionary)
    }

    /**
     * The places where the words found stand.
     *
     * @param {Way[]} ways
     * @returns {Array<{from: number, to: number, value: number}>} in the text's order, without overlaps
     */
    places(ways) {
      const { written } = this
      const found = []
      for (const way of ways) {
        const within = way.spoken ? this.heard.layer : written
        if (!within.text.includes(way.needle.text)) continue
        const size = way.needle.text.length
        scan(within, way.needle, (doc, at, value) => {
          const from = written.origins[way.spoken ? this.heard.back(at) : at]
          const to = written.ends[(way.spoken ? this.heard.end(at + size) : at + size) - 1]
          if (to > from) found.push({ from, to, value: value * way.weight * worth(within, 0, at, size, this.title, false) })
        }, way.onlyHeard)
      }
      // One way finds its places in order.
      const order = (a, b) => a.from - b.from || b.to - a.to
      if (found.some((place, at) => at && order(found[at - 1], place) > 0)) found.sort(order)
      const result = []
      for (const place of found) {
        const last = result[result.length - 1]
        if (last && place.from < last.to) {
          last.to = Math.max(last.to, place.to)
          last.value = Math.max(last.value, place.value)
        } else result.push(place)
      }
      return result
    }
  }

  /**
   * The pieces of an engine's documents that were shown last: from one key to the next, a list hardly changes.
   */
  class Pieces {
    constructor(engine) {
      this.engine = engine
      this.lines = new Map()
      this.pieces = new Map()
    }

    /** The lines of a document's text. */
    linesOf(doc) {
      if (this.lines.size > KEPT) this.lines.clear()
      if (!this.lines.has(doc)) this.lines.set(doc, this.engine.docs[doc].text.split("\n"))
      return this.lines.get(doc)
    }

    /** A line of a document; -1 stands for its title, -2 for its whole text. */
    of(doc, line) {
      const key = doc * 2 ** 24 + line
      if (this.pieces.size > KEPT) this.pieces.clear()
      let piece = this.pieces.get(key)
      if (!piece) {
        const { title, text } = this.engine.docs[doc]
        const source = line === TITLE ? title : line === WHOLE ? text : this.linesOf(doc)[line]
        this.pieces.set(key, piece = new Piece(source, this.engine.dictionary, line === TITLE))
      }
      return piece
    }
  }

  /** One text as a layer of its own. */
  function layer(folded, title) {
    const { length } = folded.text
    return {
      text: folded.text, flags: folded.flags, origins: folded.starts, ends: folded.ends,
      starts: Int32Array.of(0, length), bodies: Int32Array.of(title ? length + 1 : 0)
    }
  }

  /** The spoken form of a text, with the way back to the written one. */
  function withWayBack(written, dictionary) {
    const at = []
    const spokenAt = []
    const folded = spoken(written, dictionary, (here, there) => { at.push(here); spokenAt.push(there) })
    const index = place => {
      let low = 0
      let high = spokenAt.length
      while (high - low > 1) {
        const middle = low + high >> 1
        if (spokenAt[middle] <= place) low = middle
        else high = middle
      }
      return low
    }
    return {
      layer: { ...layer(folded, false), bodies: Int32Array.of(written.bodies[0] ? folded.text.length + 1 : 0) },
      back: place => at[index(place)],
      end: place => { const found = index(place); return spokenAt[found] < place ? at[found + 1] : at[found] }
    }
  }

  /** A text with its places marked. */
  function marked(text, spots, from = 0, to = text.length) {
    const parts = []
    let done = from
    for (const spot of spots) {
      if (spot.to <= from || spot.from >= to) continue
      const first = Math.max(spot.from, from)
      const last = Math.min(spot.to, to)
      parts.push(escape(text.slice(done, first)), "<mark>", escape(text.slice(first, last)), "</mark>")
      done = last
    }
    parts.push(escape(text.slice(done, to)))
    return parts.join("")
  }

  /**
   * The blocks of a document in which the words found stand, the best first; -1 stands for its title.
   *
   * @param {Engine} engine
   * @param {number} doc
   * @param {Way[]} ways
   * @returns {number[]} numbers of lines of the document's text
   */
  function blocksOf(engine, doc, ways) {
    const blocks = new Map()
    ways.forEach((way, number) => {
      const whole = way.spoken ? engine.spoken : engine.written
      const from = whole.starts[doc]
      const text = whole.text.slice(from, whole.starts[doc + 1])
      let line = -1 - (engine.docs[doc].tags || []).length // the title and the tags come before the text
      let end = text.indexOf("\n")
      for (let at = text.indexOf(way.needle.text); at !== -1; at = text.indexOf(way.needle.text, at + 1)) {
        while (end !== -1 && end < at) {
          line++
          end = text.indexOf("\n", end + 1)
        }
        const value = agreement(whole, from + at, way.needle, way.onlyHeard)
        if (!value || line < 0 && from + at >= whole.bodies[doc]) continue
        const block = blocks.get(line) || { line, value: 0, ways: new Set() }
        block.value = Math.max(block.value, value * way.weight * worth(whole, doc, from + at, way.needle.text.length, false, false))
        block.ways.add(number)
        blocks.set(line, block)
      }
    })
    const value = block => block.value + block.ways.size * 10
    return [...blocks.values()].sort((a, b) => value(b) - value(a) || a.line - b.line).map(block => block.line)
  }

  /**
   * The passage of a document that answers best, and the next best, with the words marked.
   *
   * @param {Engine} engine
   * @param {number} doc
   * @param {Way[]} ways
   * @returns {{title: string, text: string, words: string[]}} HTML, and the words as the document spells them
   */
  function excerptOf(engine, doc, ways) {
    const { title, text, kind } = engine.docs[doc]
    const words = new Map()
    const pieces = engine.cache.pieces ||= new Pieces(engine)
    const read = line => {
      const piece = pieces.of(doc, line)
      const spots = piece.places(ways)
      for (const spot of spots) {
        const word = piece.text.slice(spot.from, spot.to).replace(/\s+/g, " ").trim()
        if (word && word.length < 60 && !words.has(word.toLowerCase())) words.set(word.toLowerCase(), word)
      }
      return spots
    }
    const shown = {}
    const blocks = blocksOf(engine, doc, ways)
    if (kind === "term") shown.text = definition(text, read(WHOLE))
    else {
      const lines = pieces.linesOf(doc)
      const found = blocks.filter(line => line >= 0 && line < lines.length).slice(0, SPELLINGS)
      const best = found[0] < found[1] ? found.slice(0, 2) : [found[1], found[0]].filter(line => line !== undefined)
      const spots = new Map(found.map(line => [line, read(line)]))
      shown.text = best.map(line => excerpt(lines[line], spots.get(line), best.length > 1 ? HALF : WIDTH)).join(" … ").replace(/…? … …?/g, " … ") || opening(text)
    }
    shown.title = blocks.some(line => line < 0) ? marked(title, read(TITLE)) : escape(title)
    shown.words = [...words.values()].slice(0, SPELLINGS)
    return shown
  }

  /** How a text begins: what to show of a page that was found by its title. */
  function opening(text) {
    const end = cutAt(text, Math.min(text.length, WIDTH))
    return escape(text.slice(0, end)).replace(/\n/g, " ").replace(/\t/g, " · ") + (end < text.length ? "…" : "")
  }

  /** An entry of the glossary: its definition, and its other names. */
  function definition(text, spots) {
    const names = text.lastIndexOf("\n")
    if (names < 0) return marked(text, spots)
    return `${marked(text, spots, 0, names)} （${marked(text, spots, names + 1).replace(/\t/g, "、")}）`
  }

  /** A block, or as much of it around its best word as there is room for. */
  function excerpt(text, spots, width) {
    let from = 0
    let to = text.length
    if (to > width && spots.length) {
      const best = spots.reduce((a, b) => b.value > a.value ? b : a)
      from = cutAt(text, Math.max(0, Math.min(best.from - Math.round(width / 4), to - width)))
      to = cutAt(text, Math.min(to, from + width))
    }
    return (from > 0 ? "…" : "") + marked(text, spots, from, to).replace(/\t/g, " · ") + (to < text.length ? "…" : "")
  }

  /** A place to cut that does not divide a surrogate pair. */
  function cutAt(text, at) {
    const code = text.charCodeAt(at)
    return code >= 0xDC00 && code < 0xE000 ? at + 1 : Math.min(at, text.length)
  }

  Object.assign(search, { excerptOf, escapeHtml: escape })
})(globalThis)
