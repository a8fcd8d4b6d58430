/**
 * The service worker: what was read can be read again without a network, and on request the whole site.
 *
 * One cache holds one publication, never a mix:
 * - An address with a version (`?v=`, the beginning of its content's SHA-256) is kept if its content has that version,
 *   and is then never asked for again.
 * - Anything else comes from the network while there is one. It is kept if the site is still this worker's publication
 *   *after* it came (`build.txt` says so), for then it is of this publication.
 * - A new publication is a new worker, which brings all that is kept up to date before it takes over.
 *
 * The build puts in which publication this is (hooks/offline.py) and publishes the file as `sw.js` in the site's root.
 */
(scope => {
  "use strict"
  const BUILD = "@build@"
  const ROOT = scope.registration.scope
  const PREFIX = `study:${ROOT}:`
  const WHOLE = new URL("offline.json", ROOT).href // kept: the list of all files, if all of them are
  const OWN = ["sw.js", "build.txt", "offline.json"].map(name => new URL(name, ROOT).href)
  const AT_ONCE = 6

  const open = () => caches.open(PREFIX + BUILD)
  const sleep = time => new Promise(resolve => setTimeout(resolve, time))
  const version = url => new URL(url).searchParams.get("v")

  /** An address as it is kept: what a search or a link adds to a page's address does not make it another page. */
  function kept(url) {
    const plain = new URL(url)
    const v = plain.searchParams.get("v")
    plain.hash = ""
    plain.search = v ? `?v=${v}` : ""
    return plain.href
  }

  async function built() {
    const response = await fetch(new URL("build.txt", ROOT), { cache: "no-store" })
    return response.ok && (await response.text()).trim() === BUILD
  }

  let check = null
  /** Whether the site is still this publication. Those who ask at nearly the same time share an answer that is newer. */
  function current() {
    check ??= sleep(200).then(() => { check = null; return built() }).then(same => {
      if (!same) scope.registration.update().catch(() => {})
      return same
    }, () => false)
    return check
  }

  /** Whether a body has the version that its address names. */
  async function isVersion(body, v) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body))
    return [...digest].map(byte => byte.toString(16).padStart(2, "0")).join("").startsWith(v)
  }

  /** Keep an answer, if it is of this publication. */
  async function keep(url, response, cache, sure = current) {
    if (response.status !== 200 || response.redirected) return false
    const body = await response.arrayBuffer()
    const v = version(url)
    if (!(v ? await isVersion(body, v) : await sure())) return false
    await cache.put(kept(url), new Response(body, { headers: response.headers }))
    return true
  }

  /** Do something for each of many, a few at once. */
  async function each(list, action) {
    const rest = [...list]
    const work = async () => { while (rest.length) await action(rest.shift()) }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }

  /** Fetch and keep addresses. What has a version may come from the browser's own cache, the rest is asked for anew. */
  async function gather(urls, cache, sure, done = () => {}) {
    await each(new Set(urls), async url => {
      if (!await cache.match(kept(url))) {
        const response = await fetch(url, { cache: version(url) ? "default" : "no-cache" })
        if (response.status >= 500) throw new Error(`${url}: ${response.status}`)
        if (response.status === 200 && !await keep(url, response, cache, sure)) {
          if (!version(url)) throw new Error(`${url} is of another publication`)
          await keep(url, await fetch(url, { cache: "reload" }), cache, sure)
        }
      }
      done()
    })
  }

  const always = () => Promise.resolve(true)

  async function contents() {
    const response = await fetch(WHOLE, { cache: "no-store" })
    const list = await response.clone().json()
    if (list.build !== BUILD) throw new Error("the site has changed")
    return { response, bytes: list.bytes, urls: list.files.map(path => new URL(path, ROOT).href) }
  }

  /** The styles, scripts and pictures that a kept page names. */
  async function needs(cache) {
    const found = []
    for (const { url } of await cache.keys()) {
      const response = await cache.match(url)
      if (!/html/.test(response.headers.get("Content-Type"))) continue
      for (const [, address] of (await response.text()).matchAll(/(?:href|src)="([^"]+\?v=[0-9a-f]+)"/g))
        found.push(new URL(address, url).href)
    }
    return found
  }

  const older = async () => (await caches.keys()).filter(name => name.startsWith(PREFIX) && name !== PREFIX + BUILD)

  /** Bring what older publications left into this one's cache. */
  async function takeOver() {
    const names = await older()
    if (!names.length) return
    const { response, urls } = await contents()
    const now = new Map(urls.map(url => [url.split("?")[0], url]))
    const cache = await open()
    const wanted = new Set()
    let whole = false
    for (const name of names) {
      const old = await caches.open(name)
      for (const { url } of await old.keys()) {
        if (url === WHOLE) whole = true
        const address = now.get(url.split("?")[0])
        if (!address) continue
        wanted.add(address)
        if (version(address) && address === url) await cache.put(url, await old.match(url))
      }
    }
    await gather(whole ? urls : wanted, cache, always)
    await gather(await needs(cache), cache, always)
    if (whole) await cache.put(WHOLE, response)
    if (!await built()) {
      await caches.delete(PREFIX + BUILD)
      throw new Error("the site has changed again")
    }
  }

  scope.addEventListener("install", event => event.waitUntil(takeOver().then(() => scope.skipWaiting())))
  scope.addEventListener("activate", event => event.waitUntil(
    older().then(names => Promise.all(names.map(name => caches.delete(name)))).then(() => scope.clients.claim())))

  /** Without network: what is kept, or for a page that is not, a page that says so and lists those that are. */
  async function stored(request) {
    const cache = await open()
    const found = await cache.match(kept(request.url)) ||
      !version(request.url) && await cache.match(kept(request.url), { ignoreSearch: true })
    if (found) return found
    if (request.mode !== "navigate") return Response.error()
    const items = []
    for (const { url } of await cache.keys()) {
      const response = await cache.match(url)
      if (!/html/.test(response.headers.get("Content-Type"))) continue
      const title = /<title>([^<]*)<\/title>/.exec(await response.text())
      if (title) items.push(`<li><a href="${url.replace(/["&<>]/g, encodeURIComponent)}">${title[1]}</a></li>`)
    }
    const page = `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>保存されていないページ</title><h1>このページは保存されていません</h1>
<p>ネットワークにつながっていません。つながっていなくても読めるのは、次のページです。</p><ul>${items.join("")}</ul></html>`
    return new Response(page, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } })
  }

  async function answer(event) {
    const { request } = event
    const isPage = request.mode === "navigate"
    if (version(request.url)) {
      const found = await (await open()).match(kept(request.url))
      if (found) return found
    }
    try {
      const response = await fetch(request, isPage ? { cache: "no-cache" } : {})
      const copy = response.clone()
      event.waitUntil(open().then(cache => keep(request.url, copy, cache)).catch(() => {}))
      return response
    } catch {
      return stored(request)
    }
  }

  scope.addEventListener("fetch", event => {
    const { request } = event
    const url = kept(request.url)
    if (request.method !== "GET" || !url.startsWith(ROOT) || OWN.includes(url)) return
    event.respondWith(answer(event))
  })

  /** Keep the whole site; tell how far it has come. */
  async function keepAll(tell) {
    const { response, bytes, urls } = await contents()
    const cache = await open()
    let count = 0
    await gather(urls, cache, always, () => tell({ count: ++count, total: urls.length, bytes }))
    if (!await built()) throw new Error("the site has changed")
    await cache.put(WHOLE, response)
  }

  const deeds = {
    visited: async ({ urls }) => gather(urls.filter(url => url.startsWith(ROOT)), await open(), current),
    whole: ({ tell }) => keepAll(tell),
    forget: async () => { await caches.delete(PREFIX + BUILD) },
    state: async () => {
      const cache = await open()
      return { whole: Boolean(await cache.match(WHOLE)) }
    },
  }

  scope.addEventListener("message", event => {
    const { deed, ...given } = event.data
    const port = event.ports[0]
    const tell = message => port && port.postMessage(message)
    event.waitUntil(deeds[deed]({ ...given, tell }).then(
      result => tell({ done: true, ...result }), error => tell({ done: true, error: String(error.message || error) })))
  })
})(globalThis)
