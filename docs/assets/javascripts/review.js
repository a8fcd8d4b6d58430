/* The review page: the choice of questions, the record by topic, export and import. Works with thousands of questions:
 * lists are filtered as data, and one question at a time becomes elements.
 */
(() => {
  if (globalThis.studyReview) return;
  globalThis.studyReview = true;
  const progress = globalThis.studyProgress;
  const { isDue } = progress;
  const { Session } = globalThis.studySession;

  let page = null;
  let questions = [];
  let session = null;
  let missed = [];

  const find = (name) => page.querySelector(`[data-review-${name}]`);
  const form = (name) => page.querySelector(`[data-review-form="${name}"]`);
  const percent = (part, all) => (all ? `${Math.round((100 * part) / all)}%` : "–");

  /** The site's questions: fetched, or by a script where a page opened from a folder may not fetch. */
  async function load(address) {
    if (location.protocol !== "file:") {
      const response = await fetch(`${address}.json`);
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    }
    if (!globalThis.studyQuestions) {
      await new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `${address}.js`;
        script.addEventListener("load", resolve);
        script.addEventListener("error", reject);
        document.head.append(script);
      });
    }
    return globalThis.studyQuestions;
  }

  function say(text) {
    find("status").textContent = text;
  }

  function shuffled(list) {
    const result = [...list];
    for (let index = result.length - 1; index > 0; index -= 1) {
      const other = Math.floor(Math.random() * (index + 1));
      [result[index], result[other]] = [result[other], result[index]];
    }
    return result;
  }

  function picked() {
    const { topic, which } = Object.fromEntries(new FormData(form("practice")));
    const entries = progress.all();
    const wanted = {
      all: () => true,
      new: (entry) => !entry,
      wrong: (entry) => entry && !entry.right,
      due: (entry) => isDue(entry),
    }[which];
    return questions.filter((question) => (!topic || question.topics.includes(topic)) && wanted(entries.get(question.id)));
  }

  function count() {
    find("count").textContent = picked().length;
  }

  function cells(row, values) {
    for (const value of values) {
      const cell = document.createElement("td");
      cell.textContent = value;
      row.append(cell);
    }
    return row;
  }

  function row(name, values) {
    const line = document.querySelector('[data-review-template="row"]').content.firstElementChild.cloneNode(true);
    line.firstElementChild.textContent = name;
    return cells(line, values);
  }

  function byTopic(list, topicOf) {
    const groups = new Map();
    for (const each of list) {
      const topic = topicOf(each);
      if (!groups.has(topic)) groups.set(topic, []);
      groups.get(topic).push(each);
    }
    return groups;
  }

  function overview() {
    const entries = progress.all();
    const now = Date.now();
    const figures = (list) => {
      const mine = list.map((question) => entries.get(question.id)).filter(Boolean);
      const right = mine.filter((entry) => entry.right).length;
      return [list.length, mine.length, right, mine.filter((entry) => isDue(entry, now)).length];
    };
    const groups = byTopic(questions, (question) => question.topics[0]);
    const rows = [...groups].map(([topic, list]) => row(topic, figures(list)));
    if (groups.size > 1) rows.push(row("合計", figures(questions)));
    find("overview").replaceChildren(...rows);
    count();
  }

  function show(name) {
    for (const each of ["menu", "session", "result"]) find(each).hidden = each !== name;
  }

  function menu() {
    session?.stop();
    session = null;
    overview();
    show("menu");
    say(progress.trouble || `${questions.length} 問あります。`);
  }

  function start(list, exam) {
    if (!list.length) {
      say("当てはまる問題はありません。対象を変えてください。");
      return;
    }
    say("");
    show("session");
    session = new Session(page, list, { exam, finish: result });
  }

  function result(results) {
    session = null;
    const right = results.filter((each) => each.right).length;
    find("score").textContent = `${results.length} 問中 ${right} 問正解（${percent(right, results.length)}）`;
    const groups = byTopic(results, (each) => each.question.topics[0]);
    find("topics").replaceChildren(
      ...[...groups].map(([topic, list]) => {
        const good = list.filter((each) => each.right).length;
        return row(topic, [list.length, good, percent(good, list.length)]);
      }),
    );
    missed = results.filter((each) => !each.right).map((each) => each.question);
    find("misses").replaceChildren(
      ...missed.map((question) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = new URL(question.url, progress.root).href;
        link.textContent = question.stem.map((part) => part.words.join("")).join(" ");
        item.append(link, `（${question.title}）`);
        return item;
      }),
    );
    find("retry").hidden = !missed.length;
    show("result");
    page.querySelector("#review-result-title").focus();
    say(progress.trouble);
  }

  function exported() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([progress.exported()], { type: "application/json" }));
    link.download = `study-progress-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
    say("成績を書き出しました。");
  }

  async function imported(input) {
    const [file] = input.files;
    if (!file) return;
    try {
      const taken = progress.imported(await file.text());
      overview();
      say(progress.trouble || `${taken} 問の成績を読み込みました。`);
    } catch (error) {
      say(`読み込めません。${error.message}`);
    }
    input.value = "";
  }

  function erase() {
    if (!globalThis.confirm("このブラウザーに保存された成績をすべて消しますか。")) return;
    for (const id of progress.all().keys()) progress.write(id, null);
    overview();
    say("成績を消しました。");
  }

  function submitted(target) {
    const kind = target.dataset.reviewForm;
    if (kind === "practice") {
      const order = new FormData(target).get("order");
      const list = picked();
      start(order === "random" ? shuffled(list) : list, null);
    } else if (kind === "exam") {
      const { topic, count: wanted, minutes } = Object.fromEntries(new FormData(target));
      const list = questions.filter((question) => !topic || question.topics.includes(topic));
      start(shuffled(list).slice(0, Number(wanted)), { minutes: Number(minutes) });
    } else {
      session?.submit();
    }
  }

  const clicks = {
    reviewNext: () => session.next(),
    reviewBack: () => session.back(),
    reviewStop: () => (session.exam ? menu() : session.close()),
    reviewRetry: () => start(missed, null),
    reviewMenuButton: menu,
    reviewExport: exported,
    reviewErase: erase,
  };

  function listen() {
    page.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopPropagation();
      submitted(event.target);
    });
    page.addEventListener("change", (event) => {
      if (event.target.matches("[data-review-import]")) imported(event.target);
      else if (event.target.closest('[data-review-form="practice"]')) count();
    });
    page.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      for (const [name, act] of Object.entries(clicks)) if (button && name in button.dataset) act();
    });
    page.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing || !event.target.matches(".quiz-blank-input")) return;
      event.preventDefault();
      session?.submit();
    });
  }

  async function begin() {
    const here = document.querySelector("[data-review]");
    if (!here || here === page) return;
    session?.stop();
    session = null;
    page = here;
    try {
      questions = await load(here.dataset.questions);
    } catch {
      say("問題を読み込めませんでした。ページを読み込み直してください。");
      return;
    }
    if (page !== here) return;
    listen();
    const topics = new Set(questions.flatMap((question) => question.topics));
    for (const select of page.querySelectorAll('select[name="topic"]')) {
      for (const topic of topics) select.add(new Option(topic, topic));
    }
    const field = form("exam").elements.count;
    field.max = questions.length;
    field.value = Math.min(20, questions.length);
    const which = form("practice").elements.which;
    which.value = picked().length ? "due" : "new";
    menu();
  }

  let waiting = 0;
  progress.listen(() => {
    if (!page?.isConnected || session || find("menu").hidden) return;
    globalThis.clearTimeout(waiting); // an import changes thousands at once
    waiting = globalThis.setTimeout(overview, 50);
  });
  progress.onPage(begin);
})();
