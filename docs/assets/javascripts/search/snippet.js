/**
 * What a result shows: the passage with the words marked, and the words as the notes spell them.
 *
 * The theme puts titles and texts into the page as HTML, so everything here is escaped first.
 */
(scope => {
  "use strict"
  const search = scope.studySearch = scope.studySearch || {}
  const { fold, spoken, worth, scan } = search

  const WIDTH = 140 // characters of a passage
  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
  const escape = text => text.replace(/[&<>"']/g, char => ESCAPES[char])

  /** One text, folded and made spoken once for all queries that come upon it. */
  class Passages {
    constructor(text, dictionary, title = false) {
      this.text = text
      this.dictionary = dictionary
      this.title = title
    }

    get written() {
      return this.ownWritten ||= layer(fold(this.text, true), this.title)
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
        const size = way.needle.text.length
        scan(within, way.needle, (doc, at, value) => {
          const from = written.origins[way.spoken ? this.heard.back(at) : at]
          const to = written.ends[(way.spoken ? this.heard.end(at + size) : at + size) - 1]
          if (to > from) found.push({ from, to, value: value * way.weight * worth(within, 0, at, size, this.title, false) })
        }, way.onlyHeard)
      }
      found.sort((a, b) => a.from - b.from || b.to - a.to)
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
   * The passage of a text that answers best, and the next best, with the words marked.
   *
   * @param {string} text blocks separated by line ends
   * @param {Array<{from: number, to: number, value: number}>} spots
   */
  function passage(text, spots) {
    if (!spots.length) return opening(text)
    const blocks = new Map()
    for (const spot of spots) {
      const start = text.lastIndexOf("\n", spot.from) + 1
      const block = blocks.get(start) || { start, value: 0, spot, words: new Set() }
      block.words.add(text.slice(spot.from, spot.to))
      if (spot.value > block.value) {
        block.value = spot.value
        block.spot = spot
      }
      blocks.set(start, block)
    }
    return [...blocks.values()]
      .sort((a, b) => b.value + b.words.size * 10 - a.value - a.words.size * 10 || a.start - b.start)
      .slice(0, 2)
      .sort((a, b) => a.start - b.start)
      .map(block => excerpt(text, block, spots))
      .join(" … ")
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

  /** A block, or as much of it around the word as there is room for. */
  function excerpt(text, block, spots) {
    const next = text.indexOf("\n", block.start)
    const end = next === -1 ? text.length : next
    let from = block.start
    let to = end
    if (end - block.start > WIDTH) {
      from = Math.max(block.start, Math.min(block.spot.from - 40, end - WIDTH))
      to = cutAt(text, Math.min(end, from + WIDTH))
      if (from > block.start) from = cutAt(text, from)
    }
    return (from > block.start ? "…" : "") + marked(text, spots, from, to).replace(/\t/g, " · ") + (to < end ? "…" : "")
  }

  /** A place to cut that does not divide a surrogate pair. */
  function cutAt(text, at) {
    const code = text.charCodeAt(at)
    return code >= 0xDC00 && code < 0xE000 ? at + 1 : Math.min(at, text.length)
  }

  Object.assign(search, { Passages, marked, passage, definition, escapeHtml: escape })
})(globalThis)
