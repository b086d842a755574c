// Wagtail saves a form in between, half a second after the last change. Whoever presses the button in that half second
// would make two records of one new form: one by the button, one in between. So what is on its way is waited for, and
// nothing is saved in between once the button was pressed.

const isEditor = (form) => form instanceof HTMLFormElement && form.hasAttribute("data-edit-form");
let isSaving = false;
let isLeaving = false;
let waiting = null;

// What even a draft needs and is not given yet: saving in between would only bring a warning.
const lacksSomething = (form) =>
  [...form.querySelectorAll("[data-needed]")].some((field) => {
    const removed = field.closest("[data-inline-panel-child]")?.querySelector("[name$='-DELETE']")?.value;
    return !field.disabled && !field.value.trim() && !removed;
  });

// Wagtail greys a pressed button out. What is greyed out is not sent, and without its name "publish" is "save a draft".
const press = (form, button) => {
  const isGrey = button?.disabled;
  if (button) button.disabled = false;
  form.requestSubmit(button);
  if (button) button.disabled = isGrey;
};

document.addEventListener("w-autosave:save", (event) => {
  if (isLeaving || lacksSomething(event.target)) event.preventDefault();
  else isSaving = true;
});

for (const name of ["w-autosave:success", "w-autosave:error"]) {
  document.addEventListener(name, () => {
    isSaving = false;
    if (!waiting) return;
    const { form, button } = waiting;
    waiting = null;
    press(form, button);
  });
}

document.addEventListener(
  "submit",
  (event) => {
    if (!isEditor(event.target)) return;
    if (isSaving) {
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting = { form: event.target, button: event.submitter };
    } else {
      isLeaving = true;
    }
  },
  true,
);

// A page that the browser brings back from its memory is edited again.
window.addEventListener("pageshow", () => {
  isLeaving = false;
});
