// Put the living quiz in place of the list, and let the keyboard and readers have it.

(() => {
  const MOST = 100;
  let tries = 0;
  // Arrow keys would pass through all answers where several may be chosen.
  const letChooseSeveral = (quiz) => {
    for (const input of quiz.querySelectorAll("input")) {
      input.type = "checkbox";
      input.name = input.id;
    }
  };
  const dress = () => {
    const box = document.getElementById("quiz");
    if (!box?.querySelector(".Quiz")) {
      if ((tries += 1) < MOST) setTimeout(dress, 100);
      return;
    }
    box.querySelector(".demarche-paper")?.remove();
    for (const quiz of box.querySelectorAll(".Quiz")) {
      const asked = quiz.querySelector("[id^='quizQn']");
      const answers = quiz.querySelector(".Answer");
      const several = Boolean(quiz.querySelector(".ManyChoiceQn"));
      if (several) letChooseSeveral(quiz);
      answers.setAttribute("role", several ? "group" : "radiogroup");
      answers.setAttribute("aria-labelledby", asked.id);
      quiz.querySelector(".Feedback").setAttribute("role", "status");
    }
    const stop = keepKeys(box);
    const watch = setInterval(() => {
      if (box.isConnected) return;
      clearInterval(watch);
      stop();
    }, 5000);
  };
  dress();
})();
