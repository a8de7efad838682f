// The print preview's tools: zoom, overlays, printed colours, format and design. What was chosen is remembered in this browser.
(() => {
  "use strict";
  const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
  const root = document.documentElement;
  const kept = JSON.parse(localStorage.getItem("print-preview") || "{}");
  const keep = () => localStorage.setItem("print-preview", JSON.stringify(kept));
  const pictures = [...document.querySelectorAll(".sheet img")].map((img) => ({ img, address: img.getAttribute("src") }));

  const draw = () => {
    const wanted = new URLSearchParams();
    if (kept.inks) wanted.set("colours", "press");
    if ((kept.zoom || 1) > 1.25) wanted.set("size", "large");
    for (const { img, address } of pictures) {
      const src = wanted.size ? `${address}?${wanted}` : address;
      if (img.getAttribute("src") !== src) img.src = src;
    }
    root.style.setProperty("--zoom", kept.zoom || 1);
    document.querySelector(".zoom output").value = `${Math.round((kept.zoom || 1) * 100)} %`;
    for (const button of document.querySelectorAll("[data-switch]")) {
      const on = Boolean(kept[button.dataset.switch]);
      button.setAttribute("aria-pressed", on);
      root.classList.toggle(`show-${button.dataset.switch}`, on);
    }
    keep();
  };

  document.querySelector(".tools").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.switch) kept[button.dataset.switch] = !kept[button.dataset.switch];
    if (button.dataset.zoom) {
      const place = ZOOMS.indexOf(kept.zoom || 1) + Number(button.dataset.zoom);
      kept.zoom = ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, place))];
    }
    draw();
  });
  document.querySelector(".tools").addEventListener("change", () => {
    const chosen = new FormData(document.querySelector(".tools"));
    const value = `${chosen.get("sheet") || ""}|${chosen.get("design") || ""}`;
    document.cookie = `print-${document.body.dataset.product}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=strict`;
    location.reload();
  });
  draw();
})();
