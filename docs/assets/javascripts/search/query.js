/**
 * What was asked: the words of a query, and the ways each of them may be written in the notes.
 */
(scope => {
  "use strict"
  const search = scope.studySearch = scope.studySearch || {}
  const { fold, kindOf, START, KANJI, HIRAGANA, KATAKANA } = search

  const LONGEST = 160 // characters of a query that are looked at
  const MOST = 10 // words of a query that are looked at

  /** Words that carry no meaning of their own in a query of several words. */
  const EMPTY = new Set(("a an and are as at by for from how in is it of on or the to vs what with " +
    "と の は が を に で や も へ て って とは から まで より か な する した して です ます とは何 とは何か").split(" "))
  /** Words about the question rather than its subject: welcome in a passage, but not asked for. */
  const SOFT = new Set(("違い 意味 方法 やり方 使い方 仕組み 例 特徴 機能 説明 種類 比較 何 理由 場合 関係 利点 欠点 メリット デメリット 目的 用途 " +
    "役割 定義 概要 要点 ポイント 注意点").split(" "))
  // What makes a question of a subject, at its end.
  const ENDINGS = new RegExp(`(?:${[
    "(?:とは|って|は)(?:一体)?(?:何|なに|なん|どういう(?:意味|こと|もの)|どんな(?:意味|こと|もの))(?:です|でしょう)?(?:か|の)?",
    "(?:について|に関して|を|が)?(?:教えて|説明して|知りたい|調べたい|わからない|分からない)(?:ください|下さい|ほしい|欲しい|です)?",
    "とは|って|について|に関して|[?!。]"
  ].join("|")})+$`)
  const ASIDE = new RegExp(`((?:${[...SOFT].join("|")}))[はを]$`)
  const WHY = "は(?:なぜ|なんで|どうして|どうやって|どう|どこで|いつ)"
  // Particles between two words of a query written without spaces. は and が are left out: they occur inside words.
  const JOINTS = new RegExp(`(?:${WHY}|[、，,・/／]|との|での|への|からの|による|における|について|という|する|した|して|の|と|を|に|で|や|へ)`)

  /**
   * A word of the query. `light` words only help to rank; `empty` ones not even that.
   *
   * @typedef {{text: string, folded: Folded, light: boolean, empty: boolean}} Word
   */

  /** @returns {Word} */
  function makeWord(text) {
    const empty = EMPTY.has(text.toLowerCase()) || !bare(text)
    return { text, folded: fold(text), light: empty || SOFT.has(text), empty }
  }

  /** A query without what has no meaning in it: control characters, and whatever is beyond reason. */
  const clean = query => String(query).slice(0, LONGEST).replace(/[\u0000-\u001f]+/g, " ").normalize("NFKC").trim()

  /** A text without what only makes a question of it. */
  const bare = text => text.replace(ENDINGS, "").replace(ASIDE, "$1")

  /** A query without the words that only make a question of it. */
  const subject = query => bare(clean(query))

  /**
   * The words of a query, separated by any white space. Quotes and the built-in search's operators are dropped.
   *
   * @param {string} query
   * @returns {Word[]}
   */
  function parse(query) {
    const words = clean(query).split(/\s+/)
      .map(part => part.replace(/^[+~^"'“”]+(?=.)|["“”~^*]+$/g, "")).map(part => bare(part) || part)
      .map((part, at) => makeWord(at && part.length > 2 ? part.replace(/^[のをにはがで](?=[^ぁ-ん])/, "") : part))
      .filter(word => word.folded.text)
      .slice(0, MOST)
    if (words.length < 2) return words.map(word => ({ ...word, light: false }))
    const full = words.filter(word => !word.empty)
    return full.every(word => word.light) ? words.map(word => ({ ...word, light: false })) : full
  }

  /**
   * Take a word that is found nowhere apart: at particles (`RTOとRPOの違い`), or where the script
   * changes and between the words that the notes hold (`データ品質問題`).
   *
   * @param {Word} word
   * @param {Map<number, Array<[string, Folded]>>} dictionary
   * @returns {{words: Word[], close: boolean} | undefined} `close`: the parts belong in one passage
   */
  function takeApart(word, dictionary) {
    // その, この, あの, どの are one word; the mark keeps them together.
    const phrase = word.text.replace(/([そこあど])の/g, "$1\u0001").split(JOINTS)
      .map(part => part.replace(/\u0001/g, "の")).map(makeWord).filter(part => part.folded.text)
    // A single character is no word to look for.
    const long = part => part.light || part.folded.text.length > 1
    if (phrase.length > 1 && phrase.every(long) && phrase.some(part => !part.light)) return { words: phrase, close: false }
    const parts = atBorders(word.folded, dictionary)
    if (parts.length < 2 || parts.some(part => part.text.length < 2)) return undefined
    return { words: parts.map(folded => ({ text: folded.text, folded, light: false })), close: true }
  }

  const PARTICLE = /([^ぁ-ん\s])(?:ごとに|ごとの|のための|による|における|には|とは|では|から|まで|より|など|だけ|として|の|を|に|は|が|で|と|や|へ|も|な)/g
  const VERB = /^[\u3400-\u9fff]?[ぁ-ん]*$/ // or an adjective, or what holds a sentence together

  /**
   * The words of a sentence that is found nowhere as it is (`過学習を見つける方法`): its verbs only help to rank.
   *
   * @param {Word} word
   * @returns {Word[]} none if it is no sentence
   */
  function sentence({ text }) {
    const words = text.replace(PARTICLE, "$1 ").split(" ").map(makeWord).filter(word => word.folded.text && !word.empty)
      .map(word => ({ ...word, light: word.light || VERB.test(word.text) })).slice(0, MOST)
    return words.some(word => word.text !== text && !word.light) ? words : []
  }

  /** Cut a folded text where the script changes, and kanji at the words of the dictionary. */
  function atBorders({ text, flags }, dictionary) {
    const parts = []
    let start = 0
    const cut = at => {
      if (at > start) parts.push({ text: text.slice(start, at), flags: flags.slice(start, at) })
      start = at
    }
    const script = at => kindOf(text.charCodeAt(at)) === HIRAGANA && flags[at] & KATAKANA ? 9 : kindOf(text.charCodeAt(at))
    for (let at = 0; at < text.length;) {
      if (at && script(at) !== script(at - 1)) cut(at)
      const entry = script(at) === KANJI ? search.wordAt(text, at, dictionary) : undefined
      if (entry && entry[0].length > 1) {
        cut(at)
        at += entry[0].length
        if (at < text.length) cut(at)
      } else at++
    }
    cut(text.length)
    return parts
  }

  /** Whether a word is Latin letters and digits alone. */
  const isLatin = text => /^[a-z0-9]+$/.test(text)

  /** A folded word of Latin letters without a plural's s. */
  const singular = text => /^[a-z0-9]{3,}[^s\W]s$/.test(text) ? text.slice(0, -1) : text

  /**
   * Names of one thing, by folded name.
   *
   * @param {string[][]} groups each the names of one thing
   */
  class Synonyms {
    constructor(groups) {
      /** @type {Map<string, Set<string>>} */
      this.others = new Map()
      this.starts = new Map() // where words start in each
      this.longest = 0
      for (const group of groups) {
        for (const name of group) {
          const folded = fold(name)
          const key = singular(folded.text)
          if (!key) continue
          this.starts.set(key, folded.flags)
          const set = this.others.get(key) || new Set()
          for (const other of group) if (singular(fold(other).text) !== key) set.add(other)
          this.others.set(key, set)
          this.longest = Math.max(this.longest, key.length)
        }
      }
    }

    /** The other names of what is called exactly so. */
    of(folded) {
      return [...this.others.get(singular(folded)) || []].map(name => fold(name))
    }

    /** The names of what has this in one of its names; of Latin ones, where a word begins. */
    holding(folded) {
      const names = new Map()
      const latin = isLatin(folded)
      const within = key => {
        let at = key.indexOf(folded)
        while (latin && at !== -1 && !(this.starts.get(key)[at] & START)) at = key.indexOf(folded, at + 1)
        return at !== -1
      }
      for (const [key, others] of this.others)
        if (key !== folded && within(key))
          for (const name of [key, ...others]) names.set(fold(name).text, fold(name))
      return [...names.values()].slice(0, 8)
    }

    /** The words in Latin letters of names that have several. */
    words() {
      const found = new Set()
      for (const [key, flags] of this.starts)
        for (let at = 0, from = 0; isLatin(key) && ++at <= key.length;)
          if (at === key.length || flags[at] & START) {
            if (at - from < key.length) found.add(key.slice(from, at))
            from = at
          }
      return [...found]
    }

    /** Join neighbouring words that are one name (`mean absolute error`). */
    join(words) {
      const joined = []
      for (let at = 0; at < words.length;) {
        let size = Math.min(5, words.length - at)
        while (size > 1 && !this.others.has(singular(words.slice(at, at + size).map(word => word.folded.text).join("")))) size--
        joined.push(size > 1 ? makeWord(words.slice(at, at + size).map(word => word.text).join(" ")) : words[at])
        at += size
      }
      return joined
    }
  }

  Object.assign(search, { subject, parse, takeApart, sentence, Synonyms, isLatin, singular, makeWord })
})(globalThis)
