// A file that is being checked or taken over: its numbers are renewed every two seconds, the page only when it is done.
const part = document.querySelector("[data-renew]");

async function renew() {
  const answer = await fetch(location.href, { headers: { "X-Requested-With": "fetch" } }).catch(() => null);
  if (answer?.ok) {
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-renew]");
    if (!fresh) return location.reload();
    part.replaceChildren(...fresh.childNodes);
  }
  setTimeout(renew, 2000);
}

if (part) setTimeout(renew, 1000);
