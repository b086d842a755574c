/* A click on a thumbnail shows that picture in the plate; without JavaScript the link opens the picture itself. */
export function start(thumbs) {
  const plate = document.querySelector("[data-gallery] picture");
  if (!plate) return;

  thumbs.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    show(link.querySelector("picture"));
    for (const other of thumbs.querySelectorAll("a")) other.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
  });

  function show(chosen) {
    const [source, image] = [plate.querySelector("source"), plate.querySelector("img")];
    const [newSource, newImage] = [chosen.querySelector("source"), chosen.querySelector("img")];
    if (source && newSource) source.srcset = newSource.srcset;
    image.srcset = newImage.srcset;
    image.src = newImage.src;
    image.alt = newImage.alt;
    for (const name of ["width", "height"]) image.setAttribute(name, newImage.getAttribute(name));
  }
}
