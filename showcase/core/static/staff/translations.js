// The Vietnamese beside a translation follows what is typed in the form's other tabs: a new record is translated in one go.

function follow({ target: field }) {
  if (!field.name || !field.form) return;
  const cell = document.querySelector(`[data-source-of="${CSS.escape(field.name)}"]`);
  if (cell) cell.innerText = field.value;
}

document.addEventListener("input", follow);
document.addEventListener("change", follow);
