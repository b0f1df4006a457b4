// Before the first paint: the language and the light that this device chose earlier.
(() => {
  const root = document.documentElement;
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  const chosen = [localStorage.getItem('language'), ...navigator.languages];
  const known = { en: 'en', de: 'de', zh: 'zh-CN' };
  for (const tag of chosen) {
    const language = tag && known[tag.toLowerCase().split('-')[0]];
    if (language) {
      root.lang = language;
      break;
    }
  }
})();
