/**
 * The worker behind the theme's search box. It speaks the theme's protocol:
 *
 * - SETUP `{config, docs, options}` is answered by READY,
 * - QUERY `string` by RESULT `{items, suggest}`; of queries that came in the meantime only the last is answered.
 *
 * `items` holds one list per page: the page itself and its sections, the best first. The build puts
 * all files of this folder into one worker script (see `hooks/search.py`), this file the last.
 */
(scope => {
  "use strict"
  const search = scope.studySearch = scope.studySearch || {}
  const { Engine, excerptOf, escapeHtml } = search

  const SETUP = 0
  const READY = 1
  const QUERY = 2
  const RESULT = 3
  const AT_FIRST = 10 // pages that the theme shows without scrolling
  const SHOWN = 30 // pages that come with a passage
  const SECTIONS = 6 // sections of one of these pages; of the others only the best, for all are sent at once
  const NO_TERMS = {} // one for all: it is sent once
  const REHEARSAL = 60 // milliseconds at most

  /**
   * What the theme shows for an answer.
   *
   * @param {Engine} engine
   * @param {string} query
   */
  function result(engine, query) {
    const { pages, found, missing } = engine.answer(query)
    const ways = found.flatMap(({ ways }) => ways)
    const absent = Object.fromEntries(missing.map(word => [word, false]))
    const items = pages.map((page, at) => {
      const scale = page.score / (page.docs[0].score || 1)
      const docs = page.docs.slice(0, at < SHOWN ? SECTIONS : 1)
      const list = docs
        .map(({ doc, score }, number) => item(engine, doc, score * scale, ways, absent, at < AT_FIRST || at < SHOWN && !number))
      if (!docs.some(({ doc }) => doc === page.page))
        list.push({ ...item(engine, page.page, 0, ways, {}, false), terms: list[0].terms })
      return list
    })
    return { items }
  }

  /** One document of an answer. The theme highlights the words of `terms` that are true on the page one goes to. */
  function item(engine, doc, score, ways, absent, full) {
    const { location, title, tags } = engine.docs[doc]
    const shown = { location, title: escapeHtml(title), text: "", score, terms: NO_TERMS, ...tags && { tags } }
    if (!full) return shown
    const excerpt = excerptOf(engine, doc, ways)
    shown.title = excerpt.title
    shown.text = excerpt.text
    shown.terms = { ...Object.fromEntries(excerpt.words.map(word => [word, true])), ...absent }
    return shown
  }

  /**
   * A completion of the word being typed, for the theme's `search.suggest`: the shortest name in the glossary, or
   * heading, that begins with it.
   */
  function suggestions(engine, query) {
    const typed = /\S*$/.exec(query)[0]
    if (!typed) return []
    const names = engine.docs.flatMap(({ title, names = [] }) => [title, ...names])
      .filter(name => name.length > typed.length && name.toLowerCase().startsWith(typed.toLowerCase()))
    if (!names.length) return []
    const shortest = names.reduce((best, name) => name.length < best.length ? name : best)
    return [typed + shortest.slice(typed.length)]
  }

  /**
   * Ask the search some of its own words, right and mistyped: the browser then has its code compiled by the time
   * the reader types.
   */
  function rehearse(engine) {
    const { words } = engine.words
    const until = Date.now() + REHEARSAL
    for (let number = 0; number < 24 && words.length && Date.now() < until; number++) {
      const word = words[Math.floor(number * words.length / 24)]
      result(engine, number % 3 ? word : `${word.slice(0, -2)}${word.slice(-1)}`)
    }
  }

  /**
   * Answer messages.
   *
   * @param {(message: object) => void} send
   * @param {(task: () => void) => void} later runs a task when the messages that wait have been taken in
   */
  function listener(send, later) {
    let engine
    let suggest = false
    let waiting = null
    const respond = () => {
      const query = waiting
      waiting = null
      const data = engine ? result(engine, query) : { items: [] }
      if (engine && suggest) data.suggest = suggestions(engine, query)
      send({ type: RESULT, data })
    }
    return ({ type, data }) => {
      if (type === SETUP) {
        engine = new Engine({ docs: data.docs, ...data.config.study })
        suggest = Boolean(data.options && data.options.suggest)
        engine.prepare()
        rehearse(engine)
        send({ type: READY })
      } else if (type === QUERY) {
        const idle = waiting === null
        waiting = String(data)
        if (idle) later(respond)
      }
    }
  }

  Object.assign(search, { result, listener })

  if (typeof scope.postMessage === "function" && typeof scope.addEventListener === "function") {
    // A message to oneself comes after those that wait, and sooner than a timer.
    const { port1, port2 } = new MessageChannel()
    const tasks = []
    port1.onmessage = () => tasks.shift()()
    const handle = listener(message => scope.postMessage(message), task => {
      tasks.push(task)
      port2.postMessage(null)
    })
    scope.addEventListener("message", event => handle(event.data))
  }
})(globalThis)
