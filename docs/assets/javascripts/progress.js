/* The reader's answers: one entry for each question in the browser's own storage, by the question's stable name.
 *
 * An entry: { right, chosen, at, tries, misses, card }. `chosen` names choices (or holds the words filled in), `at` is
 * milliseconds, `card` is the schedule of spaced repetition (ts-fsrs) once there is one. Two tabs never undo each
 * other's answers, since each answer is an entry of its own. Where nothing can be stored (storage full or blocked),
 * answers live as long as the page, and `trouble` says so.
 */
(() => {
  if (globalThis.studyProgress) return;

  const root = new URL("../../", document.currentScript.src);
  const prefix = `study:${root.pathname}:`;
  const memory = new Map();
  const listeners = new Set();
  let trouble = "";

  function isEntry(value) {
    return (
      typeof value === "object" &&
      value !== null &&
      typeof value.right === "boolean" &&
      Array.isArray(value.chosen) &&
      value.chosen.every((each) => typeof each === "string") &&
      Number.isFinite(value.at)
    );
  }

  function parsed(text) {
    try {
      const value = JSON.parse(text);
      return isEntry(value) ? value : null;
    } catch {
      return null;
    }
  }

  function tell(id) {
    for (const listener of listeners) listener(id);
  }

  function storage(use) {
    try {
      const result = use(globalThis.localStorage);
      return { result, done: true };
    } catch (error) {
      trouble =
        error?.name === "QuotaExceededError"
          ? "ブラウザーの保存領域がいっぱいのため、解答を保存できません。このページを閉じると消えます。"
          : "このブラウザーでは解答を保存できません。このページを閉じると消えます。";
      return { result: null, done: false };
    }
  }

  const progress = {
    root,

    /** What is wrong with the stored answers, in words for the reader; "" while nothing is. */
    get trouble() {
      return trouble;
    },

    /** The entry for a question, or null. A corrupted one is as good as none. */
    read(id) {
      if (memory.has(id)) return memory.get(id);
      const { result } = storage((store) => store.getItem(prefix + id));
      const entry = result ? parsed(result) : null;
      if (result && !entry) {
        storage((store) => store.removeItem(prefix + id));
        trouble = "保存されていた解答の一部が壊れていたため、消しました。";
      }
      return entry;
    },

    /** Store an entry (null removes it); false where it could only be kept in memory. */
    write(id, entry) {
      const { done } = storage((store) =>
        entry ? store.setItem(prefix + id, JSON.stringify(entry)) : store.removeItem(prefix + id),
      );
      if (done) {
        memory.delete(id);
        if (entry) trouble = "";
      } else {
        memory.set(id, entry);
      }
      tell(id);
      return done;
    },

    /** Take down an answer: what was chosen, and whether it was right; `card` is the new schedule, if there is one. */
    answer(id, chosen, right, card) {
      const before = progress.read(id);
      return progress.write(id, {
        right,
        chosen,
        at: Date.now(),
        tries: (before?.tries ?? 0) + 1,
        misses: (before?.misses ?? 0) + (right ? 0 : 1),
        card: card ?? before?.card,
      });
    },

    /** All entries, by question. */
    all() {
      const entries = new Map();
      storage((store) => {
        for (let index = 0; index < store.length; index += 1) {
          const key = store.key(index);
          if (!key?.startsWith(prefix)) continue;
          const entry = parsed(store.getItem(key));
          if (entry) entries.set(key.slice(prefix.length), entry);
        }
      });
      for (const [id, entry] of memory) {
        if (entry) entries.set(id, entry);
        else entries.delete(id);
      }
      return entries;
    },

    /** Whether a question is to be repeated by now: its time has come, or it was missed on a page of notes since. */
    isDue(entry, now = Date.now()) {
      if (!entry) return false;
      if (!entry.right && !(entry.at <= Date.parse(entry.card?.last_review ?? "") + 1000)) return true;
      return Date.parse(entry.card?.due ?? "") <= now;
    },

    /** Call `start()` on this page, and on each that comes by instant navigation; it may come twice on one page. */
    onPage(start) {
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
      else start();
      globalThis.document$?.subscribe(start); // silent where the site is opened from a folder
    },

    /** Call `listener(id)` when an entry changes, here or in another tab. */
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** All entries as the text of a file. */
    exported() {
      return JSON.stringify({ kind: "study-progress", version: 1, answers: Object.fromEntries(progress.all()) }, null, 1);
    },

    /** Take over a file's entries where they are newer than ours; gives their number. Throws for another kind of file. */
    imported(text) {
      let data = null;
      try {
        data = JSON.parse(text);
      } catch {
        throw new Error("JSON ファイルではありません。");
      }
      if (data?.kind !== "study-progress" || typeof data.answers !== "object" || data.answers === null) {
        throw new Error("このサイトから書き出した成績のファイルではありません。");
      }
      let taken = 0;
      for (const [id, entry] of Object.entries(data.answers)) {
        if (!/^[0-9a-f]{12}$/.test(id) || !isEntry(entry)) continue;
        if ((progress.read(id)?.at ?? -1) >= entry.at) continue;
        progress.write(id, entry);
        taken += 1;
      }
      return taken;
    },
  };

  globalThis.addEventListener("storage", (event) => {
    if (event.key === null) {
      tell(null);
    } else if (event.key.startsWith(prefix)) {
      memory.delete(event.key.slice(prefix.length));
      tell(event.key.slice(prefix.length));
    }
  });

  globalThis.studyProgress = progress;
})();
