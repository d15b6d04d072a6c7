/* What a refused form lists goes as it is mended: an entry is there as long as its field says what was refused. */
(() => {
  const summary = document.querySelector('[data-errors]');
  if (!summary) return;
  const CONTROLS = 'input:not([type=hidden]), select, textarea';

  const controlsOf = (field) => (field?.matches(CONTROLS) ? [field] : [...(field?.querySelectorAll(CONTROLS) ?? [])]);

  /* What a field says; where another part of the page tells whether it is mended, how much there is of that. */
  const saidBy = (field) => {
    if (field === null) return null;
    if (field.dataset.mendedBy) return String(document.querySelectorAll(field.dataset.mendedBy).length);
    return controlsOf(field)
      .map((one) => (one.matches('[type=checkbox], [type=radio]') ? one.checked : one.value.trim()))
      .join('\n');
  };

  const entries = [...summary.querySelectorAll('li')].map((item) => {
    const id = item.querySelector('a').hash.slice(1);
    return { item, id, refused: saidBy(document.getElementById(id)) };
  });
  const fieldOf = ({ id }) => document.getElementById(id);

  const show = (entry, wrong) => {
    entry.item.hidden = !wrong;
    const open = entries.some(({ item }) => !item.hidden);
    for (const part of [summary.querySelector('ul'), summary.querySelector('ul')?.previousElementSibling])
      if (part) part.hidden = !open;
    summary.hidden = !open && summary.querySelectorAll('p:not([hidden])').length === 0;
    document.dispatchEvent(new Event('corrected'));
  };

  /* The line beside the field goes with its entry, and comes back with it. */
  const mark = (field, wrong) => {
    const line = document.getElementById(`${field.id}-error`);
    if (line) line.hidden = !wrong;
    field.closest('.field')?.classList.toggle('field-wrong', wrong);
    for (const control of field.matches('fieldset') ? [field] : controlsOf(field)) {
      if (wrong) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    }
  };

  const typed = (event) => {
    const entry = entries.find((one) => fieldOf(one)?.contains(event.target));
    const field = entry && fieldOf(entry);
    if (!field || field.dataset.mendedBy) return;
    const wrong = saidBy(field) === entry.refused;
    mark(field, wrong);
    show(entry, wrong);
  };
  document.addEventListener('input', typed);
  document.addEventListener('change', typed);

  /* The shop was asked meanwhile and the page redrawn: what it marks is wrong, what is gone is mended. */
  document.addEventListener('redrawn', () => {
    for (const entry of entries) {
      const field = fieldOf(entry);
      const marked = field !== null && controlsOf(field).some((one) => one.matches('[aria-invalid=true]'));
      const wrong = field !== null && ((marked && !field.dataset.mendedBy) || saidBy(field) === entry.refused);
      show(entry, wrong);
    }
  });
})();
