/**
 * Runs in a page of the browser: asks a search worker what a reader would, and takes the time.
 *
 * @param {{worker: string, index: string, queries: string[], rounds: number}} task
 */
async task => {
  const worker = new Worker(task.worker)
  const waiting = []
  worker.onmessage = ({ data }) => waiting.shift()(data)
  worker.onerror = error => { throw new Error(error.message) }
  const ask = message => new Promise(answer => { waiting.push(answer); worker.postMessage(message) })

  const started = performance.now()
  const response = await fetch(task.index, { cache: "no-store" })
  const { config, docs } = await response.json()
  await ask({ type: 0, data: { config, docs, options: { suggest: false } } })
  const ready = performance.now() - started

  const found = {}
  const times = []
  for (let round = 0; round < task.rounds; round++) {
    for (const query of task.queries) {
      const asked = performance.now()
      const { data } = await ask({ type: 2, data: query })
      times.push(performance.now() - asked)
      found[query] = data.items.slice(0, 20).map(items => items[0].location.split("#")[0])
    }
  }
  worker.terminate()
  return { ready, times, found }
}
