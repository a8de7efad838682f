// The print desk: follows files at work, counts what will be made, asks before deleting, fades old into new.
// Without this script every page works by reloading it.
(() => {
  const busy = (list) => [...list.querySelectorAll("[data-print-file]")].some((row) => ["queued", "rendering"].includes(row.dataset.state));

  const follow = (list) => {
    let pause = 1000;
    const ask = async () => {
      if (!busy(list)) return;
      try {
        const answer = await fetch(list.dataset.printRows, { headers: { Accept: "text/html" } });
        if (answer.ok) show(list, new DOMParser().parseFromString(await answer.text(), "text/html"));
        pause = 1000;
      } catch {
        pause = Math.min(pause * 2, 15000); // offline for a moment: ask less often, never give up
      }
      setTimeout(ask, pause);
    };
    setTimeout(ask, pause);
  };

  // Only rows that changed are exchanged, so that focus and an open menu stay.
  const show = (list, fresh) => {
    const rows = [...fresh.querySelectorAll("[data-print-file]")];
    const known = (row) => list.querySelector(`[data-print-file="${row.dataset.printFile}"]`);
    if (rows.some((row) => !known(row))) {
      list.replaceChildren(...fresh.body.childNodes);
      return;
    }
    for (const row of rows) if (known(row).dataset.state !== row.dataset.state) known(row).replaceWith(row);
  };

  const count = (form) => {
    const button = form.querySelector("[data-print-go]");
    const ticked = (name) => form.querySelectorAll(`[name=${name}]:checked`).length;
    const tell = () => {
      const ads = [...form.querySelectorAll("[name$=-paper]")].filter((field) => field.value).length;
      const files = (ticked("pieces") + ads) * ticked("purposes") * ticked("languages");
      button.textContent = (files === 1 ? button.dataset.one : button.dataset.many).replace("#", files);
    };
    form.addEventListener("change", tell);
    tell();
  };

  document.querySelectorAll("[data-print-rows]").forEach(follow);
  document.querySelectorAll("form.print-as").forEach(count);
  document.addEventListener("submit", (event) => {
    const question = event.submitter?.dataset.printSure;
    if (question && !confirm(question)) event.preventDefault();
  });
  const blend = document.querySelector("[data-print-blend]");
  if (blend) {
    blend.hidden = false;
    const desk = document.querySelector("[data-print-compare]");
    blend.querySelector("input").addEventListener("input", (event) => desk.style.setProperty("--blend", event.target.value / 100));
  }
  const waiting = document.querySelector("[data-print-wait='1']");
  if (waiting) setTimeout(() => location.reload(), 2500);
})();
