/**
 * Reading without a network: registers the service worker (offline/worker.js), tells it what was loaded before it was
 * there, and serves the home page's buttons. After a new publication, links load their pages whole, so that nothing of
 * the old one stays on them.
 */
(() => {
  const workers = navigator.serviceWorker
  if (!workers || !isSecureContext) return
  const { base } = JSON.parse(document.getElementById("__config").textContent)
  const root = new URL(base.replace(/\/*$/, "/"), location)
  const LATER = 2000 // ms after the page has loaded: reading comes first

  /** Ask the worker for a deed; `tell` hears how far it has come. */
  async function ask(deed, given = {}, tell = () => {}) {
    const { active } = await workers.ready
    return new Promise((resolve, reject) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }) => {
        if (!data.done) tell(data)
        else if (data.error) reject(new Error(data.error))
        else resolve(data)
      }
      active.postMessage({ deed, ...given }, [port2])
    })
  }

  async function start() {
    const fresh = !workers.controller
    await workers.register(new URL("sw.js", root), { scope: root.pathname })
    if (!fresh) return
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name)
    await ask("visited", { urls: [location.href.split("#")[0], ...loaded] })
  }

  if (workers.controller) {
    workers.addEventListener("controllerchange", () => addEventListener("click", event => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null
      if (link && link.pathname !== location.pathname) event.stopPropagation() // the theme would swap the page in place
    }, true), { once: true })
  }
  const soon = () => setTimeout(() => start().catch(() => {}), LATER)
  if (document.readyState === "complete") soon()
  else addEventListener("load", soon)

  async function show(place) {
    const find = name => place.querySelector(`[data-offline-${name}]`)
    const say = text => { find("status").textContent = text }
    const bar = find("progress")
    const update = whole => {
      find("store").hidden = whole
      find("forget").hidden = !whole
      say(whole ? "サイト全体が保存されています。" : "")
    }
    find("store").onclick = async () => {
      find("store").disabled = true
      bar.hidden = false
      try {
        if (!await workers.getRegistration(root)) await start()
        await ask("whole", {}, ({ count, total, bytes }) => {
          bar.max = total
          bar.value = count
          say(`保存しています… ${count} / ${total} ファイル（全部で約 ${(bytes / 1e6).toFixed(1)} MB）`)
        })
        update(true)
      } catch {
        say("保存できませんでした。ネットワークと空き容量を確かめて、もう一度お試しください。")
      }
      find("store").disabled = false
      bar.hidden = true
    }
    find("forget").onclick = async () => {
      await ask("forget")
      update(false)
      find("store").focus()
    }
    place.hidden = false
    if (workers.controller) update((await ask("state")).whole)
  }

  const look = () => {
    const place = document.querySelector("[data-offline]")
    if (place && place.hidden) show(place)
  }
  if (window.document$) window.document$.subscribe(look)
  else look()
})()
