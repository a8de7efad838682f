/* Small comforts while taking part: letters counted, a photo measured before it travels. The form works without them. */

for (const text of document.querySelectorAll("textarea[data-most]")) {
  const most = Number(text.dataset.most);
  const count = document.createElement("span");
  count.className = "join__count";
  count.setAttribute("aria-hidden", "true");
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const show = () => {
    const length = [...text.value.trim()].length;
    count.textContent = `${numbers.format(length)} / ${numbers.format(most)}`;
    count.classList.toggle("is-over", length > most);
  };
  text.after(count);
  text.addEventListener("input", show);
  show();
}

const photo = document.querySelector("input[type=file][name=photo]");
const advice = document.querySelector("[data-photo-advice]");

if (photo && advice) {
  photo.addEventListener("change", async () => {
    advice.hidden = true;
    const file = photo.files[0];
    if (!file) return;
    try {
      const picture = await createImageBitmap(file);
      const longer = Math.max(picture.width, picture.height);
      picture.close();
      advice.textContent = longer >= 2400 ? advice.dataset.large : longer >= 1200 ? advice.dataset.medium : advice.dataset.small;
      advice.hidden = false;
    } catch {
      /* HEIC, or no picture at all: the server will look at it */
    }
  });
}

/* Nobody under 18 is asked alone, and nobody else is asked for a guardian. */
const ages = [...document.querySelectorAll("input[name=grown]")];
const guardians = ["guardian_name", "guardian_email"].map((name) => document.querySelector(`[name=${name}]`)?.closest(".field"));

if (ages.length && guardians.every(Boolean)) {
  const show = () => {
    const minor = ages.some((age) => age.checked && age.value === "minor");
    for (const field of guardians) field.hidden = !minor;
  };
  for (const age of ages) age.addEventListener("change", show);
  show();
}
