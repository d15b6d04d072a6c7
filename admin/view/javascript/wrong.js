/* A refused form leads to its fields: the summary's links, and the first of them at once. */
(() => {
  const LINKS = '[data-errors] a[href^="#"]';
  const CONTROLS = 'input:not([type=hidden]), select, textarea';

  /* A field may be on another tab or step: whoever draws those opens them on `reveal`. */
  const leadTo = (id) => {
    const field = document.getElementById(id);
    const control = field?.matches(CONTROLS) ? field : field?.querySelector(CONTROLS);
    if (!control) return false;
    for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    field.dispatchEvent(new Event('reveal', { bubbles: true }));
    control.focus({ preventScroll: true });
    field.scrollIntoView({ block: 'center' });
    return true;
  };

  document.addEventListener('click', (event) => {
    const link = event.target.closest(LINKS);
    if (link && leadTo(link.hash.slice(1))) event.preventDefault();
  });
  addEventListener('load', () => {
    const first = document.querySelector(LINKS);
    if (first) leadTo(first.hash.slice(1));
    else if (location.hash.length > 1 && document.querySelector('[data-save]')) leadTo(location.hash.slice(1));
    else document.querySelector('[data-errors]')?.focus();
  });
})();
