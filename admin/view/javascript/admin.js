/* Makes pages nicer; every page works without it. */
(() => {
  const root = document.documentElement;
  const stored = localStorage.getItem('theme');
  const system = () => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  root.dataset.bsTheme = stored || system();

  document.addEventListener('click', (event) => {
    const target = event.target.closest('[data-theme-switch],[data-copy],[data-check-all]');
    if (!target) return;
    if (target.matches('[data-theme-switch]')) {
      root.dataset.bsTheme = root.dataset.bsTheme === 'dark' ? 'light' : 'dark';
      localStorage.setItem('theme', root.dataset.bsTheme);
    } else if (target.matches('[data-copy]')) {
      navigator.clipboard.writeText(target.dataset.copy).then(() => {
        const said = document.querySelector('#messages');
        const label = target.querySelector('[data-copy-label]') || target;
        const before = label.textContent;
        label.textContent = target.dataset.copied;
        if (said) said.setAttribute('aria-label', target.dataset.copied);
        setTimeout(() => (label.textContent = before), 1500);
      });
    } else {
      for (const box of document.querySelectorAll(`input[name="${target.dataset.checkAll}"]`))
        box.checked = target.checked;
    }
  });

  /* What opens over the page closes by Escape and by a press beside it. */
  const closeOpen = (except) => {
    for (const open of document.querySelectorAll('details[data-closes][open]')) {
      if (open.contains(except)) continue;
      const inside = open.contains(document.activeElement);
      open.open = false;
      if (inside) open.querySelector('summary').focus();
    }
  };
  document.addEventListener('click', (event) => closeOpen(event.target));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeOpen(null);
    const save = document.querySelector('[data-save]');
    const asked = event.key === 'Enter' || event.key.toLowerCase() === 's';
    if (!save || !asked || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    save.click();
  });

  document.addEventListener('submit', (event) => {
    const form = event.target;
    // Where a page of its own will ask, nobody is asked before it.
    const asks = form.querySelector('[data-asks]:checked') !== null;
    const question = asks ? '' : event.submitter?.dataset.confirm || form.dataset.confirm;
    const ticked = form.querySelectorAll('input[name="selected"]:checked').length;
    if (question && !confirm(question.replace('{count}', ticked))) return event.preventDefault();
    // A preview goes into a frame: nothing is sent away, and the button may be pressed again.
    const intoFrame = event.submitter?.formTarget;
    if (form.method === 'post' && !intoFrame) {
      form.dataset.sent = '1';
      // The button stays enabled in the form data of this submit, then refuses a second press.
      if (!event.submitter?.matches('[data-again]'))
        setTimeout(() => event.submitter && (event.submitter.disabled = true), 0);
    }
  });

  for (const form of document.querySelectorAll('form[data-warn-unsaved]')) {
    form.addEventListener('input', () => (form.dataset.changed = '1'), { once: true });
    addEventListener('beforeunload', (event) => {
      if (form.dataset.changed && !form.dataset.sent) event.preventDefault();
    });
  }
})();
