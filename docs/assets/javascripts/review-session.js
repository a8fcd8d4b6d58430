/* A run through questions on the review page: one by one with the answer at once, or as an exam with it at the end. */
(() => {
  if (globalThis.studySession) return;
  const progress = globalThis.studyProgress;
  const { View, judged } = globalThis.studyQuestion;
  const DAY = 86_400_000;

  /** A question's schedule after an answer: kept for what was missed at least once. */
  function scheduled(entry, right) {
    if (right && !entry?.card && !entry?.misses) return undefined;
    const { createEmptyCard, fsrs, Rating } = globalThis.FSRS;
    const now = new Date();
    const card = entry?.card ?? createEmptyCard(now);
    return fsrs().next(card, now, right ? Rating.Good : Rating.Again).card;
  }

  function inWords(due) {
    const wait = new Date(due).getTime() - Date.now();
    if (wait < 3_600_000) return `${Math.max(1, Math.round(wait / 60_000))} 分後`;
    if (wait < DAY) return `${Math.round(wait / 3_600_000)} 時間後`;
    return `${Math.round(wait / DAY)} 日後`;
  }

  class Session {
    /** `exam` holds minutes (0: no limit) or is null; `finish(results)` gets [{question, chosen, right}]. */
    constructor(page, questions, { exam = null, finish }) {
      this.page = page;
      this.questions = questions;
      this.exam = exam;
      this.finish = finish;
      this.chosen = questions.map(() => []);
      this.done = questions.map(() => null);
      this.end = exam?.minutes ? Date.now() + exam.minutes * 60_000 : null;
      if (this.end) this.timer = globalThis.setInterval(() => this.tick(), 500);
      this.show(0);
      if (this.end) this.tick();
    }

    get find() {
      return (name) => this.page.querySelector(`[data-review-${name}]`);
    }

    show(index) {
      this.keep();
      this.index = index;
      const total = this.questions.length;
      this.view = new View(this.questions[index], progress.root);
      this.view.chosen = this.chosen[index];
      this.find("title").textContent = `${this.exam ? "模擬試験" : "問題"} ${index + 1} / ${total}`;
      const solved = this.done.filter((each) => each !== null).length;
      this.find("place").textContent = this.exam ? "" : `${solved} 問に解答、${this.done.filter(Boolean).length} 問正解`;
      this.find("question").replaceChildren(this.view.element);
      this.find("back").hidden = !this.exam || index === 0;
      this.find("next").textContent = index + 1 < total ? "次の問題" : this.exam ? "試験を終えて採点する" : "結果を見る";
      this.find("stop").textContent = this.exam ? "試験をやめる" : "終わる";
      this.view.button.hidden = Boolean(this.exam);
      this.view.source.hidden = Boolean(this.exam); // where it is from may give the answer away
      this.find("title").focus();
    }

    keep() {
      if (this.view && this.exam) this.chosen[this.index] = this.view.chosen;
    }

    /** The learner submits the question on show. */
    submit() {
      if (this.exam) {
        this.next();
        return;
      }
      if (this.done[this.index] !== null) {
        this.next();
        return;
      }
      const chosen = this.view.chosen;
      if (!chosen.length) {
        this.view.say("答えを選ぶか入力してください。", "hint");
        return;
      }
      const question = this.questions[this.index];
      const right = judged(question, chosen);
      const card = scheduled(progress.read(question.id), right);
      this.chosen[this.index] = chosen;
      this.done[this.index] = right;
      progress.answer(question.id, chosen, right, card);
      this.view.reveal(right, card ? `次の復習は ${inWords(card.due)}です。` : "");
      this.view.button.textContent = this.index + 1 < this.questions.length ? "次の問題" : "結果を見る";
    }

    next() {
      if (this.index + 1 < this.questions.length) this.show(this.index + 1);
      else this.close();
    }

    back() {
      if (this.index > 0) this.show(this.index - 1);
    }

    tick() {
      const left = Math.max(0, Math.ceil((this.end - Date.now()) / 1000));
      const clock = this.find("clock");
      clock.hidden = false;
      clock.textContent = `残り ${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
      if (left === 60) this.find("status").textContent = "残り 1 分です。";
      if (left === 0) this.close();
    }

    /** The end: an exam is judged now; what was practised is known already. Unanswered questions count in an exam only. */
    close() {
      this.keep();
      this.stop();
      const results = this.questions.map((question, index) => {
        const chosen = this.chosen[index];
        const right = this.exam ? judged(question, chosen) : this.done[index];
        if (this.exam && chosen.length) {
          progress.answer(question.id, chosen, right, scheduled(progress.read(question.id), right));
        }
        return { question, chosen, right };
      });
      this.finish(this.exam ? results : results.filter(({ right }) => right !== null));
    }

    stop() {
      globalThis.clearInterval(this.timer);
      this.find("clock").hidden = true;
    }
  }

  globalThis.studySession = { Session };
})();
