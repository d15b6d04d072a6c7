/* Sections of a form become tabs. Without script they stand below each other, and the tabs are links to them. */
(() => {
  const bar = document.querySelector('[data-tabs]');
  if (!bar) return;
  const tabs = [...bar.querySelectorAll('a')];
  const panelOf = (tab) => document.getElementById(tab.hash.slice(1));
  const field = document.querySelector('[data-open-tab]');

  const open = (tab, focus) => {
    for (const one of tabs) {
      const chosen = one === tab;
      one.setAttribute('aria-selected', String(chosen));
      one.tabIndex = chosen ? 0 : -1;
      panelOf(one).toggleAttribute('data-open', chosen);
    }
    if (field) field.value = tab.hash.slice(1).replace(/^tab-/, '');
    if (focus) tab.focus();
    tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  bar.setAttribute('role', 'tablist');
  for (const tab of tabs) {
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', panelOf(tab).id);
    panelOf(tab).setAttribute('role', 'tabpanel');
    panelOf(tab).setAttribute('aria-labelledby', tab.id);
  }

  bar.addEventListener('click', (event) => {
    const tab = event.target.closest('a');
    if (!tab) return;
    event.preventDefault();
    open(tab, false);
  });
  bar.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    open(tabs[(to + tabs.length) % tabs.length], true);
  });
  document.addEventListener('reveal', (event) => {
    const panel = event.target.closest('.tab-panel');
    const tab = tabs.find((one) => panelOf(one) === panel);
    if (tab) open(tab, false);
  });
  open(tabs.find((tab) => panelOf(tab).hasAttribute('data-open')) || tabs[0], false);
})();
