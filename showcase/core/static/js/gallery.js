/* A click on a thumbnail shows that picture in the plate; without JavaScript the link opens the picture itself. */
export function start(thumbs) {
  let plate = document.querySelector("[data-gallery] picture");
  if (!plate) return;

  thumbs.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const chosen = link?.querySelector("picture");
    if (!chosen || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    show(chosen);
    for (const other of thumbs.querySelectorAll("a")) other.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
  });

  /* The same files, whatever kinds there are, at the plate's size. */
  function show(chosen) {
    const { sizes } = plate.querySelector("img");
    const picture = chosen.cloneNode(true);
    for (const part of picture.querySelectorAll("source, img")) part.sizes = sizes;
    picture.querySelector("img").loading = "eager";
    plate.replaceWith(picture);
    plate = picture;
  }
}
