/* Region lists follow their country. Without script a button beside the country asks for them. */
(() => {
  const fill = (select, zones) => {
    const first = zones.length > 0 ? new Option(select.dataset.select, '') : new Option(select.dataset.none, '0');
    select.replaceChildren(first, ...zones.map((zone) => new Option(zone.name, zone.id)));
  };
  document.addEventListener('change', async (event) => {
    const country = event.target.closest('select[data-zones]');
    if (!country) return;
    const select = document.getElementById(country.dataset.zonesFor);
    const asked = country.value;
    select.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(`${country.dataset.zones}?country_id=${encodeURIComponent(asked)}`);
      if (answer.ok && country.value === asked) fill(select, await answer.json());
    } finally {
      select.removeAttribute('aria-busy');
    }
  });
})();
