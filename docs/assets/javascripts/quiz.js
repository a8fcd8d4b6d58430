/* Quizzes on a page of notes: answering, feedback beneath every choice, results, reset.
 *
 * Listens on the document, once, so that pages that come by instant navigation need nothing new. The answers are
 * progress.js's. Takes the place of mkdocs-quiz's own script, which keeps answers by place and page.
 */
(() => {
  if (globalThis.studyQuiz) return;
  const progress = globalThis.studyProgress;
  const ANSWER = "解答する";
  const AGAIN = "もう一度解く";

  const quizzes = () => [...document.querySelectorAll(".quiz[data-question]")];
  const choices = (quiz) => [...quiz.querySelectorAll("fieldset input")];
  const blanks = (quiz) => [...quiz.querySelectorAll(".quiz-blank-input")];
  const answersOf = (fields) => fields.map((field) => field.dataset.answer);
  const isAnswered = (quiz) => quiz.classList.contains("quiz-answered");

  /** Text as compared: full-width letters and figures as ASCII, one dash, no spaces, no case, no full stop behind it,
   * and no long-vowel mark at the end of a katakana word, where both spellings are usual (サーバ, サーバー; JIS Z 8301).
   */
  function folded(text) {
    return text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\u2010-\u2015\u2212]/g, "-")
      .replace(/\s+|[。．.]\s*$/g, "")
      .replace(/([ァ-ヺー][ァ-ヺ])ー(?![ァ-ヺー])/g, "$1");
  }

  /** Whether what was filled in is the answer: the same words, or the same figure to as many decimals (two at least). */
  function isRight(given, wanted) {
    const mine = folded(given).replace(/%$/, "");
    const theirs = folded(wanted).replace(/%$/, "");
    if (mine === theirs) return true;
    const figure = /^[+-]?(\d[\d,]*)?(\.\d+)?$/;
    if (!/\d/.test(mine) || !figure.test(mine) || !figure.test(theirs)) return false;
    const value = (text) => Number(text.replaceAll(",", ""));
    const decimals = (text) => (text.split(".")[1] ?? "").length;
    const digits = decimals(mine) >= decimals(theirs) ? decimals(theirs) : decimals(mine);
    if (digits < Math.min(2, decimals(theirs))) return false;
    return value(mine).toFixed(digits) === value(theirs).toFixed(digits);
  }

  /** What the blanks hold; nothing as long as one is empty. */
  function typed(fields) {
    const values = fields.map((field) => field.value.trim());
    return values.every(Boolean) ? values : [];
  }

  /** Whether each blank holds its answer. */
  const areRight = (given, wanted) => wanted.every((answer, at) => isRight(given[at] ?? "", answer));

  /** What is told of the answers, where they were missed. */
  const solution = (wanted) => `正解は ${wanted.join(" ／ ")} です。`;

  /** Show in each blank what was filled in, and whether it is right. */
  function settle(fields, given, wanted) {
    fields.forEach((field, at) => {
      field.value = given[at] ?? "";
      field.readOnly = true;
      field.classList.add(isRight(field.value, wanted[at]) ? "correct" : "wrong");
    });
  }

  /** What is picked or filled in. */
  function chosen(quiz) {
    const fields = blanks(quiz);
    if (fields.length) return typed(fields);
    return choices(quiz)
      .filter((input) => input.checked)
      .map((input) => input.value);
  }

  function judged(quiz, picked) {
    const fields = blanks(quiz);
    if (fields.length) return areRight(picked, answersOf(fields));
    const right = choices(quiz).filter((input) => input.dataset.correct);
    return right.length === picked.length && right.every((input) => picked.includes(input.value));
  }

  /** What a screen reader is told at once, too; not so what was said on an earlier visit. */
  function say(quiz, text, state, past) {
    const feedback = quiz.querySelector(".quiz-feedback");
    feedback.setAttribute("aria-live", past ? "off" : "polite");
    feedback.classList.toggle("hidden", !text);
    feedback.dataset.state = state ?? "";
    feedback.textContent = text;
  }

  function verdict(row, text, state) {
    row.querySelector(".quiz-verdict")?.remove();
    row.classList.remove("correct", "wrong", "missed");
    if (!state) return;
    row.classList.add(state);
    const mark = document.createElement("span");
    mark.className = "quiz-verdict";
    mark.textContent = text;
    row.querySelector("label").append(mark);
  }

  function reveal(quiz, picked, right, past) {
    quiz.classList.add("quiz-answered");
    const fields = blanks(quiz);
    const wanted = answersOf(fields);
    settle(fields, picked, wanted);
    for (const input of choices(quiz)) {
      const isCorrect = Boolean(input.dataset.correct);
      input.checked = picked.includes(input.value);
      const row = input.parentElement;
      if (input.checked) verdict(row, isCorrect ? "あなたの解答・正解" : "あなたの解答・不正解", isCorrect ? "correct" : "wrong");
      else verdict(row, "正解", isCorrect ? "missed" : "");
      row.querySelector(".answer-feedback")?.classList.remove("hidden");
    }
    const fieldset = quiz.querySelector("fieldset");
    if (fieldset) fieldset.disabled = true;
    const content = quiz.querySelector("section.content");
    content?.classList.toggle("hidden", !content.textContent.trim());
    quiz.querySelector(".quiz-button").textContent = AGAIN;
    const told = fields.length && !right ? solution(wanted) : "";
    say(quiz, (right ? "正解です。" : "不正解です。") + told, right ? "correct" : "wrong", past);
  }

  function clear(quiz) {
    quiz.classList.remove("quiz-answered");
    for (const field of blanks(quiz)) {
      field.value = "";
      field.readOnly = false;
      field.classList.remove("correct", "wrong");
    }
    for (const input of choices(quiz)) {
      input.checked = false;
      verdict(input.parentElement, "", "");
      input.parentElement.querySelector(".answer-feedback")?.classList.add("hidden");
    }
    const fieldset = quiz.querySelector("fieldset");
    if (fieldset) fieldset.disabled = false;
    quiz.querySelector("section.content")?.classList.add("hidden");
    quiz.querySelector(".quiz-button").textContent = ANSWER;
    say(quiz, "");
  }

  /** Show what is stored for a quiz; an answer that names choices it does not have is none. */
  function restore(quiz, past) {
    const entry = progress.read(quiz.dataset.question);
    const known = new Set(choices(quiz).map((input) => input.value));
    if (entry && (blanks(quiz).length || entry.chosen.every((each) => known.has(each)))) {
      reveal(quiz, entry.chosen, judged(quiz, entry.chosen), past);
    } else if (isAnswered(quiz)) {
      clear(quiz);
    }
  }

  function tally() {
    const results = document.querySelector(".quiz-results");
    if (!results) return { answered: 0, right: 0, total: 0 };
    const all = quizzes();
    const answered = all.filter(isAnswered);
    const right = answered.filter((quiz) => quiz.querySelector(".quiz-feedback").dataset.state === "correct");
    const percent = (part) => `${Math.round((100 * part) / Math.max(1, all.length))}%`;
    const set = (name, text) => {
      const place = results.querySelector(`.quiz-results-${name}`);
      if (place) place.textContent = text;
    };
    set("answered", answered.length);
    set("total", all.length);
    set("percentage", percent(answered.length));
    set("correct", right.length);
    set("score-value", percent(right.length));
    set("message", `${all.length} 問中 ${right.length} 問正解`);
    const complete = answered.length === all.length;
    results.querySelector(".quiz-results-progress")?.classList.toggle("hidden", complete);
    results.querySelector(".quiz-results-complete")?.classList.toggle("hidden", !complete);
    return { answered: answered.length, right: right.length, total: all.length };
  }

  function warn() {
    const intro = document.querySelector(".quiz-intro");
    if (!intro) return;
    let note = intro.querySelector(".quiz-trouble");
    if (!note) {
      note = document.createElement("p");
      note.className = "quiz-trouble";
      note.setAttribute("role", "alert");
      intro.append(note);
    }
    if (note.textContent !== progress.trouble) note.textContent = progress.trouble;
    note.hidden = !progress.trouble;
  }

  function submit(quiz) {
    const id = quiz.dataset.question;
    if (isAnswered(quiz)) {
      clear(quiz);
      progress.write(id, null);
      tally();
      (blanks(quiz)[0] ?? choices(quiz)[0])?.focus();
      return;
    }
    const picked = chosen(quiz);
    if (!picked.length) {
      say(quiz, blanks(quiz).length ? "空欄に答えを入力してください。" : "選択肢を選んでください。", "hint");
      blanks(quiz).find((field) => !field.value.trim())?.focus();
      return;
    }
    const right = judged(quiz, picked);
    progress.answer(id, picked, right);
    const { answered, total } = tally();
    if (answered === total) quiz.querySelector(".quiz-feedback").append("このページの問題はすべて解答しました。");
    warn();
  }

  function reset() {
    if (!globalThis.confirm("このページの解答をすべて消しますか。")) return;
    for (const quiz of quizzes()) {
      clear(quiz);
      progress.write(quiz.dataset.question, null);
    }
    tally();
    warn();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches?.(".quiz-blank-input, .quiz-form input")) return;
    event.preventDefault();
    submit(event.target.closest(".quiz"));
  });

  document.addEventListener("click", ({ target }) => {
    if (target.closest?.(".quiz-intro-reset, .quiz-results-reset")) reset();
    else if (target.matches?.(".quiz-form .quiz-button")) submit(target.closest(".quiz"));
  });

  progress.listen((id) => {
    const changed = id === null ? quizzes() : quizzes().filter((quiz) => quiz.dataset.question === id);
    if (!changed.length) return;
    for (const quiz of changed) restore(quiz, false);
    tally();
  });

  function start() {
    for (const quiz of quizzes()) {
      quiz.classList.add("quiz-ready");
      for (const details of quiz.querySelectorAll(".quiz-answer")) details.hidden = true;
      restore(quiz, true);
    }
    tally();
    warn();
  }

  globalThis.studyQuiz = { isRight, areRight, solution, typed, settle };
  progress.onPage(start);
})();
