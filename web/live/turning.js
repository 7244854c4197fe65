/** A page that goes step by step: a clicker and the arrow keys press its own "next" and "back". */
const WAYS = { PageDown: 'next', ArrowRight: 'next', PageUp: 'prev', ArrowLeft: 'prev' };

addEventListener('keydown', (event) => {
  const where = event.target;
  const way = WAYS[/** @type {keyof typeof WAYS} */ (event.key)];
  // In a player the arrows wind.
  if (way === undefined || event.altKey || event.ctrlKey || event.metaKey || where instanceof HTMLMediaElement) {
    return;
  }
  const link = document.querySelector(`a[rel=${way}]`);
  if (link instanceof HTMLAnchorElement) {
    event.preventDefault();
    link.click();
  }
});
