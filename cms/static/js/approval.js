// Your testimonial: pictures that are still being drawn appear by themselves. Without this script the page reloads itself.
(() => {
  const pieces = document.querySelector("[data-drawing]");
  if (!pieces) return;
  let pause = 2000;
  const ask = async () => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      show(fresh);
      if (!fresh.querySelector("[data-drawing]")) return;
      pause = 2000;
    } catch {
      pause = Math.min(pause * 2, 15000); // offline for a moment
    }
    setTimeout(ask, pause);
  };
  // Only what changed is exchanged: the reader may be scrolling in the page beside it.
  const show = (fresh) => {
    const now = pieces.querySelectorAll("[data-piece]");
    fresh.querySelectorAll("[data-piece]").forEach((piece, place) => {
      if (now[place] && now[place].dataset.piece !== piece.dataset.piece) now[place].replaceWith(piece);
    });
    const said = document.querySelector(".own__progress");
    const next = fresh.querySelector(".own__progress");
    if (said && next) said.replaceChildren(...next.childNodes);
    else if (said) said.remove();
    if (!next) pieces.removeAttribute("data-drawing");
  };
  setTimeout(ask, pause);
})();
