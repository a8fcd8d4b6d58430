/**
 * Folding: one form for the spellings of a word, with what was folded away kept as flags.
 *
 * `ﾄﾞﾘﾌﾄ`, `ドリフト` and `どりふと` fold to `どりふと`; `F1 スコア` and `Ｆ１スコア` to `f1すこあ`;
 * `サーバー` and `サーバ` both to `さば`, with the long vowels noted beside it, so that a match can
 * tell an exact spelling from a variant. A folded text may be searched with `indexOf`.
 *
 * Every file of the search adds to one namespace, without modules: a worker has to run from
 * `file://` too, where browsers refuse to load modules.
 *
 * @namespace studySearch
 */
(scope => {
  "use strict"
  const search = scope.studySearch = scope.studySearch || {}

  /** Flags of a folded character. */
  const START = 1 // a word may start here
  const KATAKANA = 2 // it was written in katakana
  const LONG = 4 // a long-vowel mark followed
  const UPPER = 8 // it was a capital letter
  const GAP = 32 // something was dropped before it, or it is the first (16 is for layers.js)

  /** Classes of characters, by which words are told apart. */
  const OTHER = 0
  const LATIN = 1
  const HIRAGANA = 2
  const KATA = 3
  const KANJI = 4

  const DROPPED = 0
  const COMPLEX = 0xFFFF
  const LONG_VOWEL = 0x30FC
  const VU = 0x30F4
  // ヴァ ヴィ ヴェ ヴォ are spelt バ ビ ベ ボ as often.
  const VU_ROW = new Map([[0x30A1, 0x3070], [0x30A3, 0x3073], [0x30A7, 0x3079], [0x30A9, 0x307C]])
  // Between digits a point matters ("0.5"); anywhere else it is as good as a space ("tar.gz").
  const POINT = 0x2E

  const table = new Uint16Array(0x10000)
  const kinds = new Uint8Array(0x10000)
  fillTables()

  /** One table look-up folds nearly every character; only a few need a second look. */
  function fillTables() {
    const stable = new RegExp("[\\x00-\\x7f\\u3001-\\u303f\\u3041-\\u3096\\u30a1-\\u30fc\\u3400-\\u4dbf\\u4e00-\\u9fff]")
    for (let code = 0; code < 0x10000; code++) {
      const char = String.fromCharCode(code)
      table[code] = stable.test(char) ? code : COMPLEX
      if (code >= 0x4E00 && code <= 0x9FFF || code >= 0x3400 && code <= 0x4DBF || code === 0x3005 || code === 0x3006)
        kinds[code] = KANJI
      else if (code >= 0x3041 && code <= 0x309E) kinds[code] = HIRAGANA
      else if (code >= 0x30A1 && code <= 0x30FE) kinds[code] = KATA
    }
    for (let code = 0xAC00; code < 0xD7A4; code++) table[code] = code // NFKC leaves these alone
    for (let code = 0x41; code <= 0x5A; code++) table[code] = code + 32
    for (let code = 0x21; code <= 0x5E; code++) { // full-width forms
      const ascii = code
      table[0xFEE0 + ascii] = ascii >= 0x41 && ascii <= 0x5A ? ascii + 32 : ascii
    }
    for (let code = 0x61; code <= 0x7E; code++) table[0xFEE0 + code] = code
    for (const char of "abcdefghijklmnopqrstuvwxyz0123456789") kinds[char.charCodeAt(0)] = LATIN
    for (let code = 0x30A1; code <= 0x30F6; code++) table[code] = code - 0x60
    table[0x30FD] = 0x309D
    table[0x30FE] = 0x309E
    const pairs = ["ぁあ", "ぃい", "ぅう", "ぇえ", "ぉお", "ゎわ", "ヮわ", "ァあ", "ィい", "ゥう", "ェえ", "ォお", "ヴぶ", "ゔぶ", "ぢじ", "ヂじ", "づず", "ヅず"]
    for (const [from, to] of pairs) table[from.charCodeAt(0)] = to.charCodeAt(0)
    // What separates the parts of one name in one spelling and not in another.
    for (const char of " \u00a0\u3000\r\f\v/・･-‐‑‒–—―−_'’\"“”.,") table[char.charCodeAt(0)] = DROPPED
    for (const char of "／－＿＇＂．，") table[char.charCodeAt(0)] = DROPPED
    for (let code = 0; code < 0x20; code++) if (code !== 9 && code !== 10) table[code] = DROPPED
    table[0x7F] = DROPPED
    table[0x3000] = DROPPED
  }

  /** Whether a character joins the one before it into one (a voicing or other combining mark). */
  function combines(code) {
    return code === 0x3099 || code === 0x309A || code === 0xFF9E || code === 0xFF9F ||
      code >= 0x300 && code <= 0x36F || code >= 0xFE00 && code <= 0xFE0F || code === 0x200D
  }

  /**
   * A folded text. Character `i` of `text` has the flags `flags[i]`, and was written from `starts[i]`
   * up to `ends[i]` of the original (both only when asked for).
   *
   * @typedef {{text: string, flags: Uint8Array, starts?: Int32Array, ends?: Int32Array}} Folded
   */

  /** Collects folded characters; grows as needed. */
  class Folder {
    constructor(size, mapped) {
      this.codes = new Uint16Array(size)
      this.flags = new Uint8Array(size)
      this.starts = mapped ? new Int32Array(size) : null
      this.ends = mapped ? new Int32Array(size) : null
      this.length = 0
    }

    /** Fold `text` and append it. */
    add(text) {
      const { length } = text
      this.reserve(length + 8)
      let kind = OTHER // class of the character before
      let upper = false
      let gap = true // something dropped, or the text's start, lies before
      for (let at = 0; at < length;) {
        const start = at
        let code = text.charCodeAt(at++)
        const joined = at < length && combines(text.charCodeAt(at))
        if (code === LONG_VOWEL && this.length && (kind === KATA || kind === HIRAGANA) && !gap) {
          this.flags[this.length - 1] |= LONG
          if (this.ends) this.ends[this.length - 1] = at
          continue
        }
        if (code === LONG_VOWEL) { gap = true; continue }
        let folded = table[code]
        if (code === VU && VU_ROW.has(text.charCodeAt(at))) {
          folded = VU_ROW.get(text.charCodeAt(at))
          at++
        } else if (folded === COMPLEX || joined) {
          while (at < length && combines(text.charCodeAt(at))) at++
          if (code >= 0xD800 && code < 0xDC00 && at < length) at++ // a surrogate pair
          const plain = text.slice(start, at).normalize("NFKC").toLowerCase()
          this.reserve(plain.length + length - at) // one character may become as many as eighteen
          let first = true
          for (const char of plain) {
            code = char.charCodeAt(0)
            if (char.length > 1) { // an astral character keeps its two halves
              this.push(code, gap || kind !== OTHER ? START | GAP : 0, start, at)
              this.push(char.charCodeAt(1), 0, start, at)
              kind = OTHER
              gap = upper = false
              continue
            }
            if (code === LONG_VOWEL && this.length && !gap && (kind === KATA || kind === HIRAGANA)) {
              this.flags[this.length - 1] |= LONG
              if (this.ends) this.ends[this.length - 1] = at
              continue
            }
            const value = table[code] === COMPLEX ? code : table[code]
            if (value === DROPPED || combines(code)) { gap = gap || value === DROPPED; continue }
            const now = kinds[code] || kinds[value]
            this.push(value, (first && gap ? START | GAP : now !== kind ? START : 0) | (now === KATA ? KATAKANA : 0), start, at)
            kind = now
            gap = upper = first = false
          }
          continue
        }
        if (folded === DROPPED) {
          if (code === POINT && isDigit(text.charCodeAt(at - 2)) && isDigit(text.charCodeAt(at))) folded = POINT
          else { gap = true; continue }
        }
        const now = kinds[code] || kinds[folded]
        const capital = code >= 0x41 && code <= 0x5A
        let flag = gap ? START | GAP : now !== kind ? START : 0
        if (now === KATA) flag |= KATAKANA
        if (capital) {
          flag |= UPPER
          const next = text.charCodeAt(at)
          if (!upper || next >= 0x61 && next <= 0x7A) flag |= START // "sageMaker", "XGBoost"
        }
        this.push(folded, flag, start, at)
        kind = now
        upper = capital
        gap = false
      }
      return this
    }

    push(code, flag, start, end) {
      const at = this.length++
      this.codes[at] = code
      this.flags[at] = flag
      if (this.starts) {
        this.starts[at] = start
        this.ends[at] = end
      }
    }

    /** Append a character that is no text, such as the border between two documents. */
    mark(code) {
      this.reserve(1)
      this.push(code, START, 0, 0)
    }

    reserve(more) {
      const needed = this.length + more
      if (needed <= this.codes.length) return
      const size = Math.max(needed, this.codes.length * 2)
      for (const name of ["codes", "flags", "starts", "ends"]) {
        const old = this[name]
        if (!old) continue
        this[name] = new old.constructor(size)
        this[name].set(old.subarray(0, this.length))
      }
    }

    /** @returns {Folded} */
    done() {
      const { length } = this
      const parts = []
      for (let at = 0; at < length; at += 8192)
        parts.push(String.fromCharCode.apply(null, this.codes.subarray(at, Math.min(length, at + 8192))))
      const result = { text: parts.length === 1 ? parts[0] : parts.join(""), flags: this.flags.subarray(0, length) }
      if (this.starts) {
        result.starts = this.starts.subarray(0, length)
        result.ends = this.ends.subarray(0, length)
      }
      return result
    }
  }

  function isDigit(code) {
    return code >= 0x30 && code <= 0x39 || code >= 0xFF10 && code <= 0xFF19
  }

  // Most texts are short, and there are many: what they are collected in is used again, for each typed array costs
  // as much as folding a word.
  const SHORT = 2048
  const plain = new Folder(SHORT, false)
  const mapping = new Folder(SHORT, true)

  /** Something to collect up to `size` characters in until the next of these is asked for; take it with `taken`. */
  function collector(size, mapped = false) {
    const folder = mapped ? mapping : plain
    if (size > SHORT || folder.codes.length > 8 * SHORT) return new Folder(size, mapped)
    folder.length = 0
    return folder
  }

  /** What was collected, for keeps. */
  function taken(folder) {
    const result = folder.done()
    if (folder !== plain && folder !== mapping) return result
    for (const name of ["flags", "starts", "ends"]) if (result[name]) result[name] = result[name].slice()
    return result
  }

  /**
   * Fold a text. Never throws, whatever the text holds.
   *
   * @param {string} text
   * @param {boolean} [mapped] whether to return the way back to the original
   * @returns {Folded}
   */
  function fold(text, mapped = false) {
    return taken(collector(text.length + 8, mapped).add(text))
  }

  /**
   * The class of a folded or unfolded character: 0 other, 1 Latin letter or digit, 2 hiragana,
   * 3 katakana, 4 kanji.
   */
  const kindOf = code => kinds[code] || 0

  Object.assign(search, { Folder, collector, taken, fold, kindOf, START, KATAKANA, LONG, UPPER, GAP, LATIN, HIRAGANA, KANJI })
})(globalThis)
