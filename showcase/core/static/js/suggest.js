/* Suggestions as one types: a combobox over the plain form, which works without. Enter alone sends the form. */
const FEWEST = 2; // letters
const PAUSE = 150;
const ROOM = 200; // pixels, below which the field moves up
const answers = new Map();

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
const words = (text) => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

function made(tag, attributes, ...inside) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...inside);
  return node;
}

/** The text with what was typed marked wherever a word begins with it, marks of letters or not. */
function marked(text, typed) {
  const letters = [...text.normalize("NFC")];
  const bare = letters.map(folded);
  const parts = [""];
  for (let place = 0; place < letters.length; ) {
    const begins = !/[\p{L}\p{N}]/u.test(bare[place - 1] ?? "");
    const word = begins && typed.find((one) => one.every((letter, after) => bare[place + after] === letter));
    if (word) {
      parts.push(made("mark", {}, letters.slice(place, place + word.length).join("")), "");
      place += word.length;
    } else {
      parts[parts.length - 1] += letters[place++];
    }
  }
  return parts;
}

export function start(form) {
  const { suggest, label, all, none, said } = form.dataset;
  const language = document.documentElement.lang;
  const input = form.querySelector("input");
  const id = `${input.id}-list`;
  const list = made("div", { class: "suggest", id, role: "listbox", "aria-label": label, tabindex: -1, hidden: "" });
  const status = made("span", { class: "visually-hidden", role: "status" });
  let active = null;
  let request = null;
  let timer = 0;

  function choose(option) {
    active?.setAttribute("aria-selected", "false");
    active = option ?? null;
    if (!active) return input.removeAttribute("aria-activedescendant");
    active.setAttribute("aria-selected", "true");
    active.scrollIntoView({ block: "nearest", behavior: "instant" });
    input.setAttribute("aria-activedescendant", active.id);
  }

  function forget() {
    clearTimeout(timer);
    request?.abort();
    choose();
  }

  function close() {
    forget();
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    status.textContent = "";
  }

  async function ask() {
    forget();
    const q = input.value.trim().replace(/\s+/g, " ");
    if (words(q).join("").length < FEWEST) return close();
    const { signal } = (request = new AbortController());
    try {
      if (!answers.has(q)) {
        const response = await fetch(`${suggest}?q=${encodeURIComponent(q)}&lang=${language}`, { signal });
        if (!response.ok) return close();
        answers.set(q, (await response.json()).groups);
      }
      show(q, answers.get(q));
    } catch {
      if (!signal.aborted) close(); // no network: the form still works
    }
  }

  function show(q, groups) {
    const typed = words(q).sort((one, other) => other.length - one.length).map((word) => [...word]);
    let number = 0;
    const option = (href, ...inside) =>
      made("a", { href, id: `${id}-${number++}`, role: "option", "aria-selected": "false", tabindex: -1 }, ...inside);
    const found = ({ name, name_vi, url, detail }) => {
      const isOwn = name === name_vi;
      const small = made("small", {}, ...(isOwn ? [] : [made("span", { lang: "vi" }, ...marked(name_vi, typed))]));
      if (detail) small.append(isOwn ? "" : " · ", ...marked(detail, typed));
      return option(url, made("span", isOwn ? { lang: "vi" } : {}, ...marked(name, typed)), small);
    };
    list.replaceChildren(
      ...groups.map(({ type, label: kind, results }) =>
        made(
          "div",
          { role: "group", "aria-labelledby": `${id}-${type}` },
          made("div", { id: `${id}-${type}`, role: "presentation" }, kind),
          ...results.map(found),
        ),
      ),
    );
    if (!number) {
      close();
      status.textContent = none;
      return;
    }
    status.textContent = said.replace("{number}", number);
    list.append(option(`${form.action}?q=${encodeURIComponent(q)}`, all.replace("{text}", () => q)));
    list.hidden = false;
    list.scrollTop = 0;
    input.setAttribute("aria-expanded", "true");
    if (room() < ROOM) form.scrollIntoView({ block: "start" });
    fit();
  }

  /* What a telephone's keyboard leaves. */
  function room() {
    const { offsetTop, height } = window.visualViewport;
    return offsetTop + height - form.getBoundingClientRect().bottom - 12;
  }

  function fit() {
    if (!list.hidden) list.style.setProperty("--room", `${Math.floor(room())}px`);
  }

  function move(step) {
    if (list.hidden) return ask();
    const options = [null, ...list.querySelectorAll("a")]; // the field itself is a stop
    choose(options.at((options.indexOf(active) + step) % options.length));
  }

  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Home: () => active && choose(list.querySelector("a")),
    End: () => active && choose(list.lastElementChild),
    Escape: () => !list.hidden && close(),
    Enter: () => active?.click(),
  };

  input.addEventListener("keydown", (event) => {
    const { key, isComposing, ctrlKey, metaKey, shiftKey } = event;
    if (isComposing || ctrlKey || metaKey || shiftKey || !(key in keys)) return;
    if (key === "Enter" ? active : active || key.startsWith("Arrow") || (key === "Escape" && !list.hidden)) {
      event.preventDefault();
    }
    keys[key]();
  });
  /* Telephones compose Vietnamese letter by letter: what is there so far counts. */
  input.addEventListener("input", () => {
    forget();
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the field
  list.addEventListener("click", close);
  document.addEventListener("pointerdown", ({ target }) => form.contains(target) || close());
  for (const what of ["resize", "scroll"]) window.visualViewport.addEventListener(what, fit);

  const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" };
  for (const [name, value] of Object.entries(combobox)) input.setAttribute(name, value);
  form.append(list, status);
}
