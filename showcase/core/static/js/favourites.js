/* Favourites: the codes a visitor keeps, on this device only. Where storage is refused they last as long as the page. */
const KEY = "favourites";
const MOST = 100;
const CODE = /^[A-HJ-NP-Z2-9]{6}$/;
let lasting = [];
let refused = false;

function kept() {
  if (refused) return lasting;
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    lasting = (Array.isArray(stored) ? stored : []).filter((code) => CODE.test(code)).slice(0, MOST);
  } catch {
    /* private mode, or somebody else's text under our key */
  }
  return lasting;
}

function keep(codes) {
  lasting = [...new Set(codes)].slice(-MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(lasting));
  } catch {
    refused = true; // no room, or not allowed
  }
  document.dispatchEvent(new CustomEvent(KEY, { detail: lasting }));
}

/** Calls `show(codes)` now and whenever they change, here, in another tab, or when the page comes back. */
function follow(show) {
  show(kept());
  document.addEventListener(KEY, (event) => show(event.detail));
  window.addEventListener("storage", (event) => (event.key === KEY || event.key === null) && show(kept()));
  window.addEventListener("pageshow", (event) => event.persisted && show(kept()));
}

function startButton(button) {
  const code = button.dataset.keep;
  const name = button.closest(".card")?.querySelector(".card__name");
  if (name) button.setAttribute("aria-label", `${button.getAttribute("aria-label")} “${name.textContent}”`);
  button.addEventListener("click", () => {
    const codes = kept();
    keep(codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code]);
  });
  follow((codes) => button.setAttribute("aria-pressed", String(codes.includes(code))));
  button.hidden = false;
}

function startLink(link) {
  const { pathname } = new URL(link.href);
  const number = link.querySelector("[data-favourites-number]");
  follow((codes) => {
    link.href = codes.length ? `${pathname}?ma=${codes.join(",")}` : pathname;
    number.textContent = codes.length || "";
  });
}

/** The page of favourites: without codes in its address it goes to those of this device. */
function startPage(page) {
  const shown = page.dataset.favourites.split(" ").filter(Boolean);
  if (!location.search && kept().length) {
    location.replace(`${location.pathname}?ma=${kept().join(",")}`);
    return;
  }
  for (const link of document.querySelectorAll("[data-unkeep]")) {
    link.addEventListener("click", () => keep(kept().filter((code) => code !== link.dataset.unkeep)));
  }
  const said = page.querySelector("[data-share-said]");
  if (said) startSharing(page, said, shown);
}

function startSharing(page, said, shown) {
  const address = page.querySelector("[data-share-address]");
  const all = page.querySelector("[data-keep-all]");
  address.addEventListener("focus", () => address.select());
  reveal(page.querySelector("[data-share='copy']"), async ({ done, failed }) => {
    try {
      await navigator.clipboard.writeText(address.value);
      said.textContent = done;
    } catch {
      address.focus();
      said.textContent = failed;
    }
  });
  if (navigator.share) {
    reveal(page.querySelector("[data-share='send']"), () =>
      navigator.share({ title: document.title, url: address.value }).catch(() => {}),
    );
  }
  if (shown.some((code) => !kept().includes(code))) {
    reveal(all, ({ done }) => {
      keep([...kept(), ...shown]);
      said.textContent = done;
      all.hidden = true;
    });
  }
}

function reveal(button, act) {
  button.hidden = false;
  button.addEventListener("click", () => act(button.dataset));
}

export function start(element) {
  if ("keep" in element.dataset) startButton(element);
  else if ("favourites" in element.dataset) startPage(element);
  else startLink(element);
}
