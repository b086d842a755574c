/* The filter sheet on phones: :target opens and closes it; here Escape closes it and the focus goes back. */
export function start(sheet) {
  const opener = document.querySelector("[data-sheet-open]");
  const closer = sheet.querySelector("[data-sheet-close]");
  const isOpen = () => window.location.hash === `#${sheet.id}`;

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) closer?.click();
  });
  window.addEventListener("hashchange", () => {
    if (isOpen()) closer?.focus({ preventScroll: true });
    else if (opener && getComputedStyle(opener).display !== "none") opener.focus({ preventScroll: true });
  });
}
