/**
 * Kana: from romaji, and the other ways to write a long vowel.
 */
(scope => {
  "use strict"
  const search = scope.studySearch = scope.studySearch || {}
  const { KATAKANA, LONG } = search

  const ROWS = {
    "": "あいうえお", k: "かきくけこ", s: "さしすせそ", t: "たちつてと", n: "なにぬねの", h: "はひふへほ",
    m: "まみむめも", y: "や\0ゆ\0よ", r: "らりるれろ", w: "わ\0\0\0を", g: "がぎぐげご", z: "ざじずぜぞ",
    d: "だじずでど", b: "ばびぶべぼ", p: "ぱぴぷぺぽ", v: "ばびぶべぼ", l: "らりるれろ",
    ky: "きゃ\0きゅ\0きょ", gy: "ぎゃ\0ぎゅ\0ぎょ", ny: "にゃ\0にゅ\0にょ", hy: "ひゃ\0ひゅ\0ひょ",
    my: "みゃ\0みゅ\0みょ", ry: "りゃ\0りゅ\0りょ", by: "びゃ\0びゅ\0びょ", py: "ぴゃ\0ぴゅ\0ぴょ",
    sy: "しゃ\0しゅ\0しょ", ty: "ちゃ\0ちゅ\0ちょ", zy: "じゃ\0じゅ\0じょ", jy: "じゃ\0じゅ\0じょ",
    dy: "ぢゃ\0ぢゅ\0ぢょ", cy: "ちゃ\0ちゅ\0ちょ"
  }
  const MORE = {
    shi: "し", chi: "ち", tsu: "つ", fu: "ふ", ji: "じ", je: "じえ", she: "しえ", che: "ちえ",
    sha: "しゃ", shu: "しゅ", sho: "しょ", cha: "ちゃ", chu: "ちゅ", cho: "ちょ", ja: "じゃ", ju: "じゅ", jo: "じょ",
    fa: "ふあ", fi: "ふい", fe: "ふえ", fo: "ふお", ti: "てい", di: "でい", thi: "てい", dhi: "でい",
    wi: "うい", we: "うえ", dhu: "でゅ", tsa: "つあ", va: "ば", vi: "び", vu: "ぶ", ve: "べ", vo: "ぼ"
  }
  const syllables = new Map()
  for (const [consonant, row] of Object.entries(ROWS)) {
    const parts = row.includes("\0") && row.length > 5 ? row.split("\0") : null
    "aiueo".split("").forEach((vowel, at) => {
      const kana = parts ? parts[[0, -1, 1, -1, 2][at]] : row[at]
      if (kana && kana !== "\0") syllables.set(consonant + vowel, kana)
    })
  }
  // In words taken from English "ti" and "di" are heard ティ and ディ; Kunrei's ti for ち comes second.
  for (const [latin, kana] of Object.entries(MORE)) syllables.set(latin, kana)

  const MACRONS = { "ā": "aー", "ī": "iー", "ū": "uー", "ē": "eー", "ō": "oー", "â": "aー", "î": "iー", "û": "uー", "ê": "eー", "ô": "oー" }

  /**
   * Read Latin letters as romaji.
   *
   * @param {string} latin
   * @returns {string[]} the readings in hiragana, the likeliest first; none where some letters are no romaji.
   *   A consonant or two at the end, still being typed, is left out.
   */
  function fromRomaji(latin) {
    const words = latin.normalize("NFKC").toLowerCase().replace(/[āīūēōâîûêô]/g, char => MACRONS[char])
      .trim().split(/\s+/)
    if (!words.every(word => /^[a-z][a-zー'’-]*$/.test(word))) return []
    // A doubled vowel may be spelt out (空間 kuukan) or stand for a long one (サーバー saabaa).
    const long = words.map(word => word.replace(/([aiueo])\1/g, "$1-"))
    const readings = [[words, syllables], [long, syllables], [words, kunrei]].map(([list, map]) => {
      const parts = list.map((word, at) => convert(word, map, at === list.length - 1))
      return parts.every(Boolean) ? parts.join("") : ""
    })
    return [...new Set(readings.filter(Boolean))]
  }

  const kunrei = new Map(syllables)
  for (const [latin, kana] of [["ti", "ち"], ["di", "じ"], ["tu", "つ"], ["si", "し"], ["hu", "ふ"], ["zi", "じ"]]) kunrei.set(latin, kana)

  function convert(text, map, last) {
    let out = ""
    for (let at = 0; at < text.length;) {
      const char = text[at]
      const next = text[at + 1]
      if (char === "-" || char === "ー") { out += "ー"; at++; continue }
      if (char === "'" || char === "’") { at++; continue }
      if (char === "n" && next === "n" && !/[aiueoy]/.test(text[at + 2] || "")) { out += "ん"; at += 2; continue }
      if ((char === "n" || char === "m" && /[bmp]/.test(next || "")) && !/[aiueoy]/.test(next || "")) { out += "ん"; at++; continue }
      if (char === next && /[bcdfghjkpqrstvwxyz]/.test(char) || char === "t" && next === "c") { out += "っ"; at++; continue }
      let length = 3
      while (length && !map.has(text.slice(at, at + length))) length--
      if (!length) return last && text.length - at <= 2 && /^[a-z]+$/.test(text.slice(at)) && out.replace(/[ゃゅょ]/g, "").length > 1 ? out : ""
      out += map.get(text.slice(at, at + length))
      at += length
    }
    return out
  }

  const O_ROW = new Set("おこそとのほもよろごぞどぼぽょうくすつぬふむゆるぐずぶぷゅ")
  const E_ROW = new Set("えけせてねへめれげぜでべぺ")
  // Vowels doubled as one hears them (`デエタ`): by the vowel, the kana that it may lengthen.
  const DOUBLED = {
    "あ": new Set("あかさたなはまやらわがざだばぱゃ"), "い": new Set("いきしちにひみりぎじぢびぴ"),
    "う": new Set("うくすつぬふむゆるぐずづぶぷゅ"), "え": E_ROW, "お": new Set("おこそとのほもよろごぞどぼぽょ"),
  }

  /**
   * The other ways to write the long vowels of a folded text: `シャドウ` for `シャドー`, and the reverse.
   *
   * @param {Folded} folded
   * @returns {Folded[]}
   */
  function longVowelVariants(folded) {
    const { text, flags } = folded
    const marked = [] // with marks where the vowels were written out
    const spelt = [] // with vowels where the marks were
    const put = (list, char, flag) => list.push([char, flag])
    for (let at = 0; at < text.length; at++) {
      const char = text[at]
      const next = text[at + 1]
      const row = O_ROW.has(char) ? "う" : E_ROW.has(char) ? "い" : ""
      put(spelt, char, flags[at] & ~LONG)
      if (flags[at] & LONG && row) put(spelt, row, flags[at] & KATAKANA)
      else if (flags[at] & LONG) spelt[spelt.length - 1][1] |= LONG
      if (row && next === row) {
        put(marked, char, flags[at] | LONG)
        at++
        put(spelt, row, flags[at])
      } else if (next && flags[at] & KATAKANA && DOUBLED[next]?.has(char)) {
        put(marked, char, flags[at] | LONG)
        at++
        put(spelt, next, flags[at])
      } else put(marked, char, flags[at])
    }
    return [marked, spelt]
      .map(list => ({ text: list.map(([char]) => char).join(""), flags: Uint8Array.from(list, ([, flag]) => flag) }))
      .filter(variant => variant.text !== text)
  }

  const UNVOICED = new Map()
  for (const [voiced, plain] of ["がか", "ぎき", "ぐく", "げけ", "ごこ", "ざさ", "じし", "じち", "ずす", "ずつ", "ぜせ", "ぞそ", "だた", "でて", "どと",
    "ばは", "びひ", "ぶふ", "べへ", "ぼほ"].map(pair => [pair[0], pair[1]])) {
    UNVOICED.set(voiced, [...UNVOICED.get(voiced) || [], plain])
    UNVOICED.set(plain, [voiced])
  }

  /**
   * A reading with one of its kana voiced or unvoiced: in compounds it is often either (`たぐづけ`, `けっていき`).
   *
   * @param {Folded} folded
   * @returns {Folded[]}
   */
  function voicingVariants({ text, flags }) {
    const variants = []
    for (let at = 1; at < text.length; at++)
      for (const other of UNVOICED.get(text[at]) || [])
        variants.push({ text: text.slice(0, at) + other + text.slice(at + 1), flags })
    return variants
  }

  /** Whether a folded text is kana, at most with punctuation (and so may be a reading). */
  const isKana = text => /^[ぁ-ん、。〜~!?()「」]*[ぁ-ん][ぁ-ん、。〜~!?()「」]*$/.test(text)

  Object.assign(search, { fromRomaji, longVowelVariants, voicingVariants, isKana })
})(globalThis)
