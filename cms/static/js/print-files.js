// Follows print files that are at work. Without this script the page still works by reloading it.
(() => {
  const root = document.querySelector("[data-print-state]");
  if (!root) return;
  const busy = () => [...root.querySelectorAll("[data-print-file]")].some((row) => ["queued", "rendering"].includes(row.dataset.state));

  const show = (file) => {
    const row = root.querySelector(`[data-print-file="${file.pk}"]`);
    if (!row) return;
    row.dataset.state = file.state;
    const state = row.querySelector("[data-field=state_text]");
    state.className = `print-state print-state-${file.state}`;
    for (const name of ["state_text", "size", "reason", "when"]) {
      const field = row.querySelector(`[data-field=${name}]`);
      if (field.textContent !== file[name]) field.textContent = file[name];
    }
    const link = row.querySelector("[data-field=download]");
    link.hidden = !file.download;
    if (file.download) link.href = file.download;
    row.querySelector("[data-again]").hidden = file.at_work;
  };

  let pause = 1000;
  const follow = async () => {
    if (!busy()) return;
    try {
      const answer = await fetch(root.dataset.printState, { headers: { Accept: "application/json" } });
      if (answer.ok) (await answer.json()).files.forEach(show);
    } catch {
      pause = Math.min(pause * 2, 15000); // offline for a moment: ask less often, never give up
    }
    setTimeout(follow, pause);
  };
  setTimeout(follow, pause);
})();
