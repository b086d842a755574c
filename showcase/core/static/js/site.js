/* Starts each behaviour that this page asks for by a data attribute. Every journey works without any of them. */
const behaviours = [
  ["[data-sheet]", "./sheet.js"],
  ["[data-gallery-thumbs]", "./gallery.js"],
  ["[data-suggest]", "./suggest.js"],
  ["[data-keep], [data-favourites], [data-favourites-link]", "./favourites.js"],
];

async function begin([selector, module]) {
  const elements = document.querySelectorAll(selector);
  if (!elements.length) return;
  const { start } = await import(module);
  elements.forEach(start);
}

/* The modules come after the page; who drives it has to know when it does all that it can. */
Promise.all(behaviours.map(begin)).then(() => (document.documentElement.dataset.begun = ""));
