/* Starts each behaviour that this page asks for by a data attribute. Every journey works without any of them. */
const behaviours = [
  ["[data-sheet]", "./sheet.js"],
  ["[data-gallery-thumbs]", "./gallery.js"],
  ["[data-suggest]", "./suggest.js"],
  ["[data-keep], [data-favourites], [data-favourites-link]", "./favourites.js"],
];

for (const [selector, module] of behaviours) {
  const elements = document.querySelectorAll(selector);
  if (elements.length) {
    import(module).then(({ start }) => elements.forEach(start));
  }
}
