// Keeps the list up to date without moving what the reader is looking at. Everything works without it, after a reload.
(() => {
  const list = document.getElementById("list");
  if (!list) return;
  const every = 2000;
  const state = () => `${list.dataset.total}/${list.dataset.unread}/${list.dataset.newest}`;
  const part = (root, name) => root.querySelector(`[data-live="${name}"]`);

  // The first mail that is fully in view stays where it is on the screen, whatever is added or removed above it.
  const hold = (change) => {
    const anchor = [...part(list, "mails").children].find((row) => row.getBoundingClientRect().top >= 0);
    const before = anchor?.getBoundingClientRect().top;
    const atTop = window.scrollY < 10;
    change();
    if (anchor?.isConnected && !atTop) window.scrollBy(0, anchor.getBoundingClientRect().top - before);
  };

  const mergeMails = (mails, fresh) => {
    const old = new Map([...mails.children].map((row) => [row.id, row]));
    let place = mails.firstElementChild;
    for (const row of [...fresh.children]) {
      const present = old.get(row.id);
      old.delete(row.id);
      if (!present) {
        mails.insertBefore(document.adoptNode(row), place);
        continue;
      }
      if (present.className !== row.className) {
        present.className = row.className;
        present.querySelector(".mail__dot").replaceChildren(...row.querySelector(".mail__dot").childNodes);
      }
      if (present !== place) mails.insertBefore(present, place);
      else place = place.nextElementSibling;
    }
    old.forEach((row) => row.remove());
  };

  const refresh = async () => {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    const fresh = page.getElementById("list");
    if (!fresh) return;
    hold(() => {
      mergeMails(part(list, "mails"), part(fresh, "mails"));
      for (const name of ["filter", "found", "empty", "pages", "acts"]) {
        const here = part(list, name);
        if (here.contains(document.activeElement) || here.querySelector("details[open]")) continue;
        if (here.innerHTML !== part(fresh, name).innerHTML) here.replaceChildren(...part(fresh, name).childNodes);
      }
    });
    document.title = page.title;
    for (const key of ["total", "unread", "newest"]) list.dataset[key] = fresh.dataset[key];
  };

  let known = null;
  const look = async () => {
    if (!document.hidden) {
      try {
        const status = await (await fetch(list.dataset.status)).json();
        const now = `${status.total}/${status.unread}/${status.newest}`;
        if (known === null ? state() !== now && Number(list.dataset.total) !== status.total : known !== now) await refresh();
        known = now;
      } catch {
        // The mailbox has been stopped; it may come back.
      }
    }
    setTimeout(look, every);
  };
  look();
})();
