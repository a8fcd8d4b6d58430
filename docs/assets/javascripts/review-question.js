/* One question of the review page: from data to elements, and what was chosen. Markup is in overrides/review.html. */
(() => {
  if (globalThis.studyQuestion) return;

  const template = (name) =>
    document.querySelector(`[data-review-template="${name}"]`).content.firstElementChild.cloneNode(true);
  const part = (element, name) => element.querySelector(`[data-part="${name}"]`);
  const BLANK = "＿＿＿";

  function makeBlank() {
    const field = document.createElement("input");
    field.className = "quiz-blank-input";
    field.autocomplete = "off";
    return field;
  }

  // What stays on one line with a blank, as cjk.py tells it on the pages of the notes.
  const OPENING = /[（(「『【〔［[〈《][^\s（）()「」]{0,2}\s?$/;
  const CLOSING = /^[）)」』】〕］\]〉》、。，．,.・：；:;！？!?]+/;

  /** A run of plain text into an element, with its blanks. */
  function fillBlanks(element, run, blank) {
    let [rest, ...others] = run.split(BLANK);
    for (const other of others) {
      const [opening] = rest.match(OPENING) ?? [""];
      const [closing] = other.match(CLOSING) ?? [""];
      const place = document.createElement("span");
      place.className = "quiz-blank-place";
      place.append(opening, blank(), closing);
      element.append(rest.slice(0, rest.length - opening.length), place);
      rest = other.slice(closing.length);
    }
    element.append(rest);
  }

  /** Words (plain text and code by turns) into an element; `blank` makes what stands where a blank is. */
  function fill(element, words, blank) {
    words.forEach((run, index) => {
      if (index % 2) {
        const code = document.createElement("code");
        code.textContent = run;
        element.append(code);
      } else if (blank) {
        fillBlanks(element, run, blank);
      } else {
        element.append(run);
      }
    });
  }

  /** Paragraphs, list items and code blocks into an element. */
  function fillParts(element, parts, blank) {
    let list = null;
    for (const { kind, words } of parts) {
      if (kind !== "item") list = null;
      if (kind === "code") {
        const block = document.createElement("pre");
        const code = document.createElement("code");
        code.textContent = words.join("");
        block.append(code);
        element.append(block);
      } else if (kind === "item") {
        if (!list) {
          list = document.createElement("ul");
          element.append(list);
        }
        const item = document.createElement("li");
        fill(item, words, blank);
        list.append(item);
      } else {
        const paragraph = document.createElement("p");
        fill(paragraph, words, blank);
        element.append(paragraph);
      }
    }
  }

  class View {
    constructor(question, root) {
      this.question = question;
      this.element = template("question");
      const source = part(this.element, "source");
      source.href = new URL(question.url, root).href;
      source.textContent = question.title;
      const stem = part(this.element, "stem");
      stem.id = "review-stem";
      fillParts(stem, question.stem, question.form === "blank" && makeBlank);
      this.fields = [...stem.querySelectorAll("input")];
      this.fields.forEach((field, at) => {
        field.setAttribute("aria-label", this.fields.length > 1 ? `空欄${at + 1}の答え` : "空欄に入る答え");
      });
      if (question.form === "blank") {
        part(this.element, "choices").remove();
      } else {
        part(this.element, "choices").setAttribute("aria-labelledby", stem.id);
        this.rows = question.choices.map((choice) => this.#row(choice));
      }
      fillParts(part(this.element, "explanation"), question.explanation);
    }

    #row(choice) {
      const row = template("choice");
      const [input, label, reasons] = row.children;
      input.type = this.question.form === "multiple" ? "checkbox" : "radio";
      input.value = choice.id;
      input.id = `review-${choice.id}`;
      label.htmlFor = input.id;
      if (choice.label) {
        const mark = document.createElement("span");
        mark.className = "quiz-label";
        mark.textContent = choice.label;
        label.append(mark, " ");
      }
      fill(label, choice.words);
      for (const words of choice.reasons) {
        const line = document.createElement("div");
        fill(line, words);
        reasons.append(line);
      }
      part(this.element, "choices").append(row);
      return { row, input, label, reasons, choice };
    }

    get source() {
      return part(this.element, "source");
    }

    get button() {
      return part(this.element, "button");
    }

    get chosen() {
      if (this.fields.length) return globalThis.studyQuiz.typed(this.fields);
      return this.rows.filter(({ input }) => input.checked).map(({ input }) => input.value);
    }

    set chosen(values) {
      this.fields.forEach((field, at) => {
        field.value = values[at] ?? "";
      });
      for (const { input } of this.rows ?? []) input.checked = values.includes(input.value);
    }

    say(text, state) {
      const feedback = part(this.element, "feedback");
      feedback.classList.toggle("hidden", !text);
      feedback.dataset.state = state ?? "";
      feedback.textContent = text;
    }

    /** Show which choices are right and why; `note` is said after the verdict. */
    reveal(right, note) {
      const chosen = this.chosen;
      for (const { row, input, label, reasons, choice } of this.rows ?? []) {
        const picked = chosen.includes(choice.id);
        const mark = document.createElement("span");
        mark.className = "quiz-verdict";
        if (picked) mark.textContent = choice.right ? "あなたの解答・正解" : "あなたの解答・不正解";
        else if (choice.right) mark.textContent = "正解";
        if (mark.textContent) label.append(mark);
        row.classList.toggle("wrong", picked && !choice.right);
        row.classList.toggle("correct", choice.right);
        reasons.classList.remove("hidden");
        input.disabled = true;
      }
      globalThis.studyQuiz.settle(this.fields, chosen, this.question.answers);
      const explanation = part(this.element, "explanation");
      explanation.classList.toggle("hidden", !explanation.textContent.trim());
      const solution = this.fields.length && !right ? globalThis.studyQuiz.solution(this.question.answers) : "";
      this.say(`${right ? "正解です。" : "不正解です。"}${solution}${note ?? ""}`, right ? "correct" : "wrong");
    }
  }

  /** Whether `chosen` is the right answer. */
  function judged(question, chosen) {
    if (!chosen.length) return false;
    if (question.form === "blank") return globalThis.studyQuiz.areRight(chosen, question.answers);
    const right = question.choices.filter((choice) => choice.right).map((choice) => choice.id);
    return right.length === chosen.length && right.every((id) => chosen.includes(id));
  }

  globalThis.studyQuestion = { View, judged };
})();
