// Loads the print checks when the panel is opened, and again after each autosave while it is open.
(() => {
  const place = document.querySelector("[data-print-checks]");
  if (!place) return;
  const failed = document.querySelector("[data-print-checks-failed]");
  let stale = true, seen = false, running = false;

  const load = async () => {
    if (!seen || !stale || running) return;
    stale = false; running = true;
    place.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(place.dataset.printChecks, { credentials: "same-origin", headers: { "X-Requested-With": "XMLHttpRequest" } });
      if (!answer.ok) throw new Error(answer.status);
      place.innerHTML = await answer.text(); // our own template
    } catch {
      place.replaceChildren(failed.content.cloneNode(true));
    }
    place.removeAttribute("aria-busy");
    running = false;
    load();
  };

  new IntersectionObserver((entries) => {
    seen = entries.some((entry) => entry.isIntersecting);
    load();
  }).observe(place);
  document.addEventListener("w-autosave:success", () => { stale = true; load(); });
})();
