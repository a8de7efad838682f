// The flatplan: waits for the pages, and lets articles be dragged to another page or place. Without it the arrows do the same.
(() => {
  "use strict";
  const arm = (pages) => {
    if (!pages || !pages.querySelector("[draggable]")) return; // a translation follows its source
    let held = null;
    const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
    const send = (before) => {
      const form = document.createElement("form");
      form.method = "post";
      form.action = pages.dataset.move;
      for (const [name, value] of Object.entries({ csrfmiddlewaretoken: token, article: held.dataset.article, before })) {
        const field = document.createElement("input");
        field.type = "hidden"; field.name = name; field.value = value;
        form.append(field);
      }
      document.body.append(form);
      pages.classList.add("moving");
      form.submit();
    };
    // Dropped on a card: before it. On a page: after its last article, that is before the first one that follows.
    const target = (element) => {
      const card = element.closest(".card");
      if (card) return card.dataset.article;
      const leaf = element.closest(".leaf");
      const cards = [...pages.querySelectorAll(".card")];
      const following = cards.find((one) => one.closest(".leaf") !== leaf && leaf.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
      return following ? following.dataset.article : "";
    };
    pages.addEventListener("dragstart", (event) => {
      held = event.target.closest(".card");
      if (!held) return;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", held.dataset.article);
    });
    pages.addEventListener("dragover", (event) => {
      if (!held || !event.target.closest(".leaf")) return;
      event.preventDefault();
      pages.querySelectorAll(".over").forEach((one) => one.classList.remove("over"));
      (event.target.closest(".card") || event.target.closest(".leaf")).classList.add("over");
    });
    pages.addEventListener("drop", (event) => {
      if (!held || !event.target.closest(".leaf")) return;
      event.preventDefault();
      const before = target(event.target);
      if (before !== held.dataset.article) send(before);
    });
    pages.addEventListener("dragend", () => { held = null; pages.querySelectorAll(".over").forEach((one) => one.classList.remove("over")); });
  };

  const waiting = document.querySelector("[data-flatplan-wait]");
  if (waiting) {
    fetch(waiting.dataset.flatplanWait, { credentials: "same-origin" })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
      .then((html) => { waiting.innerHTML = html; arm(waiting.querySelector(".flatplan-pages")); })
      .catch(() => location.replace("?wait=1"));
  } else arm(document.querySelector(".flatplan-pages"));
})();
