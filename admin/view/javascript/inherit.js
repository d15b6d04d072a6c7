/* Who changes a setting that is as in the default store makes it the store's own. */
document.addEventListener('input', ({ target }) => {
  if (target.name === 'inherit') return;
  const tick = target.closest('.field')?.querySelector('input[name="inherit"]');
  if (tick) tick.checked = false;
});
