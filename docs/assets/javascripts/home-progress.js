/* The home page's line on how far the reader has come. */
(() => {
  if (globalThis.studyHome) return;
  globalThis.studyHome = true;
  const progress = globalThis.studyProgress;

  function show() {
    const place = document.querySelector("[data-quiz-ids]");
    if (!place) return;
    const all = progress.all();
    const entries = place.dataset.quizIds.split(" ").flatMap((id) => all.get(id) ?? []);
    const right = entries.filter((entry) => entry.right).length;
    const due = entries.filter((entry) => progress.isDue(entry)).length;
    const bar = place.querySelector("[data-progress-bar]");
    bar.hidden = false;
    bar.value = entries.length;
    place.querySelector("[data-progress-text]").textContent = entries.length
      ? `${entries.length} 問に解答し、${right} 問に正解しています。復習の時期が来た問題は ${due} 問です。`
      : "まだ解答していません。";
  }

  progress.listen(show);
  progress.onPage(show);
})();
