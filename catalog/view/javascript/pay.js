/* Times in the payer's own time zone; the page says the shop's without script. */
for (const time of document.querySelectorAll('time[datetime]')) {
  const at = new Date(time.dateTime);
  time.textContent = at.toLocaleString(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' });
}
