/* Small comforts for readers. Everything works without this file: what needs it is hidden until it runs. */

/* Copying an address and the phone's own share menu. */
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  const label = button.querySelector("span");
  const before = label.textContent;
  label.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    label.textContent = button.dataset.done;
    setTimeout(() => { label.textContent = before; }, 4000);
  });
}

for (const button of document.querySelectorAll("[data-share]")) {
  if (!navigator.share) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.share({ title: button.dataset.title, url: button.dataset.share });
    } catch (error) {
      if (error.name !== "AbortError") throw error; /* the reader closed the menu */
    }
  });
}

/* Menus close with Escape and with a click beside them; the focus goes back to what opened them. */
const menus = [...document.querySelectorAll("details.langs, details.menu, details.sub")];

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = menus.filter((menu) => menu.open && menu.contains(document.activeElement)).pop();
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

document.addEventListener("click", (event) => {
  for (const menu of menus) {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  }
});
