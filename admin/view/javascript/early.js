/* Runs before the first paint: the chosen theme, and the mark that says script is on, so that nothing jumps later. */
(() => {
  const root = document.documentElement;
  let chosen = null;
  try {
    chosen = localStorage.getItem('theme');
  } catch {
    /* A browser that keeps nothing still shows the system's theme. */
  }
  root.dataset.bsTheme = chosen || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  root.dataset.script = 'on';
})();
