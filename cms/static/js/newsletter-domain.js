// Fetches the answers of the name servers into the page “Is our domain ready?”.
(() => {
  const place = document.querySelector("[data-answers]");
  if (!place) return;
  fetch(place.dataset.answers, { headers: { "X-Requested-With": "fetch" } })
    .then((response) => (response.ok ? response.text() : Promise.reject(new Error(response.status))))
    .then((html) => {
      place.innerHTML = html; // our own page, escaped by its template
    })
    .catch(() => {
      place.innerHTML = place.querySelector("noscript")?.textContent || "";
    })
    .finally(() => place.setAttribute("aria-busy", "false"));
})();
