// The admin's small helpers. No request leaves the house; nothing here is needed to read a page.
(() => {
  "use strict";
  // Arabic text in a German admin: every field takes its direction from what is typed into it.
  const FIELDS = "input[type=text], input[type=search], input:not([type]), textarea";
  const mark = (root) => {
    if (root.matches?.(FIELDS) && !root.dir) root.dir = "auto";
    root.querySelectorAll?.(FIELDS).forEach((field) => { if (!field.dir) field.dir = "auto"; });
  };
  const watch = () => {
    mark(document.body);
    new MutationObserver((records) => {
      for (const record of records) for (const node of record.addedNodes) mark(node);
    }).observe(document.body, { childList: true, subtree: true });
  };
  if (document.body) watch();
  else document.addEventListener("DOMContentLoaded", watch);

  // A double click sends a form once. Later it may go again: after a download the same page is still there.
  const MOMENT = 3000; // ms
  const sent = new WeakMap(); // form → the button and when
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.getAttribute("method")?.toLowerCase() !== "post") return;
    const before = sent.get(event.target);
    if (before?.button === event.submitter && event.timeStamp - before.at < MOMENT) event.preventDefault();
    else setTimeout(() => { // when the others have had their say: somebody may have answered “no” to a question
      if (!event.defaultPrevented) sent.set(event.target, { button: event.submitter, at: event.timeStamp });
    });
  });
})();
