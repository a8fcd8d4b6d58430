/**
 * What a page loads of the search at first: it speaks the theme's protocol (see worker.js), and fetches the search
 * itself and its index with the first query. Pages of notes are read more often than they are searched from, and the
 * index grows with the notes.
 */
(scope => {
  "use strict"
  const SETUP = 0
  const READY = 1
  const QUERY = 2
  const RESULT = 3
  const ROOT = new URL("../../../", scope.location)

  let setup = null
  let waiting = null // the last query that came
  let state = "idle"

  /** Hand a message to the search, which listens once its script has run. */
  const hand = (type, data) => scope.dispatchEvent(new MessageEvent("message", { data: { type, data } }))

  async function load() {
    state = "loading"
    try {
      const { script, index } = setup.config.study
      const response = await fetch(new URL(index, ROOT))
      if (!response.ok) throw new Error(String(response.status))
      const data = await response.json()
      scope.importScripts(new URL(script, ROOT))
      state = "loaded"
      hand(SETUP, { ...data, options: setup.options })
      hand(QUERY, waiting)
    } catch {
      state = "idle" // no network: the next query tries again
      scope.postMessage({ type: RESULT, data: { items: [] } })
    }
  }

  scope.addEventListener("message", ({ data: { type, data } }) => {
    if (state === "loaded") return
    if (type === SETUP) {
      setup = data
      scope.postMessage({ type: READY })
    } else if (type === QUERY) {
      waiting = data
      if (data.trim() === "") scope.postMessage({ type: RESULT, data: { items: [] } })
      else if (state === "idle") load()
    }
  })
})(globalThis)
