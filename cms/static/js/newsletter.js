// The newsletter's pages in the admin: order by hand or key, the mail beside its form, and numbers that keep themselves up to date.
(() => {
  "use strict";
  const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;
  const fill = (template, values) => template.replace(/%\((\w+)\)s/g, (_, name) => values[name]);

  // --- order ---------------------------------------------------------------------------------------------------------
  const order = (list) => {
    const said = document.querySelector("[data-said]");
    const changed = () => list.closest("form").dispatchEvent(new Event("change", { bubbles: true }));
    const tell = (item) => {
      const items = [...list.children];
      const title = item.querySelector(".nl__name").textContent;
      said.textContent = fill(said.dataset.template, { title, place: items.indexOf(item) + 1, all: items.length });
    };
    list.addEventListener("click", (event) => {
      const button = event.target.closest("[data-move]");
      if (!button) return;
      const item = button.closest("[data-item]");
      const up = button.dataset.move === "up";
      const other = up ? item.previousElementSibling : item.nextElementSibling;
      if (!other) return;
      if (up) list.insertBefore(item, other); else list.insertBefore(other, item);
      button.focus();
      tell(item);
      changed();
    });
    let held = null;
    list.querySelectorAll("[data-item]").forEach((item) => {
      item.querySelector("[data-grip]").addEventListener("pointerdown", () => { item.draggable = true; });
      item.addEventListener("dragstart", (event) => {
        held = item;
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", "");
        item.classList.add("is-held");
      });
      item.addEventListener("dragend", () => {
        item.draggable = false;
        item.classList.remove("is-held");
        held = null;
        tell(item);
        changed();
      });
      item.addEventListener("dragover", (event) => {
        if (!held || held === item) return;
        event.preventDefault();
        const box = item.getBoundingClientRect();
        list.insertBefore(held, event.clientY < box.top + box.height / 2 ? item : item.nextElementSibling);
      });
      item.addEventListener("drop", (event) => event.preventDefault());
    });
  };

  // --- the mail beside its form ----------------------------------------------------------------------------------------
  const preview = (desk) => {
    const panel = desk.querySelector("[data-live-panel]");
    const form = desk.querySelector("form");
    const find = (name) => panel.querySelector(`[data-live-${name}]`);
    const language = find("language"), reader = find("reader"), frame = find("frame"), text = find("text"), stage = find("stage");
    let mail = null, timer = 0, asked = 0;
    const look = () => panel.querySelector("[name=live-look]:checked").value;
    // A browser shows dark mails only on dark systems; here a tick decides.
    const inLight = (html) => html.replace(/@media\s*\(prefers-color-scheme:\s*dark\)/g, find("dark").checked ? "@media all" : "@media not all");
    const show = () => {
      if (!mail) return;
      const bad = Boolean(mail.error);
      find("error").hidden = !bad;
      find("error").textContent = mail.error || "";
      stage.dataset.look = look();
      stage.classList.toggle("is-dark", find("dark").checked);
      frame.hidden = bad || look() === "text";
      text.hidden = bad || look() !== "text";
      if (bad) return;
      find("subject").textContent = mail.subject;
      find("preheader").textContent = mail.preheader;
      text.textContent = mail.text;
      text.lang = mail.lang;
      const html = inLight(mail.html);
      if (frame.srcdoc !== html) frame.srcdoc = html;
      find("meter").value = mail.kilobytes;
      find("size").textContent = fill(find("size").dataset.template, { size: mail.kilobytes.toLocaleString(document.documentElement.lang) });
      panel.classList.toggle("is-heavy", mail.kilobytes > Number(desk.dataset.clipped));
      if (reader) find("said").textContent = mail.reader;
      language.value = mail.language;
    };
    const ask = async () => {
      const number = ++asked;
      const data = new FormData(form);
      if (reader) data.set("reader", reader.value);
      const address = desk.dataset.live.replace("__", language.value);
      try {
        const answer = await fetch(address, { method: "POST", body: data, headers: { "X-CSRFToken": token() } });
        if (!answer.ok) return;
        const found = await answer.json();
        if (number !== asked) return; // something newer is on its way
        mail = found;
        show();
      } catch { /* offline: the last one stays */ }
    };
    const soon = (pause = 500) => { clearTimeout(timer); timer = setTimeout(ask, pause); };
    form.addEventListener("input", () => soon());
    form.addEventListener("change", () => soon(100));
    form.addEventListener("focusin", (event) => {
      const part = event.target.closest("[data-language]");
      if (part && part.dataset.language !== language.value && !(reader && reader.value)) {
        language.value = part.dataset.language;
        soon(0);
      }
    });
    language.addEventListener("change", () => { if (reader) reader.value = ""; soon(0); });
    if (reader) reader.addEventListener("input", () => soon());
    panel.querySelectorAll("[name=live-look], [data-live-dark]").forEach((choice) => choice.addEventListener("change", show));
    ask();
  };

  // --- numbers -----------------------------------------------------------------------------------------------------------
  const watch = (page) => {
    const find = (name) => page.querySelector(`[data-${name}]`);
    let spoken = 0;
    const renew = async () => {
      let facts;
      try {
        const answer = await fetch(page.dataset.numbers, { headers: { Accept: "application/json" } });
        if (!answer.ok) throw new Error(answer.status);
        facts = await answer.json();
      } catch {
        setTimeout(renew, 5000);
        return;
      }
      find("label").textContent = facts.label;
      find("sentence").textContent = facts.sentence;
      find("total").textContent = facts.total;
      find("trouble").hidden = !facts.trouble;
      find("trouble-words").textContent = facts.trouble;
      for (const [state, number] of Object.entries(facts.numbers)) {
        const cell = page.querySelector(`[data-number="${state}"]`);
        if (cell) cell.textContent = number;
      }
      for (const [name, number] of Object.entries(facts.groups)) page.querySelector(`[data-share="${name}"]`).style.flexGrow = number;
      if (Date.now() - spoken > 15000 || facts.state !== page.dataset.state) { // a screen reader is told now and then
        find("polite").textContent = `${facts.label}. ${facts.sentence}`;
        spoken = Date.now();
      }
      if (facts.state !== page.dataset.state || !facts.is_running) { // other buttons and numbers belong there now
        window.location.reload();
        return;
      }
      setTimeout(renew, 2000);
    };
    if (page.dataset.running === "1") setTimeout(renew, 1000);
  };

  // --- the time in which it can be taken back ------------------------------------------------------------------------
  const count = (box) => {
    const clock = box.querySelector("[data-clock]");
    const end = Date.now() + Number(box.dataset.countdown) * 1000;
    const tick = async () => {
      const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
      if (left > 0) { setTimeout(tick, 250); return; }
      try {
        const facts = await (await fetch(box.dataset.numbers)).json();
        if (facts.state !== "countdown") { window.location = box.dataset.next; return; }
      } catch { /* asked again below */ }
      setTimeout(tick, 1500);
    };
    tick();
  };

  document.querySelectorAll("[data-items]").forEach(order);
  document.querySelectorAll("[data-mail-desk]").forEach(preview);
  document.querySelectorAll("[data-progress]").forEach(watch);
  document.querySelectorAll("[data-countdown]").forEach(count);
})();
